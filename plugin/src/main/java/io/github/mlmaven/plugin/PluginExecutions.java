package io.github.mlmaven.plugin;

import io.github.mlmaven.step.BundleFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;

/** This plugin's executions in a module, with what its parents, its packaging and its active profiles say. */
final class PluginExecutions {

    private static final String UNBOUND = "none";

    private final List<ModelExecution> all;

    private PluginExecutions(List<ModelExecution> all) {
        this.all = all;
    }

    /**
     * A model's execution.
     *
     * @param bound whether a phase runs it
     */
    record ModelExecution(String id, List<String> goals, boolean bound, ModelPlace place, String classifier) {

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
        return new PluginExecutions(module.getBuildPlugins().stream()
                .filter(plugin -> plugin.getKey().equals(key))
                .flatMap(plugin -> executions(plugin, otherwise))
                .toList());
    }

    List<ModelExecution> all() {
        return all;
    }

    private static Stream<ModelExecution> executions(Plugin plugin, ModelPlace otherwise) {
        return plugin.getExecutions().stream().map(execution -> execution(plugin, execution, otherwise));
    }

    private static ModelExecution execution(Plugin plugin, PluginExecution execution, ModelPlace otherwise) {
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
                !UNBOUND.equals(execution.getPhase()),
                new ModelPlace(basedir, spec, lock),
                said("classifier", plugin, execution).orElse(BundleFile.CLASSIFIER));
    }

    /** What the execution's configuration says or, where it says nothing, the plugin's. */
    private static Optional<String> said(String parameter, Plugin plugin, PluginExecution execution) {
        Pattern element = Pattern.compile("<" + parameter + "(?:\\s[^>]*)?>\\s*([^<]*?)\\s*</" + parameter + ">");
        return Stream.of(execution.getConfiguration(), plugin.getConfiguration())
                .map(String::valueOf)
                .map(element::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}
