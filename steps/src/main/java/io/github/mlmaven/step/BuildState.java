package io.github.mlmaven.step;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a build has left, as far as it is up to date, and how a step makes it so. The plugin asks before it starts a worker,
 * and the worker before it runs a step, so that both always agree. What steps read is as it was when it was first looked at;
 * for another look, make another.
 */
public final class BuildState {

    private final Surroundings surroundings;
    private final ModelFiles files;
    private final Records records;

    private BuildState(Surroundings surroundings, ModelFiles files) {
        this.surroundings = surroundings;
        this.files = files;
        this.records = new Records(surroundings.place(), files, surroundings.hashes());
    }

    public static BuildState of(BuildPlace place, SpecFile spec) {
        ModelFiles files = ModelFiles.of(place.outputDirectory(), spec.name());
        return new BuildState(new Surroundings(place, spec, FileHashes.cachedIn(files.hashes())), files);
    }

    public BuildPlace place() {
        return surroundings.place();
    }

    public SpecFile spec() {
        return surroundings.spec();
    }

    public ModelFiles files() {
        return files;
    }

    /**
     * SHA-256 over names and contents of the data files, the line ends of texts being all the same.
     *
     * @throws MlException if there is no data
     */
    public String data() {
        surroundings.value(StepInputs.DATA);
        return surroundings.hashDataAsText();
    }

    /**
     * What a step reads, as a hash: its inputs, the plugin's version and the Java feature version.
     *
     * @throws MlException if an input does not exist
     */
    public String fingerprint(Step<?> step) {
        return Sha256.of(step.name() + "\n" + place().identity().pluginVersion() + "\njava "
                + Runtime.version().feature() + "\n"
                + step.reads().stream().map(surroundings::value).collect(Collectors.joining("\n")));
    }

    /**
     * Whether a step has nothing to do: it was carried out for these inputs, on these outputs of the steps that it needs, and
     * each of its own outputs is as it left it.
     */
    public boolean isUpToDate(Step<?> step) {
        boolean current = isCurrent(step);
        surroundings.hashes().save();
        return current;
    }

    private boolean isCurrent(Step<?> step) {
        return step.needs().stream().allMatch(this::isCurrent) && records.matches(step, () -> fingerprint(step));
    }

    /**
     * Files that a step, or one that it needs, left otherwise than they are now, though nothing that those steps read has
     * changed: somebody edited, added or deleted them, and they are made anew. Names as in the folders that they are in.
     */
    public List<String> strayed(Step<?> step) {
        List<String> strayed = new ArrayList<>();
        for (Step<?> each : step.order()) {
            strayed.addAll(
                    each.needs().stream().allMatch(need -> Files.isRegularFile(records.file(need)))
                            ? records.strayed(each, () -> fingerprint(each))
                            : List.of());
        }
        return strayed;
    }

    /** A step's result; empty unless the step is up to date. */
    public <R> Optional<R> result(Step<R> step) {
        if (!isUpToDate(step)) {
            return Optional.empty();
        }
        Path file = files.directory().resolve(step.result().file());
        try {
            return Optional.of(Json.read(file, step.result().type()));
        } catch (MlException e) {
            // Of another build of the same version of the plugin: the step is carried out anew.
            return Optional.empty();
        }
    }

    /**
     * The result of a step that was just brought up to date.
     *
     * @throws MlException if it is not so any more
     */
    public <R> R made(Step<R> step) {
        return result(step)
                .orElseThrow(() -> new MlException(
                        "What '%s' made was changed while the build ran: %s is not as it was written."
                                .formatted(
                                        step,
                                        files.directory().resolve(step.result().file())),
                        "Let nothing else write there, and run the build again."));
    }

    /**
     * Carries a step out; the steps that it needs must be up to date.
     *
     * @param work writes the step's outputs, but for its result, into the folder that it is given
     * @throws MlException if an input changed meanwhile; everything is then as it was
     */
    public <R> R carryOut(Step<R> step, Function<Path, R> work) {
        return carryOut(step, work, () -> {});
    }

    <R> R carryOut(Step<R> step, Function<Path, R> work, Runnable afterEachChange) {
        return new StepRun<>(step, this, afterEachChange).carryOut(work);
    }

    /** Deletes a step's record and result, if they are there: for a build that is told not to carry it out. */
    public static void forget(ModelFiles files, Step<?> step) {
        Path result = files.directory().resolve(step.result().file());
        try {
            // The record first: without it nothing counts.
            Files.deleteIfExists(files.record(step));
            Files.deleteIfExists(result);
        } catch (IOException e) {
            throw new MlException(
                    result + " or its record could not be deleted: " + Json.reason(e) + ".", "Make it writable.", e);
        }
    }

    /** Finishes, or clears up, what a killed build left of a step. */
    public void recover(Step<?> step) {
        new StepRun<>(step, this, () -> {}).recover();
    }

    /** The files from which a step, and those that it needs, read their inputs while they work. */
    public Watched inputs(Step<?> step) {
        return step.order().stream()
                .map(Step::reads)
                .flatMap(List::stream)
                .map(input -> input.watched(surroundings))
                .reduce(Watched.NOTHING, Watched::and);
    }

    /** Everything that must stay as it is for a step, and those that it needs, to stay up to date. */
    public Watched watched(Step<?> step) {
        return step.order().stream()
                .map(records::watched)
                .reduce(Watched.files(List.of(spec().path())).and(inputs(step)), Watched::and);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Records records() {
        return records;
    }
}
