package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import java.nio.file.Path;
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
        return new ModelCommand(place, classifier, executions(place).toCall(place, classifier), started(place));
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
        boolean called = execution.getSource() == MojoExecution.Source.CLI
                && execution.getExecutionId().equals(CALLED)
                && ABOUT_ONE.contains(execution.getGoal());
        return called
                ? new OtherModels(place, executions(place), started(place)).sentence(execution.getGoal())
                : Optional.empty();
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

    private Path started(ModelPlace place) {
        String folder = session.getExecutionRootDirectory();
        return folder == null
                ? place.basedir()
                : Path.of(folder).toAbsolutePath().normalize();
    }

    /** Whether a module that Maven was started for has a model: then one without is no mistake. */
    boolean hasModel() {
        return session.getProjects().stream()
                .map(other -> ModelPlace.byDefault(Goal.absolute(other.getBasedir())))
                .anyMatch(ModelPlace::hasSpec);
    }
}
