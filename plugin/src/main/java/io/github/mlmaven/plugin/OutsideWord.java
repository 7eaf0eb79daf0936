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
 * What is said of a module outside of its POM and its parents: on the command line, in {@code .mvn/maven.config}, or in a
 * profile of settings.xml. Whoever reads the POM does not see it.
 *
 * @param commandLine the properties of the command line
 */
record OutsideWord(MavenProject module, Properties commandLine) {

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

    private Optional<String> said(String property) {
        Stream<Properties> settings = module.getActiveProfiles().stream()
                .filter(profile -> !POM.equals(profile.getSource()))
                .map(Profile::getProperties);
        return first(Stream.concat(Stream.of(commandLine), settings), property);
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
