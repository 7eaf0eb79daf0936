package io.github.mlmaven.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Measure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Each measure says what SQL says, and the same whatever the order of rows, the cuts, and the states. */
class MeasuresTest {

    private static final int TRIES = 100;

    @Provide
    Arbitrary<List<Cells>> rows() {
        return Cells.rows();
    }

    @Property(tries = TRIES)
    void cells_are_counted(@ForAll("rows") List<Cells> rows, @ForAll long seed) {
        CellCounts x = Folds.value(new Counts("x"), rows, seed);
        assertThat("%s|%s|%s|%s".formatted(x.values(), x.missing(), x.clashes(), x.notFinite()))
                .isEqualTo(SqlOracle.ask(
                                rows,
                                "select count(x), count(*) filter (x is null and clash is null), count(clash),"
                                        + " count(*) filter (try_cast(clash as double) is not null) from t")
                        .get(0));
        for (String column : List.of("w", "b", "k")) {
            CellCounts counts = Folds.value(new Counts(column), rows, seed);
            assertThat(counts.values() + "|" + counts.missing())
                    .isEqualTo(
                            SqlOracle.ask(rows, "select count(%1$s), count(*) - count(%1$s) from t".formatted(column))
                                    .get(0));
        }
    }

    @Property(tries = TRIES)
    void range_mean_and_variance_are_the_nearest_doubles_of_the_exact_ones(
            @ForAll("rows") List<Cells> rows, @ForAll long seed) {
        checkMoments("x", rows.stream().flatMap(row -> row.x().stream()).map(BigDecimal::new), rows, seed);
        checkMoments("w", rows.stream().flatMap(row -> row.w().stream()).map(BigDecimal::new), rows, seed);
        checkMoments(
                "b", rows.stream().flatMap(row -> row.b().stream()).map(b -> new BigDecimal(b ? 1 : 0)), rows, seed);
    }

    private static void checkMoments(String column, Stream<BigDecimal> numbers, List<Cells> rows, long seed) {
        List<BigDecimal> values = numbers.toList();
        NumberSummary summary = Folds.value(Moments.of(Variable.column(column)), rows, seed);
        assertThat(summary.count()).isEqualTo(values.size());
        if (values.isEmpty()) {
            assertThat(summary).isEqualTo(NumberSummary.NONE);
            return;
        }
        assertThat(Folds.value(Moments.first(Variable.column(column)), rows, seed)
                        .mean())
                .isEqualTo(summary.mean());
        BigDecimal count = new BigDecimal(values.size());
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal squares =
                values.stream().map(value -> value.multiply(value)).reduce(BigDecimal.ZERO, BigDecimal::add);
        MathContext digits = new MathContext(60);
        assertThat(summary.mean()).isEqualTo(sum.divide(count, digits).doubleValue());
        assertThat(summary.variance())
                .isEqualTo(squares.multiply(count)
                        .subtract(sum.multiply(sum))
                        .divide(count.multiply(count), digits)
                        .doubleValue());
        List<String> range = SqlOracle.ask(
                rows,
                "select cast(min(0.0 + cast({0} as double)) as double), cast(max(0.0 + cast({0} as double)) as double) from t"
                        .replace("{0}", column));
        assertThat(Stream.of(range.get(0).split("\\|")).map(Double::valueOf).toList())
                .containsExactly(summary.min(), summary.max());
    }

    @Property(tries = TRIES)
    void positions_among_given_texts_are_numbers(@ForAll("rows") List<Cells> rows, @ForAll long seed) {
        NumberSummary summary = Folds.value(Moments.first(Variable.position("k", List.of("b", "a", "ä"))), rows, seed);
        List<String> expected = SqlOracle.ask(
                rows,
                "select count(p), coalesce(cast(sum(p) as double) / count(p), 'NaN'::double) from"
                        + " (select case k when 'b' then 0 when 'a' then 1 when 'ä' then 2 end as p from t)");
        assertThat(summary.count() + "|" + summary.mean()).isEqualTo(expected.get(0));
    }

    @Property(tries = TRIES)
    void different_values_are_counted_exactly_up_to_the_bound(@ForAll("rows") List<Cells> rows, @ForAll long seed) {
        for (String column : List.of("x", "w", "b", "k")) {
            long expected = Long.parseLong(SqlOracle.ask(rows, "select count(distinct %s) from t".formatted(column))
                    .get(0));
            assertThat(Folds.value(new Distinct(column, 40), rows, seed)).isEqualTo(expected);
            // Beyond the bound it is an estimate, which is as good as exact for so few.
            assertThat(Folds.value(new Distinct(column, 3), rows, seed)).isBetween(expected - 1, expected + 1);
        }
    }

