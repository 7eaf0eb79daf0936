package io.github.mlmaven.predict;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.data.QuarantineFile;
import io.github.mlmaven.data.QuarantineFile.Reason;
import io.github.mlmaven.data.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows that were put aside, with where they stand and what is wrong with them. */
final class PutAside {

    private final int most;
    private final SortedMap<Long, Reason> rows = new TreeMap<>();

    /** @param most how many rows it takes */
    PutAside(int most) {
        this.most = most;
    }

    /** The file that belongs to one of predictions: {@code scored.csv.quarantine.csv}. */
    static Path of(Path predictions) {
        return predictions.resolveSibling(predictions.getFileName() + ".quarantine.csv");
    }

    /** Puts rows aside, by position. */
    void add(SortedMap<Long, Reason> broken) {
        rows.putAll(broken);
        if (rows.size() > most) {
            throw new MlException(
                    String.format(Locale.ROOT, "More than %,d rows break the schema.", most),
                    "That is no handful to put aside: see what ml:predict says of them with -Dml.badRows=fail.");
        }
    }

    /** Writes the file that belongs to one of predictions; where no row was put aside, there is none. */
    void write(Table table, Path predictions) {
        if (rows.isEmpty()) {
            delete(of(predictions));
            return;
        }
        QuarantineFile.write(of(predictions), table, rows);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new MlException(file + " is of rows before and cannot be removed.", "Remove it.", e);
        }
    }
}
