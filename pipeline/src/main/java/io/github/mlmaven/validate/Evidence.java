package io.github.mlmaven.validate;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.FindingCode;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the rows that break a rule. */
final class Evidence {

    private static final int SHOWN = 5;

    private final Table table;
    private final SpecFile spec;

    Evidence(Table table, SpecFile spec) {
        this.table = table;
        this.spec = spec;
    }

    Table table() {
        return table;
    }

    SpecFile spec() {
        return spec;
    }

    /** Whether some file lacks a column, which is a finding of its own: rules about its values would only repeat it. */
    boolean isAbsent(String column) {
        return table.findings().stream()
                .anyMatch(finding -> finding.code() == FindingCode.COLUMN_MISSING
                        && finding.about().column().equals(Optional.of(column)));
    }

    /** A column's value as text, a number without the fraction that it does not have. */
    String text(String column) {
        String text = "cast(" + table.sql(column) + " as varchar)";
        boolean number = spec.spec().column(column).type() == ColumnType.NUMBER;
        return number ? "regexp_replace(" + text + ", '[.]0$', '')" : text;
    }

    /**
     * The first of the rows that a query names.
     *
     * @param count how many there are
     * @param query selects the row's number and, as text, what was found there
     */
    Finding.Rows rows(long count, String query) {
        try {
            return tryRows(count, query);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Like {@link #rows} for a query with a part that was written by the user. */
    Finding.Rows tryRows(long count, String query) throws SQLException {
        SortedMap<Long, String> found = new TreeMap<>();
        table.tryQuery("select * from (" + query + ") order by 1 limit " + SHOWN, row -> {
            String value = row.getString(2);
            return found.put(row.getLong(1), value == null ? "" : value);
        });
        return new Finding.Rows(count, table.rows(), table.offenders(found));
    }
}
