package io.github.mlmaven.data;

import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.KebabCase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows that were left out, as a csv file: {@code row,file,line,column,value,reason}, where rows are counted from 0, and a row
 * that is on no line of its own has none. */
public final class QuarantineFile {

    private static final String HEADER = "row,file,line,column,value,reason\n";

    private QuarantineFile() {}

    /**
     * What is wrong with a row: the first rule that it breaks.
     *
     * @param value what was found there; empty where nothing was
     */
    public record Reason(String column, FindingCode code, String value) {}

    /** Writes the rows, whose places the table knows; with none, the header alone. */
    public static void write(Path file, Table table, SortedMap<Long, Reason> rows) {
        SortedMap<Long, String> values = new TreeMap<>();
        rows.forEach((row, reason) -> values.put(row, reason.value()));
        Json.replace(file, csv(rows, table.locate(values)).getBytes(StandardCharsets.UTF_8));
    }

    private static String csv(SortedMap<Long, Reason> rows, List<Offender> places) {
        StringBuilder csv = new StringBuilder(HEADER);
        Iterator<Offender> place = places.iterator();
        for (Map.Entry<Long, Reason> row : rows.entrySet()) {
            csv.append(line(row.getKey(), place.next(), row.getValue()));
        }
        return csv.toString();
    }

    private static String line(long row, Offender place, Reason reason) {
        return Stream.of(
                        Long.toString(row),
                        field(place.file()),
                        place.isOnLine() ? Long.toString(place.line()) : "",
                        field(reason.column()),
                        field(reason.value()),
                        KebabCase.of(reason.code()))
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String field(String text) {
        return text.matches("[^\",\r\n]+") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
