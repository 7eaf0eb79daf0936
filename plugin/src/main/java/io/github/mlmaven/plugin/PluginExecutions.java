package io.github.mlmaven.plugin;

import io.github.mlmaven.step.BundleFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** This plugin's executions in a module, with what its parents, its packaging and its active profiles say. */
final class PluginExecutions {

    /** The phases of {@code mvn verify}: what others run is not part of a build that is called good. */
    private static final Set<String> VERIFY = Set.of(
            "validate",
            "initialize",
            "generate-sources",
            "process-sources",
            "generate-resources",
            "process-resources",
            "compile",
            "process-classes",
            "generate-test-sources",
            "process-test-sources",
            "generate-test-resources",
            "process-test-resources",
            "test-compile",
            "process-test-classes",
            "test",
            "prepare-package",
            "package",
            "pre-integration-test",
            "integration-test",
            "post-integration-test",
            "verify");

    /** How Maven 4 names moments of a phase, and orders what is bound to one: {@code before:verify[100]}. */
    private static final Pattern MOMENT = Pattern.compile("(?:before:|after:)?([^\\[]*)(?:\\[.*)?");

    /** The parameters that say which model is meant. */
    private static final List<String> WHICH = List.of("spec", "lock", "classifier");

    private final List<ModelExecution> all;

    private PluginExecutions(List<ModelExecution> all) {
        this.all = all;
    }

    /**
     * A model's execution.
     *
     * @param bound whether a phase of {@code mvn verify} runs it
     * @param skipped whether its configuration skips its goals
     * @param fixed whether the plugin's own configuration says of all executions which model they are for
     */
    record ModelExecution(
            String id,
            List<String> goals,
            boolean bound,
            boolean skipped,
            boolean fixed,
            ModelPlace place,
            String classifier) {

        ModelExecution {
            goals = List.copyOf(goals);
        }

        boolean binds(String goal) {
            return bound && goals.contains(goal);
        }
    }

    /**
     * Those of a module.
     *
     * @param otherwise the model of an execution that says nothing of it
     * @param key of this plugin, {@code groupId:artifactId}
     */
    static PluginExecutions of(MavenProject module, ModelPlace otherwise, String key) {
        String classifier = module.getProperties().getProperty("ml.classifier", BundleFile.CLASSIFIER);
        return new PluginExecutions(module.getBuildPlugins().stream()
                .filter(plugin -> plugin.getKey().equals(key))
                .flatMap(plugin -> executions(plugin, otherwise, classifier))
                .toList());
    }

    List<ModelExecution> all() {
        return all;
    }

    /** The goals of a phase that a POM skips for a model. */
    List<String> skipped(ModelPlace place) {
        return all.stream()
                .filter(execution -> execution.bound()
                        && execution.skipped()
                        && execution.place().spec().equals(place.spec()))
                .flatMap(execution -> execution.goals().stream())
                .distinct()
                .toList();
    }

    /**
     * The execution to name to call a goal for a model: where the plugin's own configuration says which model is meant, the
     * properties of the command line count for nothing.
     *
     * @return empty where the properties of the command line can say it
     */
    Optional<String> toCall(ModelPlace place, String classifier) {
        return all.stream()
                .filter(ModelExecution::fixed)
                .filter(execution -> execution.place().equals(place)
                        && execution.classifier().equals(classifier))
                .map(ModelExecution::id)
                .findFirst();
    }

    private static Stream<ModelExecution> executions(Plugin plugin, ModelPlace otherwise, String classifier) {
        return plugin.getExecutions().stream().map(execution -> execution(plugin, execution, otherwise, classifier));
    }

    /** @param classifier of an execution that gives none */
    private static ModelExecution execution(
            Plugin plugin, PluginExecution execution, ModelPlace otherwise, String classifier) {
        Path basedir = otherwise.basedir();
        Path spec = said("spec", plugin, execution)
                .map(basedir::resolve)
                .map(Path::normalize)
                .orElse(otherwise.spec());
        Path lock = said("lock", plugin, execution)
                .map(basedir::resolve)
                .map(Path::normalize)
                .orElseGet(() -> spec.equals(otherwise.spec()) ? otherwise.lock() : ModelPlace.lockBeside(spec));
        return new ModelExecution(
                execution.getId(),
                execution.getGoals(),
                isBound(execution.getPhase()),
                said("skip", plugin, execution).filter(Boolean::parseBoolean).isPresent(),
                WHICH.stream()
                        .anyMatch(parameter ->
                                in(plugin.getConfiguration(), parameter).isPresent()),
                new ModelPlace(basedir, spec, lock),
                said("classifier", plugin, execution).orElse(classifier));
    }

    /** @param phase {@code null} where goals have their own, which is one of them */
    private static boolean isBound(@Nullable String phase) {
        if (phase == null) {
            return true;
        }
        Matcher moment = MOMENT.matcher(phase);
        return moment.matches() && VERIFY.contains(moment.group(1));
    }

    /** What the execution's configuration says or, where it says nothing, the plugin's. */
    private static Optional<String> said(String parameter, Plugin plugin, PluginExecution execution) {
        return in(execution.getConfiguration(), parameter).or(() -> in(plugin.getConfiguration(), parameter));
    }

    /** What a configuration says, as it is written. */
    static Optional<String> in(@Nullable Object configuration, String parameter) {
        Pattern element = Pattern.compile("<" + parameter + "(?:\\s[^>]*)?>\\s*([^<]*?)\\s*</" + parameter + ">");
        Matcher found = element.matcher(String.valueOf(configuration));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
