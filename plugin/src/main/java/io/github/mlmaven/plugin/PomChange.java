package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** What has to become of a POM so that a build judges the module's model. */
sealed interface PomChange {

    /** The goals are bound already. */
    record None() implements PomChange {}

    /**
     * The whole new text.
     *
     * @param before empty where there is no POM yet
     */
    record Written(String text, Optional<String> before) implements PomChange {}

    /** A person has to paste this, because nobody can be sure of the place. */
    record Pasted(String why, String xml) implements PomChange {}

    /** Of a folder without a POM. */
    static PomChange create(String artifactId, String groupId, String name, String version) {
        PomPlugin plugin = new PomPlugin(groupId, name, Optional.of(version), PomPlugin.GOALS, true);
        return new Written(NewPom.text(artifactId, plugin), Optional.empty());
    }

    /** Of a module's POM, for the plugin of these coordinates. */
    static PomChange of(MavenProject project, String groupId, String name, String version) {
        String key = Plugin.constructKey(groupId, name);
        if (isBound(project.getBuildPlugins(), key)) {
            return new None();
        }
        Optional<Plugin> managed = managed(project, key);
        PomPlugin plugin = new PomPlugin(
                groupId,
                name,
                managed.map(Plugin::getVersion).isPresent() ? Optional.empty() : Optional.of(version),
                managed.filter(found -> isBound(List.of(found), key)).isPresent() ? List.of() : PomPlugin.GOALS,
                project.getModules().isEmpty());
        return edited(project.getFile().toPath(), plugin, key);
    }

    private static boolean isBound(List<Plugin> plugins, String key) {
        return plugins.stream()
                .filter(plugin -> plugin.getKey().equals(key))
                .flatMap(plugin -> plugin.getExecutions().stream())
                .anyMatch(execution -> execution.getGoals().contains("check"));
    }

    private static Optional<Plugin> managed(MavenProject project, String key) {
        return Stream.ofNullable(project.getPluginManagement())
                .map(PluginManagement::getPlugins)
                .flatMap(List::stream)
                .filter(plugin -> plugin.getKey().equals(key))
                .findFirst();
    }

    private static PomChange edited(Path file, PomPlugin plugin, String key) {
        String snippet = plugin.xml("", "  ", "\n");
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            Model before = read(text);
            if (before.getBuild() != null
                    && before.getBuild().getPlugins().stream()
                            .anyMatch(found -> found.getKey().equals(key))) {
                return new Pasted("it names the plugin, and binds none of its goals", snippet);
            }
            Optional<String> after = PomText.of(text).map(pom -> pom.with(plugin));
            return after.filter(changed -> isMeant(before, plugin, changed)).isPresent()
                    ? new Written(after.get(), Optional.of(text))
                    : new Pasted("it is formatted in a way that leaves the place in doubt", snippet);
        } catch (CharacterCodingException | XmlPullParserException e) {
            return new Pasted("it is no UTF-8, or no XML that can be read here", snippet);
        } catch (IOException e) {
            throw new MlException(file + " could not be read: " + e.getMessage() + ".", "Make it readable.", e);
        }
    }

    /** Whether Maven reads of the new text what it read before, and the plugin. */
    private static boolean isMeant(Model before, PomPlugin plugin, String changed) {
        try {
            Model wanted = before.clone();
            if (wanted.getBuild() == null) {
                wanted.setBuild(new Build());
            }
            wanted.getBuild().addPlugin(plugin.model());
            return text(read(changed)).equals(text(wanted));
        } catch (IOException | XmlPullParserException e) {
            // Whatever makes it unreadable: it is not what was meant.
            return false;
        }
    }

    private static Model read(String text) throws IOException, XmlPullParserException {
        return new MavenXpp3Reader().read(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
    }

    private static String text(Model model) throws IOException {
        StringWriter text = new StringWriter();
        model.setModelEncoding("UTF-8");
        new MavenXpp3Writer().write(text, model);
        return text.toString();
    }
}
