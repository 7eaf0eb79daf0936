package io.github.mlmaven.validate;

import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.spec.TableCheck;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import java.util.ArrayList;
import java.util.List;

/** The expectations about the table as a whole. */
final class TableChecks {

    private final Evidence evidence;
    private final Table table;
    private final SpecFile spec;
    private final List<Finding> findings = new ArrayList<>();

    TableChecks(Evidence evidence) {
        this.evidence = evidence;
        this.table = evidence.table();
        this.spec = evidence.spec();
    }

    List<Finding> check() {
        List<TableCheck> checks = spec.spec().checks();
        for (int i = 0; i < checks.size(); i++) {
            TableCheck check = checks.get(i);
            SpecPlace place = spec.place("checks", Integer.toString(i));
            check.rows().ifPresent(rows -> checkRows(check, rows, place));
            if (!check.unique().isEmpty()) {
                checkUnique(check, place);
            }
            check.sql()
                    .flatMap(sql -> new SqlCheck(evidence, check, sql, place).run())
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private void checkRows(TableCheck check, TableCheck.Rows rows, SpecPlace place) {
        if (rows.min().isPresent() && table.rows() < rows.min().getAsLong()) {
            add(FindingCode.ROWS_TOO_FEW, check, place, rows.min().getAsLong());
        }
        if (rows.max().isPresent() && table.rows() > rows.max().getAsLong()) {
            add(FindingCode.ROWS_TOO_MANY, check, place, rows.max().getAsLong());
        }
    }

    private void add(FindingCode code, TableCheck check, SpecPlace place, long allowed) {
        findings.add(Finding.of(code, check.severity(), Subject.rule(place))
                .with("found", new Value.Whole(table.rows()))
                .with("allowed", new Value.Whole(allowed)));
    }

    private void checkUnique(TableCheck check, SpecPlace place) {
        Duplicates duplicates = Duplicates.of(evidence, check.unique());
        if (duplicates.rows() == 0) {
            return;
        }
        Finding.Rows rows = evidence.rows(duplicates.rows(), duplicates.query());
        findings.add(Finding.of(FindingCode.ROWS_NOT_UNIQUE, check.severity(), Subject.rule(place))
                .with(rows)
                .with("columns", new Value.Texts(check.unique())));
    }
}
