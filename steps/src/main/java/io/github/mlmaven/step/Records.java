package io.github.mlmaven.step;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.StepRecord.OutputFile;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The records that steps left, and whether their outputs still are what the records say. */
final class Records {

    private final BuildPlace place;
    private final ModelFiles files;
    private final FileHashes hashes;

    Records(BuildPlace place, ModelFiles files, FileHashes hashes) {
        this.place = place;
        this.files = files;
        this.hashes = hashes;
    }

    Path file(Step<?> step) {
        return files.record(step);
    }

    /** Whether a step's record is of these inputs, of the records of the steps that it needs, and of its outputs. */
    boolean matches(Step<?> step, Supplier<String> fingerprint) {
        Optional<StepRecord> record = read(step);
        return record.isPresent()
                && record.get().format() == StepRecord.FORMAT
                && record.get().fingerprint().equals(fingerprint.get())
                && record.get().needs().equals(needs(step))
                && record.get().outputs().equals(outputs(step));
    }

    /**
     * Files of a step that are not as it left them, though all that it read still is: somebody edited, added or deleted them.
     * Empty for a step that was not carried out for these inputs.
     */
    List<String> strayed(Step<?> step, Supplier<String> fingerprint) {
        Optional<StepRecord> record = read(step)
                .filter(found -> found.format() == StepRecord.FORMAT)
                .filter(found -> found.fingerprint().equals(fingerprint.get()))
                .filter(found -> found.needs().equals(needs(step)));
        if (record.isEmpty()) {
            return List.of();
        }
        SortedMap<String, OutputFile> left = record.get().outputs();
        SortedMap<String, OutputFile> found = outputs(step);
        SortedSet<String> names = new TreeSet<>(left.keySet());
        names.addAll(found.keySet());
        names.removeIf(name -> Objects.equals(left.get(name), found.get(name)));
        return List.copyOf(names);
    }

    /** The hashes of the records of the steps that a step needs, which must exist. */
    SortedMap<String, String> needs(Step<?> step) {
        SortedMap<String, String> needs = new TreeMap<>();
        step.needs().forEach(need -> needs.put(need.name(), hashes.sha256(file(need))));
        return needs;
    }

    /** A step's record and outputs. */
    Watched watched(Step<?> step) {
        List<Path> watched = new ArrayList<>(List.of(file(step)));
        for (StepOutput output : step.outputs()) {
            Path at = output.place(place, files);
            try {
                watched.addAll(output.watched(at));
            } catch (IOException e) {
                throw unreadable(at, e);
            }
        }
        return Watched.files(watched);
    }

    private SortedMap<String, OutputFile> outputs(Step<?> step) {
        SortedMap<String, OutputFile> outputs = new TreeMap<>();
        for (StepOutput output : step.outputs()) {
            Path at = output.place(place, files);
            try {
                for (Map.Entry<String, Path> file : output.found(at).entrySet()) {
                    Path path = file.getValue();
                    outputs.put(file.getKey(), new OutputFile(Files.size(path), hashes.sha256(path)));
                }
            } catch (IOException e) {
                throw unreadable(at, e);
            }
        }
        return outputs;
    }

    private Optional<StepRecord> read(Step<?> step) {
        if (!Files.isRegularFile(file(step))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(file(step), StepRecord.class));
        } catch (MlException e) {
            // Of another version or damaged: the step is carried out anew.
            return Optional.empty();
        }
    }

    private static MlException unreadable(Path path, IOException e) {
        return new MlException(path + " could not be read: " + Json.reason(e) + ".", "Make it readable.", e);
    }
}
