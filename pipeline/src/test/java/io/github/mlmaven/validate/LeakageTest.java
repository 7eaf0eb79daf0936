package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.measure.LongSet;
import io.github.mlmaven.measure.LongStore;
import io.github.mlmaven.measure.RowHashes;
import io.github.mlmaven.validate.Leakage.LeakedRows;
import io.github.mlmaven.validate.Leakage.Leaks;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The test rows that training rows give away are those of the SQL of old, however the rows are folded. */
class LeakageTest {

    private static final List<String> INPUTS = List.of("x");

    /** A row with its part. */
    record Row(int part, Optional<Double> x, Optional<String> k) {}

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.of(-1, 0, 0, 1, 2, 2),
                        Arbitraries.of(0.0, -0.0, 1.5, 1e300).optional(0.8),
                        Arbitraries.of("a", "", "ä", "a,").optional(0.8))
                .as(Row::new)
                .list()
                .ofMaxSize(25);
    }

    @Property(tries = 100)
    void leaked_rows_are_those_of_sql(@ForAll("rows") List<Row> rows, @ForAll long seed) throws SQLException {
        LongSet shared = fold(new SharedHashes(INPUTS, false, LongStore.MEMORY), rows, new Random(seed));
        Leaks leaked = fold(new LeakedRows(INPUTS, "k", shared), rows, new Random(seed + 1));
        isSaid(leaked.duplicates(), ask(rows, """
                select n from t where part = 2 and exists (select 1 from t o where o.part = 0
                    and o.x is not distinct from t.x and o.k is not distinct from t.k) order by n"""));
        isSaid(leaked.equalInputs(), ask(rows, """
                select n from t where part = 2 and exists (select 1 from t o where o.part = 0
                    and o.x is not distinct from t.x) and not exists (select 1 from t o where o.part = 0
                    and o.x is not distinct from t.x and o.k is not distinct from t.k) order by n"""));
        // Rows that only share a hash are told apart by their values.
        LongSet all = new LongSet(0);
        RowHashes hashes = new RowHashes(INPUTS);
        Batch batch = batch(rows, 0, rows.size());
        for (int row = 0; row < rows.size(); row++) {
            all.add(hashes.of(batch)[row]);
        }
        Leaks again = fold(new LeakedRows(INPUTS, "k", all), rows, new Random(seed));
        assertThat(again.duplicates().first()).isEqualTo(leaked.duplicates().first());
        assertThat(again.equalInputs().first()).isEqualTo(leaked.equalInputs().first());
    }

    private static void isSaid(Found found, List<Long> expected) {
        assertThat(found.count()).isEqualTo(expected.size());
        assertThat(found.first().keySet().stream().toList())
                .isEqualTo(expected.stream().limit(5).toList());
    }

    private static <S, V> V fold(Measure<S, V> measure, List<Row> rows, Random random) {
        List<S> states = new ArrayList<>(List.of(measure.start(), measure.start(), measure.start()));
        for (int from = 0; from < rows.size(); ) {
            int to = Math.min(rows.size(), from + 1 + random.nextInt(6));
            measure.add(states.get(random.nextInt(states.size())), batch(rows, from, to));
            from = to;
        }
        while (states.size() > 1) {
            S other = states.remove(random.nextInt(states.size()));
            measure.merge(states.get(random.nextInt(states.size())), other);
        }
        return measure.value(states.get(0));
    }

    private static Batch batch(List<Row> rows, int from, int to) {
        int size = to - from;
        Dictionary dictionary = new Dictionary();
        long[] positions = new long[size];
        double[] x = new double[size];
        int[] k = new int[size];
        byte[] parts = new byte[size];
        for (int i = 0; i < size; i++) {
            Row row = rows.get(from + i);
            positions[i] = (long) from + i;
            x[i] = row.x().orElse(Double.NaN);
            k[i] = row.k().map(dictionary::code).orElse(Column.Texts.MISSING);
            parts[i] = (byte) row.part();
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("x", new Column.Doubles(x, size, List.of()));
        columns.put("k", new Column.Texts(k, size, dictionary));
        return Part.mark(new Batch(size, positions, columns), parts);
    }

    private static List<Long> ask(List<Row> rows, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (n bigint, part integer, x double, k varchar)");
            try (DuckDBAppender appender =
                    connection.unwrap(DuckDBConnection.class).createAppender("t")) {
                for (int i = 0; i < rows.size(); i++) {
                    appender.beginRow();
                    appender.append((long) i);
                    appender.append(rows.get(i).part());
                    appender.append(rows.get(i).x().orElse(null));
                    appender.append(rows.get(i).k().orElse(null));
                    appender.endRow();
                }
            }
            List<Long> answer = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    answer.add(result.getLong(1));
                }
            }
            return answer;
        }
    }
}
