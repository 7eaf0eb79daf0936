package io.github.mlmaven.data;

import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.TextFormat;
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
 * @param header the names of the columns, which the format gives where the file does not
 * @param fault why it is none that its rows could be read by
 */
record FirstLine(List<String> header, Optional<Finding> fault) {

    private static final List<String> SEPARATORS = List.of(";", "\t", "|", ",");

    FirstLine {
        header = List.copyOf(header);
    }

    /** @param spec with the columns that the file should have */
    static FirstLine read(FileName file, TextFormat format, ModelSpec spec) {
        try (RecordScanner records = RecordScanner.open(file.path(), format)) {
            if (records.isUtf16()) {
                return malformed(file, format, Malformed.UTF_16);
            }
            Look look = new Look(file, format, spec, records);
            return look.isThere() ? look.line() : empty(file, format);
        } catch (IOException e) {
            throw UnreadableFile.of(file.name(), e);
        }
    }

    /** A look at the first record. */
    private record Look(FileName file, TextFormat format, ModelSpec spec, RecordScanner records) {

        /** Moves to it; without a header blank lines before it are no rows, or that of the one column. */
        boolean isThere() throws IOException {
            boolean found = records.next();
            while (found && !format.lines().header() && records.isBlank() && names().size() > 1) {
                found = records.next();
            }
            return found && (!records.isBlank() || !format.lines().header());
        }

        FirstLine line() throws IOException {
            List<String> fields = records.values();
            List<String> header = format.lines().header() ? fields : names();
            Set<String> schema = spec.columns().keySet();
            Optional<String> separator = separator(fields, header, schema);
            if (separator.isPresent()) {
                return separated(file, format, separator.get(), spec);
            }
            if (!format.lines().header()) {
                return new FirstLine(header, Optional.empty());
            }
            if (records.isMergeMark()) {
                return malformed(file, format, Malformed.MERGE_MARK);
            }
            boolean comment = records.looksLikeComment() && header.stream().noneMatch(schema::contains);
            Optional<Malformed> problem = comment
                    ? Optional.of(Malformed.COMMENT)
                    : Stream.of(Malformed.values())
                            .filter(each -> records.problem(header.size()).equals(Optional.of(each.key())))
                            .findFirst();
            return problem.map(found -> malformed(file, format, found))
                    .orElseGet(() -> new FirstLine(header, Optional.empty()));
        }

        private List<String> names() {
            List<String> names = format.lines().names();
            return names.isEmpty()
                    ? spec.columns().keySet().stream()
                            .filter(name -> !file.partition().keys().contains(name))
                            .toList()
                    : names;
        }

        /** What separates the fields of a line that was read as one, and is no column by itself. */
        private Optional<String> separator(List<String> fields, List<String> header, Set<String> schema) {
            boolean one = fields.size() == 1
                    && (format.lines().header() ? !schema.contains(fields.get(0)) : header.size() > 1);
            return one && !records.looksLikeComment()
                    ? SEPARATORS.stream().filter(fields.get(0)::contains).findFirst()
                    : Optional.empty();
        }
    }

    private static FirstLine separated(FileName file, TextFormat format, String separator, ModelSpec spec)
            throws IOException {
        Finding finding = Finding.of(FindingCode.SEPARATOR_UNEXPECTED, Severity.ERROR, Subject.file(file.name()))
                .with("separator", separator)
                .with("expected", Marks.of(file.path(), format).between())
                .with(
                        FormatGuess.KEY,
                        FormatGuess.separated(file, format.withDelimiter(separator), spec)
                                .yaml());
        return new FirstLine(List.of(), Optional.of(finding));
    }

    private static FirstLine malformed(FileName file, TextFormat format, Malformed found) {
        Finding finding = Finding.of(FindingCode.HEADER_MALFORMED, Severity.ERROR, Subject.file(file.name()))
                .with("found", found.key());
        return new FirstLine(List.of(), Optional.of(FormatGuess.proposed(finding, format, found.key())));
    }

    private static FirstLine empty(FileName file, TextFormat format) {
        Finding finding = Finding.of(FindingCode.DATA_EMPTY, Severity.ERROR, Subject.file(file.name()))
                .with("header", format.lines().header() ? "expected" : "none");
        return new FirstLine(List.of(), Optional.of(finding));
    }
}
