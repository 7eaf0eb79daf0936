package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Records of a text file that are no rows. What the engine would make of a file after such a record is its own guess, so the
 * other records are copied to a file that it cannot misread.
 */
final class MalformedRows {

    private static final int SHOWN = 5;

    private MalformedRows() {}

    /**
     * Copies a file without its malformed records.
     *
     * @return what was left out, if anything
     */
    static Optional<Finding> leaveOut(TextFile file, Path copy) {
        List<Offender> first = new ArrayList<>();
        long count = 0;
        try (RecordScanner records = RecordScanner.open(file.path());
                BufferedWriter out = Files.newBufferedWriter(copy)) {
            records.next();
            out.write(line(file.header(), file.delimiter()));
            while (records.next()) {
                if (file.isRow(records)) {
                    out.write(line(records.values(), file.delimiter()));
                } else if (!file.isSkipped(records) && count++ < SHOWN) {
                    String problem = records.problem(file.header().size()).orElseThrow();
                    first.add(new Offender(file.name(), records.line(), problem));
                }
            }
        } catch (IOException e) {
            throw new MlException(
                    file.name() + " could not be read: " + e.getMessage() + ".",
                    "Make it a readable, complete file, and the build folder writable.",
                    e);
        }
        return first.isEmpty() ? Optional.empty() : Optional.of(finding(file, first, count));
    }

    private static String line(List<String> fields, String delimiter) {
        return fields.stream()
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(delimiter, "", "\n"));
    }

    private static Finding finding(TextFile file, List<Offender> first, long count) {
        return Finding.of(FindingCode.ROW_MALFORMED, Severity.ERROR, Subject.file(file.name()))
                .with(new Finding.Rows(count, 0, first))
                .with("fields", new Value.Whole(file.header().size()));
    }
}
