package io.github.mlmaven.validate;

import io.github.mlmaven.data.SqlOutcome;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.measure.CellCounts;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.step.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What constraints judge by beside their own measurements, and where offending rows stand. */
final class Evidence {

    /** What says that rows were not read. */
    private static final Set<FindingCode> UNREAD = Set.of(
            FindingCode.DATA_EMPTY,
            FindingCode.SEPARATOR_UNEXPECTED,
            FindingCode.HEADER_MALFORMED,
            FindingCode.ROW_MALFORMED);

    private final Table table;
    private final SpecFile spec;
    private final CountedCells cells;
    private final Function<String, ColumnProfile> profiles;
    private final Map<String, SqlOutcome> outcomes = new HashMap<>();
    private final Set<String> absent;
    private final boolean whole;

    /**
     * Of a table that was folded.
     *
     * @param profiles statistics of a column, by its name
     */
    Evidence(Table table, SpecFile spec, CountedCells cells, Function<String, ColumnProfile> profiles) {
        this.table = table;
        this.spec = spec;
        this.cells = cells;
        this.profiles = profiles;
        this.absent = table.findings().stream()
                .filter(finding -> finding.code() == FindingCode.COLUMN_MISSING)
                .flatMap(finding -> columns(finding).stream())
                .collect(Collectors.toSet());
        this.whole = table.findings().stream().noneMatch(finding -> UNREAD.contains(finding.code()));
        List<String> conditions = spec.spec().checks().stream()
                .flatMap(check -> check.sql().stream())
                .distinct()
                .toList();
        List<SqlOutcome> found = table.check(conditions);
        for (int i = 0; i < conditions.size(); i++) {
            outcomes.put(conditions.get(i), found.get(i));
        }
    }

    private static List<String> columns(Finding missing) {
        return missing.values().get("columns") instanceof Value.Texts columns ? columns.texts() : List.of();
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
        return cells.of(column);
    }

    /** The statistics of a column. */
    ColumnProfile profile(String column) {
        return profiles.apply(column);
    }

    /** Whether some file lacks a column, which is a finding of its own: rules about its values would only repeat it. */
    boolean isAbsent(String column) {
        return absent.contains(column);
    }

    /** Whether every file has all columns that are wanted of it. */
    boolean hasAllColumns() {
        return absent.isEmpty();
    }

    /** Whether every row of every file was read: rules about how many there are would only repeat that some were not. */
    boolean isWhole() {
        return whole;
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
