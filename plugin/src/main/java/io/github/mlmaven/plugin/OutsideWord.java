package io.github.mlmaven.plugin;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;

/**
 * What is said of a module outside of its POM and its parents: on the command line, in {@code .mvn/maven.config}, in the
 * options of the JVM that runs Maven, or in a profile of settings.xml. Whoever reads the POM does not see it.
 *
 * @param commandLine the properties of the command line
 * @param jvm those of the JVM, which has those of the command line too
 */
record OutsideWord(MavenProject module, Properties commandLine, Properties jvm) {

    private static final String POM = "pom";

    /**
     * The file that the outside puts in the place of the POM's.
     *
     * @param property the plugin's parameter
     * @param taken the file that the build works with
     * @param byDefault the one that it would work with if nothing were said
     */
    Optional<Path> decided(String property, Path taken, Path byDefault) {
        boolean outside =
                said(property).map(this::resolved).filter(taken::equals).isPresent();
        Path own = ownWord(property).map(this::resolved).orElse(byDefault);
        return outside && !own.equals(taken) ? Optional.of(taken) : Optional.empty();
    }

    /**
     * Where a property is said that decided something.
     *
     * @param value as it is shown: {@code =false}; nothing of a property that is a switch
     */
    Switch named(String property, String value) {
        if (commandLine.getProperty(property) != null) {
            return new Switch("-D" + property + value, false);
        }
        if (jvm.getProperty(property) != null) {
            return new Switch("-D" + property + value + " of Maven's JVM (.mvn/jvm.config, MAVEN_OPTS)", false);
        }
        return first(settings(), property).isPresent()
                ? new Switch("-D" + property + value, false)
                : new Switch("<" + property + "> of the POM", true);
    }

    private Optional<String> said(String property) {
        return first(Stream.concat(Stream.of(commandLine, jvm), settings()), property);
    }

    private Stream<Properties> settings() {
        return module.getActiveProfiles().stream()
                .filter(profile -> !POM.equals(profile.getSource()))
                .map(Profile::getProperties);
    }

    private Optional<String> ownWord(String property) {
        Stream<Properties> profiles = module.getActiveProfiles().stream()
                .filter(profile -> POM.equals(profile.getSource()))
                .map(Profile::getProperties);
        Stream<Properties> models = Stream.iterate(module, Objects::nonNull, MavenProject::getParent)
                .map(MavenProject::getOriginalModel)
                .filter(Objects::nonNull)
                .map(Model::getProperties);
        return first(Stream.concat(profiles, models), property);
    }

    private static Optional<String> first(Stream<Properties> all, String property) {
        return all.map(properties -> properties.getProperty(property))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Path resolved(String file) {
        return Goal.absolute(module.getBasedir()).resolve(file).normalize();
    }
}
