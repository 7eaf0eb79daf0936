package io.github.mlmaven.validate;

import io.github.mlmaven.api.Task;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.text.KebabCase;
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
        return Finding.of(FindingCode.LABEL_MISSING, Severity.ERROR, Subject.column(label, spec.place("data", "label")))
                .with(rows);
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
        Finding finding = Finding.of(
                FindingCode.LABEL_SINGLE_CLASS,
                classification ? Severity.ERROR : Severity.WARNING,
                Subject.column(label, spec.place("data", "label")));
        return Optional.of(finding.with("found", only.get(0))
                .with("task", KebabCase.of(spec.spec().task())));
    }
}
