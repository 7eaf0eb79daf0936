package io.github.mlmaven.validate;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.data.Sql;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Profile.Numbers;
import io.github.mlmaven.step.Profile.ValueCount;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts and bounds of all columns, by three statements for the whole table. Nothing here depends on threads: sums are of
 * whole numbers, estimates are HyperLogLog counts, lists are ordered.
 */
final class Statistics {

    /** Up to here the number of different values is exact. */
    private static final long EXACT_DISTINCT = 1000;
    /** An estimate up to here may stand for an exact count up to {@link #EXACT_DISTINCT}. */
    private static final long MAYBE_EXACT = 1300;
    /** Columns with more different values, such as keys and free text, have no list of frequent ones. */
    private static final long MAX_DISTINCT_FOR_TOP = 10_000;

    private static final int TOP = 10;

    private static final MathContext PRECISION = new MathContext(40);

    private final Table table;
    private final ModelSpec spec;
    private final Map<String, Counts> counts;

    private Statistics(Table table, ModelSpec spec, Map<String, Counts> counts) {
        this.table = table;
        this.spec = spec;
        this.counts = counts;
    }

    static Statistics of(Table table, ModelSpec spec) {
        List<String> items = new ArrayList<>();
        spec.columns().forEach((name, column) -> items.addAll(items(table, name, column)));
        String source = table.hasClashes() ? "t positional join text" : "t";
        Map<String, Counts> counts = table.query(
                        "select " + String.join(", ", items) + " from " + source, row -> read(row, spec))
                .get(0);
        return new Statistics(table, spec, counts);
    }

    Counts of(String column) {
        Counts found = counts.get(column);
        if (found == null) {
            throw new IllegalArgumentException("no column '" + column + "' in the schema");
        }
        return found;
    }

    /**
     * Of one column.
     *
     * @param values rows with a value
     * @param clashes rows whose text is not of the type
     * @param notFinite those of them that are numbers without being finite
     * @param notAllowed rows whose value is not in the schema's list
     * @param distinct an estimate
     * @param min of numbers, NaN without any
     * @param max of numbers, NaN without any
     */
    record Counts(long values, long clashes, long notFinite, long notAllowed, long distinct, double min, double max) {}

    private static List<String> items(Table table, String name, ColumnSpec column) {
        String c = "t." + table.sql(name);
        String text = "text." + table.sql(name);
        boolean clashes =
                table.hasClashes() && column.type() != ColumnType.TEXT && column.type() != ColumnType.CATEGORY;
        String clash = "count(*) filter (%s is not null and %s is null".formatted(text, c);
        List<String> allowed = column.domain().values();
        return List.of(
                "count(%s)".formatted(c),
                clashes ? clash + ")" : "0",
                clashes && column.type() == ColumnType.NUMBER
                        ? clash + " and try_cast(%s as double) is not null)".formatted(text)
                        : "0",
                allowed.isEmpty() ? "0" : "count(*) filter (" + notAllowed(c, allowed) + ")",
                "approx_count_distinct(%s)".formatted(c),
                column.type().isNumeric() ? "cast(min(%s) as double)".formatted(c) : "null",
                column.type().isNumeric() ? "cast(max(%s) as double)".formatted(c) : "null");
    }

    /** The condition that a value is not in a list. */
    static String notAllowed(String column, List<String> allowed) {
        return "cast(%s as varchar) not in (%s)".formatted(column, Sql.literals(allowed));
    }

    private static Map<String, Counts> read(ResultSet row, ModelSpec spec) throws SQLException {
        Map<String, Counts> counts = new LinkedHashMap<>();
        int i = 1;
        for (String name : spec.columns().keySet()) {
            counts.put(
                    name,
                    new Counts(
                            row.getLong(i),
                            row.getLong(i + 1),
                            row.getLong(i + 2),
                            row.getLong(i + 3),
                            row.getLong(i + 4),
                            row.getDouble(i + 5),
                            row.getDouble(i + 6)));
            i += 7;
        }
        return counts;
    }

