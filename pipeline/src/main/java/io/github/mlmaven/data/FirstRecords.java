package io.github.mlmaven.data;

import io.github.mlmaven.spec.TextFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The first records of a text file as they are in one format.
 *
 * @param all without blank lines
 * @param regular how many of them have the fields of the first one, and are well formed
 */
record FirstRecords(TextFormat format, List<List<String>> all, int regular) {

    private static final int MOST = 1_000;

    FirstRecords {
        all = List.copyOf(all);
    }

    /** @param whole whether the bytes are all of the file; otherwise the last record may be cut off */
    static FirstRecords of(FileName file, byte[] bytes, boolean whole, TextFormat format) throws IOException {
        List<List<String>> all = new ArrayList<>();
        List<Boolean> regular = new ArrayList<>();
        try (RecordScanner records = RecordScanner.of(bytes, Marks.of(file.path(), format))) {
            boolean more = records.next();
            while (more && all.size() < MOST) {
                if (!records.isBlank()) {
                    int width = all.isEmpty() ? records.size() : all.get(0).size();
                    regular.add(records.problem(width).isEmpty());
                    all.add(records.values());
                }
                more = records.next();
            }
            boolean cut = !more && !whole && all.size() > 1;
            List<List<String>> kept = cut ? all.subList(0, all.size() - 1) : all;
            int count =
                    (int) IntStream.range(0, kept.size()).filter(regular::get).count();
            return new FirstRecords(format, kept, count);
        }
    }

    /** How many fields the first record has. */
    int width() {
        return all.isEmpty() ? 0 : all.get(0).size();
    }

    /** Whether there are several fields, and as many in every record. */
    boolean isTable() {
        return width() > 1 && regular == all.size();
    }

    /** Whether there are several fields, and as many in nearly every record: the others are malformed. */
    boolean isNearlyTable() {
        return width() > 1 && regular >= 0.9 * all.size() && regular > 1;
    }

    /** Whether all names, or all values of some column, are in single quotes. */
    boolean hasSingleQuotes() {
        return all.size() > 1
                && (hasSingleQuotedNames() || IntStream.range(0, width()).anyMatch(this::isSingleQuoted));
    }

    /** Whether all fields of the first record are in single quotes. */
    boolean hasSingleQuotedNames() {
        return !all.isEmpty() && all.get(0).stream().allMatch(name -> isWithin(name, "'"));
    }

    /** Whether double quotes are letters, and yet around whole fields: they are meant as quotes, and one is not closed. */
    boolean losesQuotes() {
        return format.fields().quote().isEmpty()
                && all.stream().flatMap(List::stream).anyMatch(field -> isWithin(field, "\""));
    }

    private boolean isSingleQuoted(int column) {
        List<String> values = all.subList(1, all.size()).stream()
                .filter(record -> record.size() > column)
                .map(record -> record.get(column))
                .filter(value -> !value.isEmpty())
                .toList();
        return !values.isEmpty() && values.stream().allMatch(value -> isWithin(value, "'"));
    }

    private static boolean isWithin(String field, String quote) {
        return field.length() > 1 && field.startsWith(quote) && field.endsWith(quote);
    }
}
