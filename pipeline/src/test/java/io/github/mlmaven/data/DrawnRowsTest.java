package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What drawn rows say of conditions: those that nothing breaks, and those that people write. */
class DrawnRowsTest {

    private static final Map<String, TableColumn> COLUMNS = columns();

    private final Engine engine;

    DrawnRowsTest(@TempDir Path directory) {
        engine = Engine.start(new BuildLimits(1, 256), new Engine.Reach(List.of(), directory, false));
    }

    private static Map<String, TableColumn> columns() {
        Map<String, TableColumn> columns = new TreeMap<>();
        Map.of(
                        "price", ColumnType.NUMBER,
                        "a", ColumnType.NUMBER,
                        "b", ColumnType.NUMBER,
                        "pieces", ColumnType.INTEGER,
                        "name", ColumnType.TEXT,
                        "cut", ColumnType.CATEGORY,
                        "sold", ColumnType.DATE,
                        "seen", ColumnType.TIMESTAMP,
                        "paid", ColumnType.BOOLEAN)
                .forEach((name, type) -> columns.put(name, new TableColumn(name, type, List.of())));
        return columns;
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** How many drawn rows break a condition; empty where they are not asked. */
    private Optional<Long> breaking(String sql) {
        ParsedCheck parsed = ParsedCheck.of(sql, engine, COLUMNS.keySet());
        List<TableColumn> mentioned =
                parsed.mentioned().stream().map(COLUMNS::get).toList();
        return DrawnRows.count(parsed.condition(), mentioned, "not (" + sql + ")")
                .map(query -> engine.one(query, row -> row.getLong(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a in (a)",
                "list_contains([a], a)",
                "list_has([a, b], b)",
                "array_contains([name, cut], cut)",
                "price is null or price is not null",
                "case when true then true else price > 0 end",
                "case when price > 0 then true else 1 = 1 end",
                "version() <> '' or price > 0",
                "a <= b or a > b",
                "coalesce(a = a, true)",
                "length(name) >= 0",
                "abs(price) >= 0",
                "paid or not paid",
                "paid in (true, false)",
                "sold >= sold - 1 or sold is null",
                "name like '%'",
                "price > 0 or price <= 0 or cut = 'Fair'",
                "year(sold) > -300000",
                "greatest(a, b) >= a",
                "pieces <= 9223372036854775807"
            })
    void a_condition_that_no_value_breaks_is_broken_by_no_drawn_row(String condition) {
        assertThat(breaking(condition)).contains(0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "price > 0",
                "price >= 0 and price < 1e9",
                "price < 1e308",
                "price <> 0.07",
                "price between -1e12 and 1e12",
                "round(price, 2) = price",
                "price * 100 = floor(price * 100)",
                "length(name) < 100",
                "length(name) <> 13",
                "length(name) <= 4000",
                "a <= b",
                "a <> b",
                "a * b <> price",
                "a + b <> 10",
                "a * 2 <> 10",
                "a / 4 <> 25",
                "abs(price - (a + b)) < 0.01 or a is null",
                "a * b * price > 0 or a is null",
                "pieces % 2 = 0",
                "pieces % 7 <> 3",
                "pieces <> 4711",
                "pieces not in (1204, 7730, 9911)",
                "cut in ('Fair','Good')",
                "cut not in ('unknown', 'n/a', '?')",
                "list_contains(['Fair', 'Good'], cut)",
                "not list_contains(['unknown', 'n/a'], cut)",
                "list_contains([1, 2, 3], pieces)",
                "not array_has([4711, 815], pieces)",
                "list_has([a, b], price)",
                "name not like '%test%'",
                "name not like 'A_B%'",
                "not contains(name, ';;')",
                "not starts_with(name, 'tmp_')",
                "not ends_with(name, '.bak')",
                "name = trim(name)",
                "name = upper(name)",
                "name = lower(name)",
                "name <> ''",
                "left(name, 3) <> 'ABX'",
                "right(name, 2) <> 'XX'",
                "name || cut <> 'xyz'",
                "try_cast(name as integer) is null",
                "try_cast(name as date) is null",
                "sold <= '2030-01-01'",
                "sold > date '2010-05-05' or price = 0",
                "sold <> '2024-02-29'",
                "year(sold) <> 2020",
                "month(sold) <> 12",
                "day(sold) <> 1 or name is null",
                "seen >= sold",
                "cast(seen as date) = sold",
                "seen < timestamp '2026-01-31 10:00:00'",
                "paid",
                "paid or price = 0",
                "not (paid and price > 0)",
                "price is not null",
                "price is not null or cut = 'Fair'",
                "case when cut = 'Fair' then price < 100 else true end",
                "not (cut = 'Fair' and name = 'ring' and paid and pieces = 7)",
                "case when cut = 'Fair' and year(sold) = 2020 and pieces = 3 then price = 0.2 else true end"
            })
    void a_condition_that_people_write_is_broken_by_some(String condition) {
        assertThat(breaking(condition))
                .hasValueSatisfying(rows -> assertThat(rows).isPositive());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not regexp_matches(name, '^[A-Z]{3}-[0-9]+$')",
                "md5(name) <> '900150983cd24fb0d6963f7d28e17f72'",
                "substr(name, 3, 2) <> 'XX'",
                "list_sum([x for x in [a, b]]) < 1e9"
            })
    void what_drawn_values_may_never_satisfy_is_not_asked(String condition) {
        assertThat(breaking(condition)).isEmpty();
    }

    @Test
    void the_same_rows_are_drawn_each_time() {
        assertThat(breaking("a <= b")).isEqualTo(breaking("a <= b"));
    }
}
