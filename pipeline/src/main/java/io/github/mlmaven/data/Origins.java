package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.Finding.Offender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Where rows come from. Text files are read again to find lines, so this is for rows that something is wrong with. */
final class Origins {

    private final List<Origin> files;

    Origins(List<Origin> files) {
        this.files = List.copyOf(files);
    }

    /**
     * One file's rows.
     *
     * @param rows how many rows of the table come from it
     */
    record Origin(SourceFile file, long rows) {}

    /**
     * Finds the places of rows.
     *
     * @param found rows of the table, from 0, with what was found there
     */
    List<Offender> offenders(SortedMap<Long, String> found) {
        List<Offender> offenders = new ArrayList<>();
        long first = 0;
        for (Origin origin : files) {
            SortedMap<Long, String> within = found.subMap(first, first + origin.rows());
            if (!within.isEmpty()) {
                collect(origin.file(), first, within, offenders);
            }
            first += origin.rows();
        }
        return offenders;
    }

    private static void collect(SourceFile file, long first, SortedMap<Long, String> found, List<Offender> offenders) {
        if (!file.isText()) {
            found.forEach((row, value) -> offenders.add(new Offender(file.name(), row - first + 1, value)));
            return;
        }
        try (RecordScanner records = RecordScanner.open(file.path())) {
            records.next();
            long row = first - 1;
            for (Map.Entry<Long, String> wanted : found.entrySet()) {
                while (row < wanted.getKey() && records.next()) {
                    if (file.isRow(records)) {
                        row++;
                    }
                }
                offenders.add(new Offender(file.name(), records.line(), wanted.getValue()));
            }
        } catch (IOException e) {
            throw new MlException(file.name() + " could not be read.", "Make it readable.", e);
        }
    }
}
