package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/** The modules of this Maven, as seen from one of them. */
record Reactor(MavenSession session, MavenProject module, PluginDescriptor plugin) {

    /** As Maven names the execution of a goal that is called without one. */
    private static final String CALLED = "default-cli";

    /** Goals whose result a person may take for that of the module. */
    private static final Set<String> ABOUT_ONE = Set.of("check", "accept", "serve");

    private static final Set<String> LOOKING = Set.of("validate", Judging.CHECK);

    /** What says that the module has a model, where its model.yaml does not. */
    Optional<ModelClue> clue(ModelPlace place) {
        return ModelClue.of(place, module, session.getAllProjects(), plugin.getPluginLookupKey());
    }

    /** What a person types for a model of the module, where this Maven was started. */
    ModelCommand command(ModelPlace place, String classifier) {
        return new ModelCommand(place, classifier, executions(place).toCall(place, classifier), started());
    }

    /**
     * Makes sure that a goal of the lifecycle works on a model that is judged, too.
     *
     * @throws MlException if it is not
     */
    void requireJudged(ModelPlace place, MojoExecution execution, Requirement requirement) {
        if (execution.getSource() == MojoExecution.Source.LIFECYCLE) {
            new Judging(executions(place), otherwise(place), session.getGoals())
                    .require(place, execution.getExecutionId(), requirement);
        }
    }

    /**
     * Makes sure that a model is judged although a goal is skipped.
     *
     * @throws MlException if it was the only one that judges
     */
    void requireUnskipped(ModelPlace place, MojoExecution execution, Switch by, Requirement requirement) {
        if (execution.getGoal().equals(Judging.CHECK)) {
            new Judging(executions(place), otherwise(place), session.getGoals())
                    .requireUnskipped(place, execution.getExecutionId(), by, requirement);
        }
    }

    /** The goals among those that look at a model's data and judge it which a POM skips. */
    Stream<String> skipped(ModelPlace place) {
        return executions(place).skipped(place).stream().filter(LOOKING::contains);
    }

    /** One line for a goal that a person called, about the models of the module that it does not look at. */
    Optional<String> otherModels(ModelPlace place, MojoExecution execution) {
        boolean called = isCalled(execution)
                && execution.getExecutionId().equals(CALLED)
                && ABOUT_ONE.contains(execution.getGoal());
        return called ? declared(place).besides(place, execution.getGoal()) : Optional.empty();
    }

    /**
     * Makes sure that a goal that a person called has the classifier that the POM gives the model.
     *
     * @throws MlException if it has not
     */
    void requireClassifier(ModelPlace place, String classifier, MojoExecution execution) {
        if (isCalled(execution)) {
            declared(place).requireClassifier(place, classifier, execution.getGoal());
        }
    }

    /** What a goal that a person called passes by here; empty where another module of this Maven has the model. */
    Optional<MissedModels> missed(ModelPlace place, MojoExecution execution) {
        if (!isCalled(execution)) {
            return Optional.empty();
        }
        List<String> own = declared(place).byExecution(execution.getGoal());
        List<DeclaredModels> started =
                session.getProjects().stream().map(this::declared).toList();
        if (own.isEmpty() && started.stream().anyMatch(models -> !models.isEmpty())) {
            return Optional.empty();
        }
        boolean answered = started.stream()
                .anyMatch(models -> ModelPlace.byDefault(models.basedir()).hasSpec());
        return Optional.of(new MissedModels(execution.getGoal(), own, answered, elsewhere(execution.getGoal())));
    }

    private static boolean isCalled(MojoExecution execution) {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    /** What calls a goal for models of modules that this Maven knows, and of folders beside and below that it does not. */
    private List<String> elsewhere(String goal) {
        List<String> commands = new ArrayList<>();
        Set<Path> known = new HashSet<>();
        for (MavenProject other : session.getAllProjects()) {
            known.add(Goal.absolute(other.getBasedir()));
            commands.addAll(declared(other).commands(goal));
        }
        folders()
                .filter(known::add)
                .filter(folder -> ModelPlace.byDefault(folder).hasSpec())
                .forEach(folder -> commands.add("mvn ml:" + goal + " -f " + ModelCommand.relative(started(), folder)));
        return commands;
    }

    /** Of the modules that this one and its parents name. */
    private Stream<Path> folders() {
        return Stream.iterate(module, Objects::nonNull, MavenProject::getParent)
                .filter(parent -> parent.getFile() != null)
                .flatMap(parent ->
                        parent.getModules().stream().map(name -> Goal.absolute(new File(parent.getBasedir(), name))))
                .map(path -> Files.isRegularFile(path) ? path.getParent() : path);
    }

    private DeclaredModels declared(ModelPlace place) {
        return new DeclaredModels(place.basedir(), executions(place), started());
    }

    private DeclaredModels declared(MavenProject other) {
        ModelPlace byDefault = ModelPlace.byDefault(Goal.absolute(other.getBasedir()));
        return new DeclaredModels(
                byDefault.basedir(), PluginExecutions.of(other, byDefault, plugin.getPluginLookupKey()), started());
    }

    /** Whether this Maven was called to accept models, too. */
    boolean accepts() {
        return session.getGoals().stream()
                .anyMatch(goal -> goal.matches("(ml|[^:]+:ml-maven-plugin(:[^:]+)?):accept(@.*)?"));
    }

    private PluginExecutions executions(ModelPlace place) {
        return PluginExecutions.of(module, otherwise(place), plugin.getPluginLookupKey());
    }

    /** The model of an execution that names none. */
    private ModelPlace otherwise(ModelPlace place) {
        return Stream.of(session.getUserProperties(), session.getSystemProperties(), module.getProperties())
                .map(properties -> properties.getProperty("ml.spec"))
                .filter(Objects::nonNull)
                .map(spec -> place.basedir().resolve(spec).normalize())
                .map(spec -> new ModelPlace(place.basedir(), spec, ModelPlace.lockBeside(spec)))
                .findFirst()
                .orElseGet(() -> ModelPlace.byDefault(place.basedir()));
    }

    private Path started() {
        String folder = session.getExecutionRootDirectory();
        return folder == null
                ? Goal.absolute(module.getBasedir())
                : Path.of(folder).toAbsolutePath().normalize();
    }
}
