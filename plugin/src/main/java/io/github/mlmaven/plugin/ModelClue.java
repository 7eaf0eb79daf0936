package io.github.mlmaven.plugin;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;

/**
 * What says that a module has a model where its model.yaml is not there.
 *
 * @param evidence a clause: {@code its packaging is ml-model}
 * @param remedy what to do, also where it has none
 */
record ModelClue(String evidence, String remedy) {

    /** The packaging of a module whose only product is a model. */
    static final String PACKAGING = "ml-model";

    private static final Pattern SPEC = Pattern.compile("<spec[\\s>]");

    /**
     * The first clue that there is. What a parent says is none, for it speaks of all its children; so is what a POM says in
     * which other modules have their parent.
     *
     * @param reactor all modules of this Maven
     * @param plugin the key of this plugin, {@code groupId:artifactId}
     */
    static Optional<ModelClue> of(ModelPlace place, MavenProject module, List<MavenProject> reactor, String plugin) {
        if (place.hasLock()) {
            return Optional.of(new ModelClue(
                    place.shown(place.lock()) + " is there",
                    "Bring the file back, or delete the lock if the module has no model any more."));
        }
        if (module.getPackaging().equals(PACKAGING)) {
            return Optional.of(new ModelClue(
                    "its packaging is " + PACKAGING, "Create the file, or give the module another packaging."));
        }
        Optional<ModelClue> ownWord = isParent(module, reactor) ? Optional.empty() : ownWord(module, plugin);
        return ownWord.or(() -> remains(place));
    }

    /** What is of a model whose name may have been changed, with that of its lock. */
    private static Optional<ModelClue> remains(ModelPlace place) {
        return new ModelRemains(place.basedir().resolve(ModelPlace.FOLDER))
                .files().stream()
                        .findFirst()
                        .map(file -> new ModelClue(
                                place.shown(file) + " is there",
                                "Give the file of the model its name back, name it with the plugin's parameter 'spec', or take"
                                        + " what is there away if the module has no model."));
    }

    private static Optional<ModelClue> ownWord(MavenProject module, String plugin) {
        String name = plugin.substring(plugin.indexOf(':') + 1);
        if (own(module).flatMap(build -> build.getPlugins().stream()).anyMatch(named -> is(named, plugin))) {
            return Optional.of(new ModelClue(
                    "its POM names " + name,
                    "Create the file, or take the plugin out of the module's POM if it has no model."));
        }
        boolean configured = own(module)
                .filter(build -> build.getPluginManagement() != null)
                .flatMap(build -> build.getPluginManagement().getPlugins().stream())
                .anyMatch(managed -> is(managed, plugin) && hasSpec(managed));
        return configured
                ? Optional.of(new ModelClue(
                        "its POM configures the spec of " + name,
                        "Create the file, or take that configuration out of the module's POM if it has no model."))
                : Optional.empty();
    }

    /** What the module's own POM says of its build, its active profiles among it. */
    private static Stream<BuildBase> own(MavenProject module) {
        Stream<BuildBase> outsideOfProfiles =
                Stream.ofNullable(module.getOriginalModel()).map(Model::getBuild);
        return Stream.concat(
                        outsideOfProfiles, module.getActiveProfiles().stream().map(Profile::getBuild))
                .filter(Objects::nonNull);
    }

    private static boolean is(Plugin plugin, String key) {
        return plugin.getKey().equals(key);
    }

    private static boolean hasSpec(Plugin plugin) {
        return Stream.concat(Stream.of(plugin), plugin.getExecutions().stream())
                .map(configured -> String.valueOf(configured.getConfiguration()))
                .anyMatch(xml -> SPEC.matcher(xml).find());
    }

    private static boolean isParent(MavenProject module, List<MavenProject> reactor) {
        return !module.getModules().isEmpty() || reactor.stream().anyMatch(other -> module.equals(other.getParent()));
    }
}
