package io.github.mlmaven.validate;

import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a validation found: everything that could be computed, none hiding another.
 *
 * @param findings errors first, then in the order of the schema
 * @param profile statistics of the table
 */
public record DataValidation(List<Finding> findings, Profile profile) {

    public DataValidation {
        findings = List.copyOf(findings);
    }

    /** Holds a table to its spec. */
    public static DataValidation of(Table table, SpecFile spec) {
        List<Finding> findings = new ArrayList<>(table.findings());
        Statistics statistics = Statistics.of(table, spec.spec());
        Evidence evidence = new Evidence(table, spec);
        if (table.rows() > 0) {
            findings.addAll(new ColumnRules(evidence, statistics).check());
            findings.addAll(new LabelRules(evidence, statistics).check());
            findings.addAll(new SplitRules(evidence).check());
        } else if (findings.stream().noneMatch(finding -> finding.code() == FindingCode.DATA_EMPTY)) {
            findings.add(noRows(spec));
        }
        findings.addAll(new TableChecks(evidence).check());
        findings.sort(order(spec));
        return new DataValidation(findings, statistics.profile());
    }

    private static Finding noRows(SpecFile spec) {
        return Finding.of(FindingCode.DATA_NO_ROWS, Severity.ERROR, Subject.rule(spec.place("data", "source")))
                .with("source", spec.spec().data().source());
    }

    private static Comparator<Finding> order(SpecFile spec) {
        List<String> columns = List.copyOf(spec.spec().columns().keySet());
        return Comparator.comparing(Finding::severity)
                .thenComparing(finding ->
                        finding.about().column().map(columns::indexOf).orElse(-1));
    }
}
