package io.github.mlmaven.validate;

import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SplitSpec;
import io.github.mlmaven.step.Finding;
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
        String place = spec.at("data", "split");
        return Optional.of(Finding.of(
                "split-empty",
                severity,
                "The split makes none of %d rows a %s row (%s).".formatted(table.rows(), name(part), place),
                "Add rows, or change the split in %s.".formatted(place)));
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
        String place = spec.at("data", "split", "column");
        return Optional.of(new Finding(
                "split-unknown",
                Severity.ERROR,
                Optional.of(column),
                "%s, column '%s': found \"%s\", the split column says train, validation or test (%s)%s."
                        .formatted(Evidence.place(rows), column, Evidence.value(rows), place, evidence.more(rows)),
                "Correct the row.",
                rows));
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
        String place = spec.at("data", "split");
        return Optional.of(new Finding(
                "split-duplicate-rows",
                Severity.WARNING,
                Optional.empty(),
                "%s: the test row has the inputs and the label of a training row (%s); %d of %d test rows are so."
                        .formatted(Evidence.place(rows), place, count, table.rows(Part.TEST)),
                "Remove the duplicates, or name columns that keep equal rows together as group in %s.".formatted(place),
                rows));
    }
}
