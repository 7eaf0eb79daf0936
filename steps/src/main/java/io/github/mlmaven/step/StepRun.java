package io.github.mlmaven.step;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.StepRecord.OutputFile;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One step being carried out. What it reads is hashed before it reads it, and looked at again when it is done: a step whose
 * input changed meanwhile fails and leaves everything as it was, because nobody can say of which input its outputs are.
 */
final class StepRun<R> {

    private final Step<R> step;
    private final BuildState state;
    private final Runnable afterEachChange;

    StepRun(Step<R> step, BuildState state, Runnable afterEachChange) {
        this.step = step;
        this.state = state;
        this.afterEachChange = afterEachChange;
    }

    /**
     * Has the work done and commits it.
     *
     * @param work writes the step's outputs, but for its result, into the folder that it is given
     * @throws MlException if an input changed meanwhile
     */
    R carryOut(Function<Path, R> work) {
        try (Commit commit = commit()) {
            Path scratch = commit.open();
            String fingerprint = state.fingerprint(step);
            List<String> needed = neededStates();
            SortedMap<String, String> needs = needs();
            R result = work.apply(scratch);
            Json.write(scratch.resolve(step.result().file()), result);
            SortedMap<String, OutputFile> outputs = outputs(scratch);
            requireUnchanged(
                    state.surroundings().statesBefore(step),
                    state.surroundings().statesNow(step));
            requireUnchanged(needed, neededStates());
            commit.commit(new StepRecord(StepRecord.FORMAT, step.name(), fingerprint, needs, outputs));
            return result;
        }
    }

    /** Finishes, or clears up, what a killed build left of this step. */
    void recover() {
        commit().recover();
    }

    private Commit commit() {
        Path scratch = state.files().directory().resolve(step.name() + ".new");
        List<Commit.Move> moves = step.outputs().stream()
                .map(output -> new Commit.Move(
                        output.scratch(state.place(), scratch), output.place(state.place(), state.files())))
                .toList();
        return new Commit(scratch, state.records().file(step), moves, afterEachChange);
    }

    private List<String> neededStates() {
        List<String> states = new ArrayList<>();
        step.needs().forEach(need -> states.addAll(state.records().watched(need).states()));
        return states;
    }

    // After their states were noted: an output that changes from here on is seen to have changed.
    private SortedMap<String, String> needs() {
        for (Step<?> need : step.needs()) {
            if (!state.isUpToDate(need)) {
                throw new MlException(
                        "'%s' needs '%s', which is not up to date.".formatted(step, need), "Run the build again.");
            }
        }
        return state.records().needs(step);
    }

    private SortedMap<String, OutputFile> outputs(Path scratch) {
        SortedMap<String, OutputFile> outputs = new TreeMap<>();
        try (Stream<Path> written = Files.walk(scratch)) {
            for (Path file : written.filter(Files::isRegularFile).toList()) {
                String name = scratch.relativize(file).toString().replace('\\', '/');
                outputs.put(name, new OutputFile(Files.size(file), FileHashes.hash(file)));
            }
        } catch (IOException e) {
            throw new MlException(scratch + " could not be read: " + Json.reason(e) + ".", "Make it readable.", e);
        }
        step.requireDeclared(state.place().identity(), outputs.keySet());
        return outputs;
    }

    private void requireUnchanged(List<String> before, List<String> now) {
        if (!before.equals(now)) {
            String what = Watched.difference(before, now).map(this::shown).orElse("The data");
            throw new MlException(
                    what + " changed while '" + step
                            + "' read it: what it made is of no one state of its input, and is thrown away.",
                    "Run the build again.");
        }
    }

    private String shown(Path path) {
        Path basedir = state.place().basedir();
        Path shown = path.startsWith(basedir) ? basedir.relativize(path) : path;
        return state.place().fetched().name(path).orElse(shown.toString().replace('\\', '/'));
    }
}