    @Property(tries = TRIES)
    void values_are_listed_with_their_counts_in_the_order_of_sql(@ForAll("rows") List<Cells> rows, @ForAll long seed) {
        for (String column : List.of("x", "w", "b", "k")) {
            ValueCounts counts = Folds.value(new Frequencies(column, 40), rows, seed);
            String grouped = "select regexp_replace(cast(v as varchar), '[.]0$', ''), n from"
                    + " (select %s as v, count(*) as n from t where v is not null group by v) order by ";
            String value = column.equals("x") ? "(x + 0.0)" : column;
            assertThat(texts(counts.rising())).isEqualTo(SqlOracle.ask(rows, grouped.formatted(value) + "v"));
            assertThat(texts(counts.top(3)))
                    .isEqualTo(SqlOracle.ask(rows, grouped.formatted(value) + "n desc, v limit 3"));
            assertThat(counts.mode())
                    .isEqualTo(counts.top(1).stream().map(Frequency::value).findFirst());
        }
    }

    private static List<String> texts(List<Frequency> frequencies) {
        return frequencies.stream()
                .map(found -> found.value() + "|" + found.rows())
                .toList();
    }

    @Property(tries = TRIES)
    void beyond_the_bound_no_value_is_listed(@ForAll("rows") List<Cells> rows, @ForAll long seed) {
        for (String column : List.of("x", "w", "b", "k")) {
            int distinct =
                    Folds.plain(new Frequencies(column, 40), rows).rising().size();
            ValueCounts counts = Folds.value(new Frequencies(column, 4), rows, seed);
            assertThat(counts.complete()).isEqualTo(distinct <= 4);
            assertThat(counts.rising()).hasSize(distinct <= 4 ? distinct : 0);
        }
    }

    @Property(tries = TRIES)
    void quantiles_are_those_of_sql(@ForAll("rows") List<Cells> rows, @ForAll long seed) {
        for (String column : List.of("x", "w", "b")) {
            for (double share : new double[] {0, 0.25, 0.5, 0.9}) {
                String expected = SqlOracle.ask(
                                rows,
                                "select quantile_cont(cast(%s as double) + 0.0, %s) from t".formatted(column, share))
                        .get(0);
                Double found = Folds.value(
                        Quantiles.of(Variable.column(column), 40), rows, seed, sorted -> sorted.quantile(share));
                assertThat(Double.isNaN(found) ? "null" : String.valueOf(found + 0.0))
                        .isEqualTo(expected);
            }
        }
    }

    @Property(tries = TRIES)
    void a_sample_has_as_many_values_as_are_kept(@ForAll("rows") List<Cells> rows, @ForAll long seed) {
        long values = rows.stream().map(Cells::x).flatMap(Optional::stream).count();
        List<Object> said = Folds.value(
                Quantiles.of(Variable.column("x"), 5),
                rows,
                seed,
                sorted -> List.of(sorted.count(), sorted.isExact(), sorted.quantile(0.3), sorted.median()));
        assertThat(said).startsWith(values, values <= 5);
    }

    /** One class is all that a measure takes. */
    private record Longest(String column) implements Measure<int[], Integer> {

        @Override
        public int[] start() {
            return new int[1];
        }

        @Override
        public void add(int[] state, Batch batch) {
            for (int row = 0; row < batch.rows(); row++) {
                if (!batch.column(column).isMissing(row)) {
                    state[0] = Math.max(state[0], batch.column(column).text(row).length());
                }
            }
        }

        @Override
        public void merge(int[] state, int[] other) {
            state[0] = Math.max(state[0], other[0]);
        }

        @Override
        public Integer value(int[] state) {
            return state[0];
        }
    }

    @Property(tries = TRIES)
    void measures_are_folded_together_and_a_fold_can_be_forked(@ForAll("rows") List<Cells> rows, @ForAll int cut) {
        Fold fold = new Fold();
        Fold.Result<Integer> longest = fold.plan(new Longest("k"));
        Fold.Result<CellCounts> counts = fold.plan(new Counts("k"));
        int middle = rows.isEmpty() ? 0 : Math.floorMod(cut, rows.size());
        Fold fork = fold.fork();
        fold.add(Cells.batch(rows.subList(0, middle), new long[middle]));
        fork.add(Cells.batch(rows.subList(middle, rows.size()), new long[rows.size() - middle]));
        fold.merge(fork);
        assertThat(longest.value()).isEqualTo(Folds.plain(new Longest("k"), rows));
        assertThat(counts.value()).isEqualTo(Folds.plain(new Counts("k"), rows));
    }
}
