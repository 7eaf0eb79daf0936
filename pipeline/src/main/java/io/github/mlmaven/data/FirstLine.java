package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Malformed;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The first line of a text file.
 *
 * @param header the names of the columns
 * @param fault why it is none that its rows could be read by
 */
record FirstLine(List<String> header, Optional<Finding> fault) {

    private static final List<String> SEPARATORS = List.of(";", "\t", "|", ",");

    FirstLine {
        header = List.copyOf(header);
    }

    /** @param schema the columns that the file should have */
    static FirstLine read(FileName file, Set<String> schema) {
        try (RecordScanner records = RecordScanner.open(file.path())) {
            if (records.isUtf16()) {
                return malformed(file, Malformed.UTF_16);
            }
            if (!records.next() || records.isBlank()) {
                return fault(file, FindingCode.DATA_EMPTY, Optional.empty());
            }
            List<String> header = records.values();
            Optional<String> separator = separator(header, schema);
            if (separator.isPresent()) {
                return fault(file, FindingCode.SEPARATOR_UNEXPECTED, separator);
            }
            Optional<Malformed> problem = Stream.of(Malformed.values())
                    .filter(each -> records.problem(header.size()).equals(Optional.of(each.key())))
                    .findFirst();
            return problem.map(found -> malformed(file, found))
                    .orElseGet(() -> new FirstLine(header, Optional.empty()));
        } catch (IOException e) {
            throw new MlException(
                    file.name() + " could not be read: " + e.getMessage() + ".",
                    "Make it a readable, complete file.",
                    e);
        }
    }

    /** What separates the fields of a header that was read as one, and is no column by itself. */
    private static Optional<String> separator(List<String> header, Set<String> schema) {
        return header.size() != 1 || schema.contains(header.get(0))
                ? Optional.empty()
                : SEPARATORS.stream().filter(header.get(0)::contains).findFirst();
    }

    private static FirstLine malformed(FileName file, Malformed found) {
        Finding finding = Finding.of(FindingCode.HEADER_MALFORMED, Severity.ERROR, Subject.file(file.name()));
        return new FirstLine(List.of(), Optional.of(finding.with("found", found.key())));
    }

    private static FirstLine fault(FileName file, FindingCode code, Optional<String> separator) {
        Finding finding = Finding.of(code, Severity.ERROR, Subject.file(file.name()));
        return new FirstLine(
                List.of(),
                Optional.of(
                        separator.map(text -> finding.with("separator", text)).orElse(finding)));
    }
}
