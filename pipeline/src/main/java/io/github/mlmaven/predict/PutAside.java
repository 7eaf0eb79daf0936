package io.github.mlmaven.predict;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.data.BatchFile;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.validate.RowRules.Break;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Rows that were put aside, with where they stand and what is wrong with them. */
final class Quarantine {

    private final int most;
    private final SortedMap<Long, Break> rows = new TreeMap<>();

    /** @param most how many rows it takes */
    Quarantine(int most) {
        this.most = most;
    }

    /** The file that belongs to one of predictions: {@code scored.csv.quarantine.csv}. */
    static Path of(Path predictions) {
        return predictions.resolveSibling(predictions.getFileName() + ".quarantine.csv");
    }

    /** Puts rows aside, by position. */
    void add(SortedMap<Long, Break> broken) {
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
        SortedMap<Long, String> values = new TreeMap<>();
        rows.forEach((position, broken) -> values.put(position, broken.value()));
        List<Offender> places = table.locate(values);
        List<Break> breaks = List.copyOf(rows.values());
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("file", ColumnType.TEXT);
        columns.put("line", ColumnType.INTEGER);
        columns.put("column", ColumnType.TEXT);
        columns.put("finding", ColumnType.TEXT);
        columns.put("value", ColumnType.TEXT);
        long[] positions = rows.keySet().stream().mapToLong(Long::longValue).toArray();
        try (BatchFile file = table.file(List.of(), columns)) {
            file.add(
                    new Batch(positions.length, positions, Map.of()),
                    List.of(
                            texts(places, Offender::file),
                            new Column.Longs(
                                    places.stream().mapToLong(Offender::line).toArray(), places.size(), List.of()),
                            texts(breaks, Break::column),
                            texts(breaks, broken -> KebabCase.of(broken.code())),
                            texts(breaks, Break::value)));
            file.finish(of(predictions), BatchFile.Format.CSV);
        }
    }

    private static <T> Column texts(List<T> rows, Function<T, String> text) {
        Dictionary dictionary = new Dictionary();
        int[] codes = rows.stream().map(text).mapToInt(dictionary::code).toArray();
        return new Column.Texts(codes, codes.length, dictionary);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new MlException(file + " is of rows before and cannot be removed.", "Remove it.", e);
        }
    }
}
