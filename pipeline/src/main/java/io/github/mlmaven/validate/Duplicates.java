package io.github.mlmaven.validate;

import io.github.mlmaven.data.Table;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows that repeat an earlier row in some columns; rows with a missing value in one of them repeat nothing.
 *
 * @param rows how many there are
 * @param query selects their numbers, and their values as text
 */
record Duplicates(long rows, String query) {

    static Duplicates of(Evidence evidence, List<String> columns) {
        Table table = evidence.table();
        String names = columns.stream().map(table::sql).collect(Collectors.joining(", "));
        String present =
                columns.stream().map(name -> table.sql(name) + " is not null").collect(Collectors.joining(" and "));
        long rows = table.query(
                        "select coalesce(sum(n - 1), 0) from (select count(*) as n from t where %s group by %s having n > 1)"
                                .formatted(present, names),
                        row -> row.getLong(1))
                .get(0);
        String value = columns.stream().map(evidence::text).collect(Collectors.joining(" || ', ' || "));
        return new Duplicates(
                rows,
                "select rowid, %s from t where %s qualify row_number() over (partition by %s order by rowid) > 1"
                        .formatted(value, present, names));
    }
}
