package io.github.mlmaven.validate;

import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SplitSpec;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the split leaves rows for every use, and keeps what is tested apart from what is learned. */
final class SplitRules {

    private final Evidence evidence;
    private final Table table;
    private final SpecFile spec;
    private final SplitSpec split;

    SplitRules(Evidence evidence) {
        this.evidence = evidence;
        this.table = evidence.table();
        this.spec = evidence.spec();
        this.split = spec.spec().data().split();
    }

    List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        if (split.column().filter(evidence::isAbsent).isPresent()) {
            return findings;
        }
        empty(Part.TRAIN, Severity.ERROR).ifPresent(findings::add);
        empty(Part.TEST, Severity.ERROR).ifPresent(findings::add);
        if (split.column().isEmpty() && split.validation().value() > 0) {
            empty(Part.VALIDATION, Severity.WARNING).ifPresent(findings::add);
        }
        split.column().flatMap(this::unknown).ifPresent(findings::add);
        duplicates().ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> empty(Part part, Severity severity) {
        if (!table.isEmpty(part)) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(FindingCode.SPLIT_EMPTY, severity, Subject.rule(spec.place("data", "split")))
                .with(new Finding.Rows(0, table.rows(), List.of()))
                .with("part", name(part)));
    }

    private static String name(Part part) {
        return part == Part.TRAIN ? "training" : part.name().toLowerCase(Locale.ROOT);
    }

    private Optional<Finding> unknown(String column) {
        table.assignParts();
        long count = table.query("select count(*) from t where part is null", row -> row.getLong(1))
                .get(0);
        if (count == 0) {
            return Optional.empty();
        }
        Finding.Rows rows = evidence.rows(
                count, "select rowid, cast(%s as varchar) from t where part is null".formatted(table.sql(column)));
        return Optional.of(Finding.of(
                        FindingCode.SPLIT_UNKNOWN,
                        Severity.ERROR,
                        Subject.column(column, spec.place("data", "split", "column")))
                .with(rows));
    }

    /** Test rows that training rows give away. A split by whole rows keeps equal rows together by itself. */
    private Optional<Finding> duplicates() {
        ModelSpec model = spec.spec();
        if (split.column().isEmpty()
                && split.group().isEmpty()
                && model.data().id().isEmpty()) {
            return Optional.empty();
        }
        table.assignParts();
        String hash = Stream.concat(
                        model.inputs().stream(), Stream.of(model.data().label()))
                .map(table::sql)
                .collect(Collectors.joining(", ", "hash(", ")"));
        String same = "part = 2 and %s in (select %s from t where part = 0)".formatted(hash, hash);
        long count = table.query("select count(*) from t where " + same, row -> row.getLong(1))
                .get(0);
        if (count == 0) {
            return Optional.empty();
        }
        Finding.Rows rows = evidence.rows(count, "select rowid, '' from t where " + same);
        return Optional.of(Finding.of(
                        FindingCode.SPLIT_DUPLICATE_ROWS, Severity.WARNING, Subject.rule(spec.place("data", "split")))
                .with(new Finding.Rows(count, table.rows(Part.TEST), rows.first())));
    }
}
