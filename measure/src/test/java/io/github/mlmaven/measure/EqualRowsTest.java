package io.github.mlmaven.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rows that belong together by their values are those of SQL, and never those that only share a hash. */
class EqualRowsTest {

    private static final int TRIES = 100;

    @Provide
    Arbitrary<List<Cells>> rows() {
        return Cells.rows();
    }

    @Property(tries = TRIES)
    void rows_that_repeat_an_earlier_one_are_those_of_sql(@ForAll("rows") List<Cells> rows, @ForAll long seed) {
        for (List<String> columns : List.of(List.of("k"), List.of("b", "k"), List.of("x"), List.of("w", "b"))) {
            LongSet candidates = Folds.plain(new Repeats(columns, LongStore.MEMORY), rows);
            assertThat(Folds.value(new Repeats(columns, LongStore.MEMORY), rows, seed, EqualRowsTest::content))
                    .isEqualTo(content(candidates));
            String names = String.join(", ", columns);
            List<String> expected = SqlOracle.ask(
                    rows,
                    "select n from t where %s qualify row_number() over (partition by %s order by n) > 1 order by n"
                            .formatted(
                                    columns.stream()
                                            .map(name -> name + " is not null")
                                            .collect(Collectors.joining(" and ")),
                                    names));
            List<Object> found = Folds.value(
                    new RepeatedRows(columns, candidates), rows, seed, all -> List.of(all.count(), all.first()));
            Found plain = Folds.plain(new RepeatedRows(columns, candidates), rows);
            assertThat(plain.first().keySet().stream().map(String::valueOf).toList())
                    .isEqualTo(expected.stream().limit(5).toList());
            assertThat(found).isEqualTo(List.of((long) expected.size(), plain.first()));
        }
    }

    @Property(tries = TRIES)
    void rows_with_equal_columns_and_different_labels_are_those_of_sql(
            @ForAll("rows") List<Cells> rows, @ForAll long seed) {
        for (List<String> names : List.of(List.of("b", "k"), List.of("k", "x"), List.of("w", "b"))) {
            List<String> columns = names.subList(0, 1);
            String label = names.get(1);
            LongSet candidates = Folds.plain(new Contradictions(columns, label, LongStore.MEMORY), rows);
            assertThat(Folds.value(
                            new Contradictions(columns, label, LongStore.MEMORY), rows, seed, EqualRowsTest::content))
                    .isEqualTo(content(candidates));
            List<String> expected = SqlOracle.ask(rows, """
                    select n from (select n, count(distinct %2$s) over (partition by %1$s) labels
                        from t where %2$s is not null) where labels > 1 order by n
                    """.formatted(columns.get(0), label));
            List<String> wrong = SqlOracle.ask(rows, """
                    select coalesce(sum(wrong), 0) from (select sum(c) - max(c) as wrong
                        from (select %1$s, count(*) c from t where %2$s is not null group by %1$s, %2$s) group by %1$s)
                    """.formatted(columns.get(0), label));
            List<Object> found = Folds.value(
                    new ContradictingRows(columns, label, candidates),
                    rows,
                    seed,
                    all -> List.of(all.rows().count(), all.rows().first(), all.wrong()));
            ContradictingRows.Ambiguous plain = Folds.plain(new ContradictingRows(columns, label, candidates), rows);
            assertThat(plain.rows().first().keySet().stream()
                            .map(String::valueOf)
                            .toList())
                    .isEqualTo(expected.stream().limit(5).toList());
            assertThat(plain.wrong()).isEqualTo((long) Double.parseDouble(wrong.get(0)));
            assertThat(found)
                    .isEqualTo(List.of((long) expected.size(), plain.rows().first(), plain.wrong()));
        }
    }

    @Property(tries = TRIES)
    void rows_that_only_share_a_hash_contradict_nothing(@ForAll("rows") List<Cells> rows) {
        LongSet all = new LongSet(0);
        RowHashes hashes = new RowHashes(List.of("k"));
        Batch batch = Cells.batch(rows, new long[rows.size()]);
        for (int row = 0; row < rows.size(); row++) {
            all.add(hashes.of(batch)[row]);
        }
        LongSet ambiguous = Folds.plain(new Contradictions(List.of("k"), "b", LongStore.MEMORY), rows);

        // As if every hash had come with two labels.
        assertThat(Folds.plain(new ContradictingRows(List.of("k"), "b", all), rows)
                        .rows()
                        .count())
                .isEqualTo(Folds.plain(new ContradictingRows(List.of("k"), "b", ambiguous), rows)
                        .rows()
                        .count());
    }

    @Property(tries = TRIES)
    void rows_that_only_share_a_hash_repeat_nothing(@ForAll("rows") List<Cells> rows) {
        LongSet all = new LongSet(0);
        RowHashes hashes = new RowHashes(List.of("k"));
        Batch batch = Cells.batch(rows, new long[rows.size()]);
        for (int row = 0; row < rows.size(); row++) {
            all.add(hashes.of(batch)[row]);
        }
        // As if every hash had come twice.
        Found found = Folds.plain(new RepeatedRows(List.of("k"), all), rows);
        LongSet repeated = Folds.plain(new Repeats(List.of("k"), LongStore.MEMORY), rows);
        assertThat(found.count())
                .isEqualTo(Folds.plain(new RepeatedRows(List.of("k"), repeated), rows)
                        .count());
    }

    private static List<Long> content(LongSet set) {
        List<Long> numbers = new ArrayList<>();
        set.forEach(numbers::add);
        return numbers.stream().sorted().toList();
    }
}
