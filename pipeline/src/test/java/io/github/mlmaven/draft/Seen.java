package io.github.mlmaven.draft;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.data.NumeralText;
import java.util.List;

/** Columns of values as a scan sees them; an empty text is a missing value. */
final class Seen {

    private Seen() {}

    static SeenColumn column(String name, List<String> values) {
        Dictionary dictionary = Dictionary.of(List.of());
        int[] codes = values.stream()
                .mapToInt(value -> value.isEmpty() ? Column.Texts.MISSING : dictionary.code(value))
                .toArray();
        ColumnScan scan = new ColumnScan(NumeralText.PLAIN);
        scan.add(new Column.Texts(codes, codes.length, dictionary));
        return scan.facts(name);
    }

    /** With what is decided of doubtful texts where there is no other column. */
    static SeenColumn decided(String name, List<String> values) {
        return SeenTable.decided(List.of(column(name, values))).columns().get(0);
    }
}
