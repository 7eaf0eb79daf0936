package io.github.mlmaven.data;

import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A copy of a text file that the engine cannot misread: all fields in quotes, one kind of line break, and no malformed
 * records. What it would make of the file after one of those is its own guess.
 *
 * @param finding the malformed records, if there are any, or else that the file is UTF-8 and read otherwise
 * @param longestLine in bytes, at least that of the header
 */
record WellFormedCopy(Path path, Optional<Finding> finding, long longestLine) {

    private static final int SHOWN = 5;

    static WellFormedCopy of(TextFile file, Path copy) {
        List<Offender> first = new ArrayList<>();
        long count = 0;
        long rows = 0;
        Widths widths = new Widths();
        MisreadUtf8 misread = new MisreadUtf8(file);
        long longest;
        try (RecordScanner records = file.records();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy), 1 << 16)) {
            byte[] header = line(file.fields(), file.delimiter());
            out.write(header);
            longest = header.length;
            while (records.next()) {
                misread.add(records);
                if (file.isRow(records)) {
                    rows++;
                    byte[] line = line(records.values().subList(0, file.fields().size()), file.delimiter());
                    out.write(line);
                    longest = Math.max(longest, line.length);
                } else if (!file.isSkipped(records)) {
                    widths.add(records.size());
                    if (count++ < SHOWN) {
                        String problem = records.problem(file.fields().size()).orElseThrow();
                        first.add(new Offender(file.name(), records.line(), problem));
                    }
                }
            }
        } catch (IOException e) {
            throw UnreadableFile.copying(file.name(), e);
        }
        Optional<Finding> found = first.isEmpty()
                ? misread.finding(rows)
                : Optional.of(widths.tell(finding(file, first, count, rows), file, rows));
        return new WellFormedCopy(copy, found, longest);
    }

    /** How many malformed records have how many fields. */
    private static final class Widths {

        /** Of all records: the first line is what differs from so many. */
        private static final double NEARLY_ALL = 0.9;

        private final SortedMap<Integer, Long> counts = new TreeMap<>();
        private long all;

        void add(int width) {
            counts.merge(width, 1L, Long::sum);
            all++;
        }

        /** The finding, which says how many fields nearly all records have, where the file's first line names not so many. */
        Finding tell(Finding finding, TextFile file, long rows) {
            int header = file.fields().size();
            return counts.entrySet().stream()
                    .filter(width -> file.format().lines().header()
                            && width.getValue() > 1
                            && width.getValue() >= NEARLY_ALL * (all + rows)
                            && width.getKey() != header
                            && width.getKey() != header + 1)
                    .findFirst()
                    .map(width -> finding.with("usual", new Value.Whole(width.getKey())))
                    .orElse(finding);
        }
    }

    private static byte[] line(List<String> fields, String delimiter) {
        return fields.stream()
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(delimiter, "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Finding finding(TextFile file, List<Offender> first, long count, long rows) {
        Finding finding = Finding.of(FindingCode.ROW_MALFORMED, Severity.ERROR, Subject.file(file.name()))
                .with(new Finding.Rows(count, 0, first))
                .with("fields", new Value.Whole(file.fields().size()))
                .with("rows", new Value.Whole(rows));
        return FormatGuess.proposed(finding, file.format(), first.get(0).value());
    }
}
