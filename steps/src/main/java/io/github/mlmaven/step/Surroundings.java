package io.github.mlmaven.step;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.ReferenceCheck;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.text.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a build read, as it was when it was first looked at. All steps of one run are held to that look, since
 * they share what was read: data that changes between two of them makes the second one fail, and not lie about its input.
 */
public final class Surroundings {

    private final BuildPlace place;
    private final SpecFile spec;
    private final FileHashes hashes;
    private final Map<StepInput, Look> looks = new HashMap<>();
    private final SortedMap<String, FileHashes.Hashes> data = new TreeMap<>();
    private @Nullable SortedMap<String, FileHashes.Hashes> references;

    Surroundings(BuildPlace place, SpecFile spec, FileHashes hashes) {
        this.place = place;
        this.spec = spec;
        this.hashes = hashes;
    }

    public BuildPlace place() {
        return place;
    }

    public SpecFile spec() {
        return spec;
    }

    public FileHashes hashes() {
        return hashes;
    }

    /**
     * What an input says.
     *
     * @throws io.github.mlmaven.api.MlException if it does not exist
     */
    String value(StepInput input) {
        return look(input).value();
    }

    /** What a lock records of an input. */
    SortedMap<String, String> facts(StepInput input) {
        look(input);
        return input.facts(this);
    }

    /** How the files of a step's inputs were before they were hashed. */
    List<String> statesBefore(Step<?> step) {
        List<String> states = new ArrayList<>();
        step.reads().forEach(input -> states.addAll(look(input).states()));
        return states;
    }

    /** How the files of a step's inputs are now. */
    List<String> statesNow(Step<?> step) {
        List<String> states = new ArrayList<>();
        step.reads().forEach(input -> states.addAll(input.watched(this).states()));
        return states;
    }

    /** Over the names of the data's files and every byte of them. */
    String hashData() {
        return hash(data(), FileHashes.Hashes::bytes);
    }

    /** The same, but for the line ends of texts. */
    String hashDataAsText() {
        return hash(data(), FileHashes.Hashes::text);
    }

    static String hash(SortedMap<String, FileHashes.Hashes> files, Function<FileHashes.Hashes, String> which) {
        return Sha256.of(files.entrySet().stream()
                .map(file -> which.apply(file.getValue()) + " " + file.getKey() + "\n")
                .collect(Collectors.joining()));
    }

    /** The data's files by their names below the project, which have slashes everywhere; read once. */
    SortedMap<String, FileHashes.Hashes> data() {
        if (data.isEmpty() && spec.spec().data().from().jdbc().isPresent()) {
            String rows = snapshot().sha256();
            data.put(SourceSpec.QUERY, new FileHashes.Hashes(rows, rows));
        } else if (data.isEmpty()) {
            DataFiles.resolve(place, spec.spec().data().from()).values().forEach(files -> add(files, data));
        }
        return data;
    }

    /** What a database answered, as the build keeps it. */
    Snapshot snapshot() {
        ModelFiles files = ModelFiles.of(place.outputDirectory(), spec.name());
        return Snapshot.of(files, spec.spec().data().from())
                .filter(found -> hashes.sha256(files.snapshot()).equals(found.file()))
                .orElseThrow(() -> new MlException(
                        "The rows that data.query asks of a database are not in the build folder, or not as the build left them.",
                        "Run the build again: it asks the database first."));
    }

    /** The same of the tables that checks refer to; none where no check does. */
    SortedMap<String, FileHashes.Hashes> references() {
        SortedMap<String, FileHashes.Hashes> files = references;
        if (files == null) {
            files = new TreeMap<>();
            for (ReferenceCheck reference : spec.spec().references()) {
                add(DataFiles.resolve("references.file", place.basedir(), reference.file()), files);
            }
            references = files;
        }
        return files;
    }

    private void add(List<Path> found, SortedMap<String, FileHashes.Hashes> files) {
        for (Path file : found) {
            Optional<String> fetched = place.fetched().name(file);
            String name = fetched.orElseGet(
                    () -> place.basedir().relativize(file).toString().replace('\\', '/'));
            // Nobody edits what was fetched, and its hash is the one that others know.
            boolean text = fetched.isEmpty() && DataFiles.isText(file);
            files.put(name, text ? hashes.text(file) : hashes.bytes(file));
        }
    }

    // The states are noted first: a file that changes while it is hashed is then seen to have changed.
    private Look look(StepInput input) {
        Look known = looks.get(input);
        if (known == null) {
            List<String> states = input.watched(this).states();
            known = new Look(states, input.value(this));
            looks.put(input, known);
        }
        return known;
    }

    private record Look(List<String> states, String value) {}
}
