package io.github.mlmaven.validate;

import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.TableCheck;
import io.github.mlmaven.step.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
            String place = spec.at("checks", Integer.toString(i));
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

    private void checkRows(TableCheck check, TableCheck.Rows rows, String place) {
        if (rows.min().isPresent() && table.rows() < rows.min().getAsLong()) {
            findings.add(Finding.of(
                    "rows-too-few",
                    check.severity(),
                    "The data has %d rows, the check wants at least %d (%s)."
                            .formatted(table.rows(), rows.min().getAsLong(), place),
                    "Add rows, or lower min in %s.".formatted(place)));
        }
        if (rows.max().isPresent() && table.rows() > rows.max().getAsLong()) {
            findings.add(Finding.of(
                    "rows-too-many",
                    check.severity(),
                    "The data has %d rows, the check wants at most %d (%s)."
                            .formatted(table.rows(), rows.max().getAsLong(), place),
                    "Remove rows, or raise max in %s.".formatted(place)));
        }
    }

    private void checkUnique(TableCheck check, String place) {
        Duplicates duplicates = Duplicates.of(evidence, check.unique());
        if (duplicates.rows() == 0) {
            return;
        }
        Finding.Rows rows = evidence.rows(duplicates.rows(), duplicates.query());
        findings.add(new Finding(
                "rows-not-unique",
                check.severity(),
                Optional.empty(),
                "%s: found %s = %s again, the check says unique (%s)%s."
                        .formatted(
                                Evidence.place(rows),
                                String.join(", ", check.unique()),
                                Evidence.value(rows),
                                place,
                                evidence.more(rows)),
                "Remove the row, or change the check in %s.".formatted(place),
                rows));
    }
}
