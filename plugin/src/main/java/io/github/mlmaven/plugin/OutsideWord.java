package io.github.mlmaven.plugin;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^${}]+)}");

    /** How many properties may name one another; Maven allows no circle. */
    private static final int DEEPEST = 16;

    private static final String ENVIRONMENT = "env.";

    /**
     * The property by which the outside puts another file in the place of the POM's. That need not be the plugin's own: a POM
     * that says {@code <lock>${lock}</lock>} lets whoever calls Maven choose.
     *
     * @param parameter the plugin's, whose property is {@code ml.} and its name
     * @param taken the file that the build works with
     * @param byDefault the one that it would work with if nothing were said
     */
    Optional<String> decider(String parameter, Path taken, Path byDefault) {
        PomWords pom = new PomWords(module);
        return Stream.concat(Stream.of("${ml." + parameter + "}"), pom.configured(parameter))
                .filter(word ->
                        resolved(word, this::value).filter(taken::equals).isPresent())
                .filter(word -> !resolved(word, pom::property).orElse(byDefault).equals(taken))
                .flatMap(word -> said(word, new HashSet<>()))
                .findFirst();
    }

    /** The properties of the outside that a word of the POM takes in, itself or by other properties. */
    private Stream<String> said(String word, Set<String> seen) {
        return EXPRESSION
                .matcher(word)
                .results()
                .map(found -> found.group(1))
                .filter(seen::add)
                .flatMap(property -> outside(property).isPresent()
                        ? Stream.of(property)
                        : value(property).stream().flatMap(inner -> said(inner, seen)));
    }

    private Optional<Path> resolved(String word, Function<String, Optional<String>> values) {
        String text = word;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Optional<String> unknown = EXPRESSION
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(property -> values.apply(property).isEmpty())
                    .findFirst();
            if (unknown.isPresent()) {
                return Optional.empty();
            }
            text = EXPRESSION
                    .matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(
                            values.apply(found.group(1)).orElseThrow()));
        }
        return Optional.of(Goal.absolute(module.getBasedir()).resolve(text).normalize());
    }

    private Optional<String> value(String property) {
        return outside(property).or(() -> new PomWords(module).property(property));
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
        if (property.startsWith(ENVIRONMENT)) {
            return new Switch(property.substring(ENVIRONMENT.length()) + " of the environment" + value, false);
        }
        if (jvm.getProperty(property) != null) {
            return new Switch("-D" + property + value + " of Maven's JVM (.mvn/jvm.config, MAVEN_OPTS)", false);
        }
        return first(settings(), property).isPresent()
                ? new Switch("-D" + property + value, false)
                : new Switch("<" + property + "> of the POM", true);
    }

    private Optional<String> outside(String property) {
        return first(Stream.concat(Stream.of(commandLine, jvm), settings()), property);
    }

    private Stream<Properties> settings() {
        return module.getActiveProfiles().stream()
                .filter(profile -> !PomWords.isOf(profile))
                .map(Profile::getProperties);
    }

    static Optional<String> first(Stream<Properties> all, String property) {
        return all.map(properties -> properties.getProperty(property))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
