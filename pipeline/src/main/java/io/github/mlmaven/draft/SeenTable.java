package io.github.mlmaven.draft;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.data.UntypedTable;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was seen of all rows of a table.
 *
 * @param missing texts that stand for missing values, beside an empty field
 * @param columns in the order of the file
 */
record SeenTable(long rows, SortedSet<String> missing, List<SeenColumn> columns) {

    /** As many as a model.yaml can have. */
    private static final int MOST_COLUMNS = 10_000;

    private static final int LONGEST_NAME = 256;

    SeenTable {
        missing = new TreeSet<>(missing);
        columns = List.copyOf(columns);
    }

    /** Reads a table from its first row to its last. */
    static SeenTable of(UntypedTable table, String source) {
        if (!table.faults().isEmpty()) {
            throw Refusal.unreadable(table.faults());
        }
        List<String> names = table.header();
        requireNames(names, source);
        Scans scans = table.read(names, () -> new Scans(names.size()), Scans::add);
        if (!table.malformed().isEmpty()) {
            throw Refusal.unreadable(table.malformed());
        }
        List<SeenColumn> seen = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            seen.add(scans.all.get(i).facts(names.get(i)));
        }
        return decided(scans.rows, seen);
    }

    /** Decides which doubtful texts stand for missing values: they do so in all columns. */
    static SeenTable decided(long rows, List<SeenColumn> seen) {
        SortedSet<String> missing = new TreeSet<>();
        for (SeenColumn column : seen) {
            for (String text : column.doubtful().keySet()) {
                if (MissingText.of(text) == MissingText.SURE || column.isNumeric()) {
                    missing.add(text);
                }
            }
        }
        return new SeenTable(
                rows,
                missing,
                seen.stream().map(column -> column.resolved(missing)).toList());
    }

    private static void requireNames(List<String> names, String source) {
        if (names.size() > MOST_COLUMNS) {
            throw new MlException(
                    "%s has %s columns; a model.yaml describes at most %s."
                            .formatted(source, Numbers.count(names.size()), Numbers.count(MOST_COLUMNS)),
                    "Leave out columns that nobody needs, or reduce them in a step before.");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isBlank()) {
                throw new MlException(
                        "Column " + (i + 1) + " of " + source + " has no name.",
                        "Give it one in the header, such as 'id' if it counts the rows; pandas leaves it out with index=False.");
            }
            if (!seen.add(name)) {
                throw new MlException(
                        "%s has two columns '%s', the %s. and the %s."
                                .formatted(source, name, names.indexOf(name) + 1, i + 1),
                        "Rename or remove one in the header.");
            }
            if (name.length() > LONGEST_NAME) {
                throw new MlException(
                        "The name of column %s of %s has %s letters: %s..."
                                .formatted(i + 1, source, name.length(), name.substring(0, 40)),
                        "Write names of at most " + LONGEST_NAME + " letters into the header.");
            }
        }
    }

    private static final class Scans {

        private final List<ColumnScan> all = new ArrayList<>();
        private long rows;

        Scans(int columns) {
            for (int i = 0; i < columns; i++) {
                all.add(new ColumnScan());
            }
        }

        void add(Batch batch) {
            rows += batch.rows();
            for (int i = 0; i < all.size(); i++) {
                all.get(i).add((Column.Texts) batch.column(i));
            }
        }
    }
}
