package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The models of a module, each known by its model.yaml, as far as goals of this Maven came by them. What each of them writes
 * must be its own. Safe for use by several threads.
 */
final class ModuleModels {

    private final Map<Path, Claim> claims = new LinkedHashMap<>();

    private final Map<ModelPlace, Set<Done>> done = new HashMap<>();

    /** What a goal of this Maven did with a model. */
    enum Done {
        DATA_REPORTED,
        PACKAGED,
        JUDGED
    }

    private record Claim(ModelPlace place, String classifier, Path outputDirectory) {}

    /**
     * Notes a model that a goal works on.
     *
     * @throws MlException if another goal knows it otherwise or works elsewhere, or another model has its lock or its classifier
     */
    synchronized void add(ModelPlace place, String classifier, Path outputDirectory) {
        Claim claim = new Claim(place, classifier, outputDirectory);
        Claim known = claims.putIfAbsent(place.spec(), claim);
        if (known != null && !known.outputDirectory().equals(outputDirectory)) {
            throw new MlException(
                    "%s has the outputDirectory %s in one of the plugin's executions, and %s in the next, where none of its results are."
                            .formatted(
                                    place.shown(place.spec()),
                                    place.shown(known.outputDirectory()),
                                    place.shown(outputDirectory)),
                    "Set <outputDirectory> alike in all executions of one <spec>.");
        }
        if (known != null && !known.equals(claim)) {
            throw new MlException(
                    place.shown(place.spec())
                            + " has one lock or classifier in one of the plugin's executions, and another"
                            + " in the next.",
                    "Set <classifier> and <lock> alike in all executions of one <spec>.");
        }
        for (Claim other : claims.values()) {
            if (other.place().spec().equals(place.spec())) {
                continue;
            }
            if (other.classifier().equals(classifier)) {
                throw shared(
                        other.place(),
                        place,
                        "classifier, '" + classifier + "': one bundle",
                        "Set <classifier> in one of the plugin's executions.");
            }
            if (other.place().lock().equals(place.lock())) {
                throw shared(
                        other.place(),
                        place,
                        "lock, " + place.shown(place.lock()) + ": one acceptance",
                        "Leave 'lock' out of the plugin's configuration (ml.lock): each model has its own beside it.");
            }
        }
    }

    synchronized void did(Done what, ModelPlace place) {
        done.computeIfAbsent(place, first -> EnumSet.noneOf(Done.class)).add(what);
    }

    synchronized boolean isDone(Done what, ModelPlace place) {
        return done.getOrDefault(place, Set.of()).contains(what);
    }

    /**
     * Makes sure that a model's name is its own.
     *
     * @param nameOf the name that a model.yaml gives
     * @throws MlException if another model has it
     */
    synchronized void requireOwnName(ModelPlace place, String name, Function<Path, String> nameOf) {
        for (Claim other : claims.values()) {
            Path spec = other.place().spec();
            if (!spec.equals(place.spec()) && nameOf.apply(spec).equals(name)) {
                throw shared(
                        other.place(),
                        place,
                        "name, '" + name + "': one result",
                        "Set 'name' in one of the two files.");
            }
        }
    }

    private static MlException shared(ModelPlace one, ModelPlace other, String what, String remedy) {
        return new MlException(
                "%s and %s are two models of this module with one %s would replace the other."
                        .formatted(one.shown(one.spec()), other.shown(other.spec()), what),
                remedy);
    }
}
