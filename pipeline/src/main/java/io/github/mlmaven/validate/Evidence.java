package io.github.mlmaven.validate;

import io.github.mlmaven.data.SqlOutcome;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.measure.CellCounts;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Split;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What constraints judge by beside their own measurements, and where offending rows stand. */
final class Evidence {

    private final Table table;
    private final SpecFile spec;
    private final TableProfile profile;
    private final Map<String, SqlOutcome> outcomes = new HashMap<>();

    /**
     * Of a table that was folded.
     *
     * @param profile of all rows
     */
    Evidence(Table table, SpecFile spec, TableProfile profile) {
        this.table = table;
        this.spec = spec;
        this.profile = profile;
        List<String> conditions = spec.spec().checks().stream()
                .flatMap(check -> check.sql().stream())
                .distinct()
                .toList();
        List<SqlOutcome> found = table.check(conditions);
        for (int i = 0; i < conditions.size(); i++) {
            outcomes.put(conditions.get(i), found.get(i));
        }
    }

    /** What became of a condition in SQL. */
    SqlOutcome outcome(String condition) {
        SqlOutcome outcome = outcomes.get(condition);
        if (outcome == null) {
            throw new IllegalArgumentException("no check says " + condition);
        }
        return outcome;
    }

    SpecFile spec() {
        return spec;
    }

    /** How many rows there are. */
    long rows() {
        return table.count();
    }

    /** The sizes of the parts. */
    Split split() {
        return table.split();
    }

    /** The cells of a column. */
    CellCounts cells(String column) {
        return profile.cells(column);
    }

    /** Whether some file lacks a column, which is a finding of its own: rules about its values would only repeat it. */
    boolean isAbsent(String column) {
        return table.findings().stream()
                .anyMatch(finding -> finding.code() == FindingCode.COLUMN_MISSING
                        && finding.about().column().equals(Optional.of(column)));
    }

    /** Whether nothing can be said of a column, as the data lacks it. */
    boolean isUnheard(String column) {
        return cells(column).values() == 0 && isAbsent(column);
    }

    /** Rows that were found among all, as evidence. */
    Finding.Rows rows(Found found) {
        return rows(found, rows());
    }

    /** Rows that were found among some, as evidence. */
    Finding.Rows rows(Found found, long among) {
        return new Finding.Rows(found.count(), among, table.locate(found.first()));
    }

    /** Some of all rows, as evidence: by position, with what was found there. */
    Finding.Rows rows(long count, SortedMap<Long, String> first) {
        return new Finding.Rows(count, rows(), table.locate(first));
    }
}
