package io.github.mlmaven.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;

/**
 * How a POM names this plugin so that a model is built and judged.
 *
 * @param version empty where the POM's parents say it
 * @param goals empty where they are bound already
 * @param inherited whether modules below have it too
 */
record PomPlugin(String groupId, String artifactId, Optional<String> version, List<String> goals, boolean inherited) {

    /** What makes a model and judges it. */
    static final List<String> GOALS = List.of("validate", "train", "evaluate", "check", "package");

    PomPlugin {
        goals = List.copyOf(goals);
    }

    /**
     * The element.
     *
     * @param indent of its first line
     * @param unit what a level is indented by
     * @param eol between lines; none at the end
     */
    String xml(String indent, String unit, String eol) {
        List<String> lines = new ArrayList<>();
        lines.add("<plugin>");
        lines.add(unit + "<groupId>" + groupId + "</groupId>");
        lines.add(unit + "<artifactId>" + artifactId + "</artifactId>");
        version.ifPresent(text -> lines.add(unit + "<version>" + text + "</version>"));
        if (!inherited) {
            lines.add(unit + "<inherited>false</inherited>");
        }
        if (!goals.isEmpty()) {
            lines.add(unit + "<executions>");
            lines.add(unit.repeat(2) + "<execution>");
            lines.add(unit.repeat(3) + "<goals>");
            goals.forEach(goal -> lines.add(unit.repeat(4) + "<goal>" + goal + "</goal>"));
            lines.add(unit.repeat(3) + "</goals>");
            lines.add(unit.repeat(2) + "</execution>");
            lines.add(unit + "</executions>");
        }
        lines.add("</plugin>");
        return lines.stream().map(line -> indent + line).collect(Collectors.joining(eol));
    }

    /** The same as Maven reads it. */
    Plugin model() {
        Plugin plugin = new Plugin();
        plugin.setGroupId(groupId);
        plugin.setArtifactId(artifactId);
        version.ifPresent(plugin::setVersion);
        if (!inherited) {
            plugin.setInherited("false");
        }
        if (!goals.isEmpty()) {
            PluginExecution execution = new PluginExecution();
            goals.forEach(execution::addGoal);
            plugin.addExecution(execution);
        }
        return plugin;
    }
}
