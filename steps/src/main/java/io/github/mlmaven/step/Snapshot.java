package io.github.mlmaven.step;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * {@code snapshot.json}: rows that a database answered, which are in {@code snapshot.parquet} beside it. Written last: without
 * it the rows count for nothing.
 *
 * @param asked SHA-256 over who was asked and what
 * @param columns each with its type, such as {@code price bigint}, in their order
 * @param rows how many
 * @param sha256 over names, types and rows in their order; that of the file may be another with another data engine
 * @param file SHA-256 of the file
 */
public record Snapshot(int format, String asked, List<String> columns, long rows, String sha256, String file) {

    public static final int FORMAT = 1;

    public Snapshot {
        columns = List.copyOf(columns);
    }

    /** What a snapshot says of its question. */
    public static String asked(SourceSpec from) {
        return Sha256.of(from.jdbc().orElseThrow().url() + "\n" + from.query().orElseThrow());
    }

    /** The one that a build has left of the same question; its file may have been changed since. */
    public static Optional<Snapshot> of(ModelFiles files, SourceSpec from) {
        if (!Files.isRegularFile(files.snapshot()) || !Files.isRegularFile(files.snapshotRecord())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(files.snapshotRecord(), Snapshot.class))
                    .filter(snapshot -> snapshot.format == FORMAT)
                    .filter(snapshot -> snapshot.asked.equals(asked(from)));
        } catch (MlException e) {
            // Of another version of the plugin: the database is asked anew.
            return Optional.empty();
        }
    }

    /** The same, if its file is as the build left it. */
    public static Optional<Snapshot> whole(ModelFiles files, SourceSpec from) {
        FileHashes hashes = FileHashes.cachedIn(files.hashes());
        return of(files, from)
                .filter(snapshot -> hashes.sha256(files.snapshot()).equals(snapshot.file()));
    }
}
