package io.github.mlmaven.data;

import io.github.mlmaven.spec.ColumnPolicy;
import io.github.mlmaven.spec.Encoding;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.text.KebabCase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the columns of a source with those of the schema: one finding for all that a header lacks and has too much. A line
 * with no column of the schema is a row rather than a header.
 */
final class HeaderCheck {

    /** As many as a person compares with a row. */
    private static final int MOST_NAMES = 30;

    private final SpecFile spec;
    private final Source source;

    private HeaderCheck(SpecFile spec, Source source) {
        this.spec = spec;
        this.source = source;
    }

    static List<Finding> check(SpecFile spec, Source source) {
        HeaderCheck check = new HeaderCheck(spec, source);
        List<Finding> findings = new ArrayList<>();
        check.difference().ifPresent(findings::add);
        check.order().ifPresent(findings::add);
        if (spec.spec().columns().keySet().stream().anyMatch(source.header()::contains)) {
            findings.addAll(check.duplicates());
        }
        return findings;
    }

    private Optional<Finding> difference() {
        Set<String> schema = spec.spec().columns().keySet();
        Set<String> header = Set.copyOf(source.header());
        List<String> missing =
                schema.stream().filter(column -> !header.contains(column)).toList();
        List<String> unknown = source.header().stream()
                .filter(column -> !schema.contains(column))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            ColumnPolicy.Extra extra = spec.spec().data().columns().extra();
            return unknown.isEmpty() || extra == ColumnPolicy.Extra.ALLOW
                    ? Optional.empty()
                    : Optional.of(finding(extra, FindingCode.COLUMN_UNKNOWN, only(unknown), spec.place("columns"))
                            .with("columns", new Value.Texts(unknown)));
        }
        Optional<String> only = only(missing);
        SpecPlace place = only.map(column -> spec.place("columns", column)).orElseGet(() -> spec.place("columns"));
        Finding finding = finding(FindingCode.COLUMN_MISSING, only, place)
                .with("columns", new Value.Texts(missing))
                .with("unknown", new Value.Texts(unknown))
                .with("known", new Value.Whole(schema.size() - missing.size()));
        if (isMisread(missing, unknown)) {
            return Optional.of(finding.with("encoding", KebabCase.of(format().encoding()))
                    .with("said", spec.at("data", "csv", "encoding")));
        }
        return Optional.of(
                isRow(missing)
                        ? finding.with(
                                FormatGuess.KEY,
                                format().withNames(List.copyOf(schema)).yaml())
                        : finding);
    }

    /** Whether names that the file has are ones that it lacks, written in UTF-8 and read otherwise. */
    private boolean isMisread(List<String> missing, List<String> unknown) {
        return source instanceof TextFile
                && format().encoding() != Encoding.UTF_8
                && unknown.stream()
                        .map(name -> name.getBytes(format().encoding().charset()))
                        .anyMatch(bytes -> Utf8.isValid(bytes, 0, bytes.length)
                                && missing.contains(new String(bytes, StandardCharsets.UTF_8)));
    }

    /** Whether what should be the header has as many fields as a row, and none of its names. */
    private boolean isRow(List<String> missing) {
        Set<String> schema = spec.spec().columns().keySet();
        return (source instanceof PlainFile || (source instanceof TextFile text && !text.isPartitioned()))
                && format().lines().header()
                && schema.size() <= MOST_NAMES
                && missing.size() == schema.size()
                && source.header().size() == schema.size();
    }

    private TextFormat format() {
        return spec.spec().data().csv();
    }

    private Optional<Finding> order() {
        Set<String> schema = spec.spec().columns().keySet();
        Set<String> found = new LinkedHashSet<>(source.header());
        found.retainAll(schema);
        List<String> declared = schema.stream().filter(found::contains).toList();
        return spec.spec().data().columns().order() == ColumnPolicy.Order.ANY
                        || List.copyOf(found).equals(declared)
                ? Optional.empty()
                : Optional.of(
                        finding(FindingCode.COLUMN_ORDER, Optional.empty(), spec.place("data", "columns", "order"))
                                .with("columns", new Value.Texts(List.copyOf(found))));
    }

    private static Optional<String> only(List<String> columns) {
        return columns.size() == 1 ? Optional.of(columns.get(0)) : Optional.empty();
    }

    private List<Finding> duplicates() {
        Set<String> seen = new HashSet<>();
        Set<String> again = new TreeSet<>(
                source.header().stream().filter(name -> !seen.add(name)).toList());
        return again.stream()
                .map(name -> finding(FindingCode.COLUMN_DUPLICATE, Optional.of(name), spec.place("columns", name)))
                .toList();
    }

    private Finding finding(ColumnPolicy.Extra extra, FindingCode code, Optional<String> column, SpecPlace place) {
        return extra == ColumnPolicy.Extra.FAIL
                ? finding(code, column, place)
                : Finding.of(
                        code, Severity.WARNING, new Subject(Optional.of(source.name()), column, Optional.of(place)));
    }

    private Finding finding(FindingCode code, Optional<String> column, SpecPlace place) {
        return Finding.of(code, Severity.ERROR, new Subject(Optional.of(source.name()), column, Optional.of(place)));
    }
}
