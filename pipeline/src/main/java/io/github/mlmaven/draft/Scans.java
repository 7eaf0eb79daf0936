package io.github.mlmaven.draft;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.data.NumeralText;
import io.github.mlmaven.data.UntypedTable;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The scans of all columns of a table, from its first row to its last. */
final class Scans {

    /** As many as a model.yaml can have. */
    private static final int MOST_COLUMNS = 10_000;

    private static final int LONGEST_NAME = 256;

    private final List<ColumnScan> all = new ArrayList<>();

    private Scans(int columns, NumeralText written) {
        for (int i = 0; i < columns; i++) {
            all.add(new ColumnScan(written));
        }
    }

    /** The columns, in the order of the file. */
    static List<SeenColumn> of(UntypedTable table, String source, TextFormat format) {
        List<String> names = table.header();
        requireNames(names, source);
        NumeralText written = new NumeralText(format.numerals());
        Scans scans = table.read(names, () -> new Scans(names.size(), written), Scans::add);
        List<SeenColumn> seen = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            seen.add(scans.all.get(i).facts(names.get(i)));
        }
        return seen;
    }

    private void add(Batch batch) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).add((Column.Texts) batch.column(i));
        }
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
}
