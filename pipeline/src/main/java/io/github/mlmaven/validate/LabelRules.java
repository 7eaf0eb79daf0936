package io.github.mlmaven.validate;

import io.github.mlmaven.api.Task;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the label can be learned from. */
final class LabelRules {

    private final Evidence evidence;
    private final Table table;
    private final SpecFile spec;
    private final String label;
    private final long values;
    private final long clashes;

    LabelRules(Evidence evidence, Statistics statistics) {
        this.evidence = evidence;
        this.table = evidence.table();
        this.spec = evidence.spec();
        this.label = spec.spec().data().label();
        this.values = statistics.of(label).values();
        this.clashes = statistics.of(label).clashes();
    }

    List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        if (values + clashes < table.rows() && !evidence.isAbsent(label)) {
            findings.add(missing());
        }
        if (values > 0) {
            single().ifPresent(findings::add);
        }
        return findings;
    }

    private Finding missing() {
        String written = table.hasClashes() ? "t positional join text where text." : "t where t.";
        Finding.Rows rows = evidence.rows(
                table.rows() - values - clashes,
                "select t.rowid, '' from %s%s is null".formatted(written, table.sql(label)));
        return new Finding(
                "label-missing",
                Severity.ERROR,
                Optional.of(label),
                "%s, column '%s': the row has no label (%s)%s."
                        .formatted(Evidence.place(rows), label, spec.at("data", "label"), evidence.more(rows)),
                "Fill it in, or remove the row.",
                rows);
    }

    private Optional<Finding> single() {
        String c = table.sql(label);
        List<String> only = table.query(
                        "select regexp_replace(cast(min({0}) as varchar), '[.]0$', ''), min({0}) = max({0}) from t"
                                .replace("{0}", c),
                        row -> row.getBoolean(2) ? List.of(row.getString(1)) : List.<String>of())
                .get(0);
        if (only.isEmpty()) {
            return Optional.empty();
        }
        boolean classification = spec.spec().task() == Task.CLASSIFICATION;
        return Optional.of(new Finding(
                "label-single-class",
                classification ? Severity.ERROR : Severity.WARNING,
                Optional.of(label),
                "Column '%s': every row has the label \"%s\", so that there is nothing to learn (%s)."
                        .formatted(label, only.get(0), spec.at("data", "label")),
                classification
                        ? "Add rows with at least one other label, or choose another label."
                        : "Add rows with other values, or choose another label.",
                Finding.Rows.NONE));
    }
}
