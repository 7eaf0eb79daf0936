package io.github.mlmaven.measure.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.measure.GeneratedRows;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Statistics are the same however rows are folded, and those that SQL finds. */
class ColumnMeasureTest {

    private static final int TRIES = 200;

    @Provide
    Arbitrary<GeneratedRows> rows() {
        return GeneratedRows.any();
    }

    @Property(tries = TRIES)
    void the_same_rows_have_the_same_statistics(@ForAll("rows") GeneratedRows rows, @ForAll long seed) {
        for (int most : new int[] {4, 1024}) {
            for (String column : List.of("x", "w", "b", "k")) {
                rows.value(
                        new ColumnMeasure(column, rows::everyThird, most),
                        seed,
                        both -> text(both.all()) + text(both.some()));
            }
        }
    }

    @Property(tries = TRIES)
    void statistics_are_those_of_sql(@ForAll("rows") GeneratedRows rows, @ForAll long seed) {
        for (String column : List.of("x", "w")) {
            ColumnStatistics found = rows.value(
                            new ColumnMeasure(column, rows::everyThird, 1024), seed, both -> text(both.all()))
                    .all();
            String values =
                    "select cast(%s as double) + 0.0 as v from t where %s is not null".formatted(column, column);
            assertThat(rows.ask("select count(*), count(distinct v), count(*) filter (v = 0), count(*) filter (v < 0)"
                            + " from (" + values + ")"))
                    .containsExactly(found.values() + "|" + found.distinct().count() + "|"
                            + found.numbers()
                                    .map(ColumnStatistics.Numbers::zeros)
                                    .orElse(0L) + "|"
                            + found.numbers()
                                    .map(ColumnStatistics.Numbers::negatives)
                                    .orElse(0L));
            found.numbers().ifPresent(numbers -> {
                List<String> median = rows.ask("select quantile_disc(v, 0.5) from (" + values + ")");
                if (found.values() % 2 == 1) {
                    assertThat(numbers.distribution().quantile(0.5)).isEqualTo(Double.parseDouble(median.get(0)));
                }
                Bins bins = numbers.distribution().histogram(numbers.summary().min(), 5);
                for (int i = 0; i < bins.counts().length; i++) {
                    String upper = i == bins.counts().length - 1 ? "" : " and v < " + bins.edges()[i + 1] + "::double";
                    assertThat(rows.ask("select count(*) from (" + values + ") where v >= " + bins.edges()[i]
                                    + "::double" + upper))
                            .containsExactly(Long.toString(bins.counts()[i]));
                }
            });
        }
    }

    @Property(tries = TRIES)
    void lengths_and_values_of_texts_are_those_of_sql(@ForAll("rows") GeneratedRows rows, @ForAll long seed) {
        ColumnStatistics found = rows.value(
                        new ColumnMeasure("k", rows::everyThird, 1024), seed, both -> text(both.all()))
                .all();
        String expected = found.texts()
                .flatMap(ColumnStatistics.Texts::lengths)
                .map(lengths -> lengths.min() + "|" + lengths.max())
                .orElse("null|null");
        assertThat(rows.ask("select min(length(k)), max(length(k)) from t")).containsExactly(expected);
        assertThat(rows.ask("select count(distinct k) from t"))
                .containsExactly(Long.toString(found.distinct().count()));
    }

    private static String text(ColumnStatistics found) {
        return found.rows() + " " + found.values() + " " + found.distinct()
                + found.numbers()
                        .map(numbers ->
                                " " + numbers.summary() + " " + numbers.zeros() + " " + numbers.negatives() + " "
                                        + numbers.distribution().quantile(0.3) + " "
                                        + numbers.distribution().width())
                        .orElse("")
                + found.texts().map(Object::toString).orElse("");
    }

    @Property(tries = TRIES)
    void the_sampled_rows_are_the_same_in_any_order(@ForAll("rows") GeneratedRows rows, @ForAll long seed) {
        for (int kept : new int[] {4, 1024}) {
            Associations measure = new Associations(List.of("x", "w", "b", "k"), rows::everyThird, kept);
            rows.value(
                    measure,
                    seed,
                    sampled -> sampled.rows() + " " + sampled.strongest(List.of("x", "w", "b", "k"), 4, 10));
        }
    }
}