    Profile profile() {
        Map<String, List<ValueCount>> top = top();
        SortedMap<String, ColumnProfile> columns = new TreeMap<>();
        sums().forEach((name, sums) -> columns.put(
                name,
                new ColumnProfile(
                        table.rows() - of(name).values(),
                        sums.distinct(of(name).distinct()),
                        sums.numbers(of(name)),
                        top.getOrDefault(name, List.of()))));
        return new Profile(Profile.FORMAT, table.rows(), columns);
    }

    /** What needs the bounds first. */
    private record Sums(Optional<BigDecimal> sum, int scale, Optional<Long> exactDistinct) {

        long distinct(long estimate) {
            return exactDistinct.filter(exact -> exact <= EXACT_DISTINCT).orElse(estimate);
        }

        Optional<Numbers> numbers(Counts counts) {
            return sum.map(total -> new Numbers(counts.min(), counts.max(), mean(total, counts)));
        }

        private double mean(BigDecimal total, Counts counts) {
            BigDecimal unit = new BigDecimal(Math.scalb(1.0, scale));
            return total.divide(unit.multiply(BigDecimal.valueOf(counts.values())), PRECISION)
                    .doubleValue();
        }
    }

    private Map<String, Sums> sums() {
        List<String> items = new ArrayList<>();
        counts.forEach((name, count) -> {
            String c = table.sql(name);
            items.add(hasNumbers(name, count) ? "sum(%s)".formatted(whole(name, count)) : "null");
            items.add(count.distinct() <= MAYBE_EXACT ? "count(distinct %s)".formatted(c) : "null");
        });
        return table.query("select " + String.join(", ", items) + " from t", row -> {
                    Map<String, Sums> sums = new HashMap<>();
                    int i = 1;
                    for (Map.Entry<String, Counts> column : counts.entrySet()) {
                        Optional<BigDecimal> sum = Optional.ofNullable(row.getBigDecimal(i));
                        Optional<Long> distinct = column.getValue().distinct() <= MAYBE_EXACT
                                ? Optional.of(row.getLong(i + 1))
                                : Optional.empty();
                        sums.put(column.getKey(), new Sums(sum, scale(column.getKey(), column.getValue()), distinct));
                        i += 2;
                    }
                    return sums;
                })
                .get(0);
    }

    private boolean hasNumbers(String name, Counts count) {
        return spec.column(name).type().isNumeric() && count.values() > 0;
    }

    /** Numbers times the power of two that makes the largest just fit into a whole number: exact but for the last bits. */
    private String whole(String name, Counts count) {
        String c = table.sql(name);
        if (spec.column(name).type() == ColumnType.INTEGER) {
            return c;
        }
        return "cast(%s * cast('%s' as double) as bigint)".formatted(c, Math.scalb(1.0, scale(name, count)));
    }

    private int scale(String name, Counts count) {
        double largest = Math.max(Math.abs(count.min()), Math.abs(count.max()));
        if (spec.column(name).type() == ColumnType.INTEGER || !(largest > 0)) {
            return 0;
        }
        return Math.min(1000, 61 - Math.getExponent(largest));
    }

    private Map<String, List<ValueCount>> top() {
        String query = counts.entrySet().stream()
                .filter(column -> !spec.column(column.getKey()).type().isNumeric())
                .filter(column -> column.getValue().distinct() <= MAX_DISTINCT_FOR_TOP)
                .map(column -> top(column.getKey()))
                .collect(Collectors.joining(" union all "));
        Map<String, List<ValueCount>> top = new HashMap<>();
        if (!query.isEmpty()) {
            List<String> names = List.copyOf(counts.keySet());
            table.query(
                    "select * from (" + query + ") order by 1, 3 desc, 2",
                    row -> top.computeIfAbsent(names.get(row.getInt(1)), name -> new ArrayList<>())
                            .add(new ValueCount(row.getString(2), row.getLong(3))));
        }
        return top;
    }

    private String top(String name) {
        int position = List.copyOf(counts.keySet()).indexOf(name);
        return "select * from (select %d, cast(%s as varchar) as v, count(*) as n from t where v is not null group by v order by n desc, v limit %d)"
                .formatted(position, table.sql(name), TOP);
    }
}
