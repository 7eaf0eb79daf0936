package io.github.mlmaven.plugin;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What the POM of a module and its parents say, before Maven puts values in the place of expressions. */
record PomWords(MavenProject module) {

    private static final String POM = "pom";
    private static final String PLUGIN = "ml-maven-plugin";

    static boolean isOf(Profile profile) {
        return POM.equals(profile.getSource());
    }

    /** The value that the POM gives a property, with expressions in it as they stand. */
    Optional<String> property(String name) {
        if (name.equals("basedir") || name.equals("project.basedir")) {
            return Optional.of(Goal.absolute(module.getBasedir()).toString());
        }
        return OutsideWord.first(bases().map(ModelBase::getProperties), name);
    }

    /** What the plugin's configurations have for a parameter, with expressions in it as they stand. */
    Stream<String> configured(String parameter) {
        return bases().flatMap(PomWords::plugins)
                .filter(plugin -> PLUGIN.equals(plugin.getArtifactId()))
                .flatMap(plugin ->
                        Stream.<ConfigurationContainer>concat(Stream.of(plugin), plugin.getExecutions().stream()))
                .map(container -> container.getConfiguration() instanceof Xpp3Dom configuration
                        ? configuration.getChild(parameter)
                        : null)
                .filter(Objects::nonNull)
                .map(Xpp3Dom::getValue)
                .filter(Objects::nonNull);
    }

    /** The nearest first: what a child says takes the place of what its parent does, and a profile that of its POM. */
    private Stream<ModelBase> bases() {
        return Stream.iterate(module, Objects::nonNull, MavenProject::getParent)
                .flatMap(project -> Stream.concat(
                        project.getActiveProfiles().stream().filter(PomWords::isOf),
                        Stream.ofNullable(project.getOriginalModel())));
    }

    private static Stream<Plugin> plugins(ModelBase base) {
        BuildBase build = base instanceof Model model ? model.getBuild() : ((Profile) base).getBuild();
        if (build == null) {
            return Stream.empty();
        }
        PluginManagement managed = build.getPluginManagement();
        return Stream.concat(
                build.getPlugins().stream(), managed == null ? Stream.empty() : managed.getPlugins().stream());
    }
}
