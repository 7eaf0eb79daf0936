package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Every row stays in the part that the SQL of old gave it. */
class SplitsTest {

    /** A row of the columns x, w, b, k; the label y is always missing. */
    record Row(Optional<Double> x, Optional<Long> w, Optional<Boolean> b, Optional<String> k) {}

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.oneOf(Arbitraries.doubles(), Arbitraries.of(-0.0, 0.0, Double.MIN_VALUE))
                                .optional(0.9),
                        Arbitraries.longs()
                                .between(-999999999999999999L, 999999999999999999L)
                                .optional(0.9),
                        Arbitraries.of(true, false).optional(0.9),
                        Arbitraries.oneOf(
                                        Arbitraries.strings().ofMaxLength(5).filter(SplitsTest::isText),
                                        Arbitraries.of("", "Test", "train", "VALIDATION", "ä", "\uD83D\uDE00", "1,2"))
                                .optional(0.9))
                .as(Row::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static boolean isText(String text) {
        return text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c));
    }

    @Property(tries = 50)
    void parts_and_keys_are_those_of_sql(@ForAll("rows") List<Row> rows) throws IOException, SQLException {
        List<String> all = List.of("b", "k", "w", "x", "y");
        check(rows, "split: {test: 0.3, validation: 0.2}", all, 0.3, 0.5);
        check(rows, "id: [w], split: {test: 0.3, validation: 0.2}", List.of("w"), 0.3, 0.5);
        check(
                rows,
                "id: [w], split: {test: 0.9999999999, group: [k, x]}",
                List.of("k", "x"),
                0.9999999999,
                0.9999999999);
        check(rows, "split: {column: k}", all, 0, 0);
    }

    private static void check(List<Row> rows, String data, List<String> key, double test, double validation)
            throws IOException, SQLException {
        ModelSpec spec = spec(data);
        Splits splits = new Splits(spec, SplitBounds.NONE);
        Batch batch = batch(rows);
        byte[] parts = splits.parts(batch);
        List<String> found = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            found.add(HexFormat.of().formatHex(splits.md5(batch, row)) + " " + parts[row]);
        }
        String part = spec.data().split().column().isPresent()
                ? "case lower(k) when 'train' then 0 when 'validation' then 1 when 'test' then 2 else -1 end"
                : "case when m < '%s' then 2 when m < '%s' then 1 else 0 end".formatted(hex(test), hex(validation));
        assertThat(found)
                .as(data)
                .isEqualTo(ask(rows, "select m, %s from (select *, md5(%s) as m from t)".formatted(part, sql(key))));
    }

    /** The key as it was written in SQL. */
    private static String sql(List<String> columns) {
        List<String> parts = new ArrayList<>();
        for (String column : columns) {
            parts.add(
                    switch (column) {
                        case "x" -> "cast(cast(x + 0.0 as bit) as bigint)";
                        case "k" -> "length(k) || ':' || k";
                        default -> column;
                    });
        }
        return "concat(" + String.join(", ',', ", parts) + ")";
    }

    private static String hex(double share) {
        long bound = (long) Math.ceil(Math.min(1, share) * 0x1p32);
        return bound >= 1L << 32 ? "g" : HexFormat.of().toHexDigits((int) bound);
    }

    private static ModelSpec spec(String data) throws IOException {
        Path file = Files.createTempFile("model", ".yaml");
        try {
            Files.writeString(file, """
                    task: regression
                    data: {source: d.csv, label: y, %s}
                    columns:
                      x: {type: number}
                      w: {type: integer}
                      b: {type: boolean}
                      k: {type: category}
                      y: {type: number}
                    """.formatted(data));
            return SpecReader.read(file, "example").spec();
        } finally {
            Files.delete(file);
        }
    }

    private static Batch batch(List<Row> rows) {
        int size = rows.size();
        Dictionary dictionary = new Dictionary();
        double[] x =
                rows.stream().mapToDouble(row -> row.x().orElse(Double.NaN)).toArray();
        long[] w = rows.stream()
                .mapToLong(row -> row.w().orElse(Column.Longs.MISSING))
                .toArray();
        byte[] b = new byte[size];
        int[] k = new int[size];
        for (int i = 0; i < size; i++) {
            b[i] = rows.get(i).b().map(flag -> (byte) (flag ? 1 : 0)).orElse(Column.Booleans.MISSING);
            k[i] = rows.get(i).k().map(dictionary::code).orElse(Column.Texts.MISSING);
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("x", new Column.Doubles(x, size, List.of()));
        columns.put("w", new Column.Longs(w, size, List.of()));
        columns.put("b", new Column.Booleans(b, size, List.of()));
        columns.put("k", new Column.Texts(k, size, dictionary));
        double[] y = new double[size];
        Arrays.fill(y, Double.NaN);
        columns.put("y", new Column.Doubles(y, size, List.of()));
        return Batch.of(size, columns);
    }

    private static List<String> ask(List<Row> rows, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (x double, w bigint, b boolean, k varchar, y double)");
            try (DuckDBAppender appender =
                    connection.unwrap(DuckDBConnection.class).createAppender("t")) {
                for (Row row : rows) {
                    appender.beginRow();
                    appender.append(row.x().orElse(null));
                    appender.append(row.w().orElse(null));
                    appender.append(row.b().orElse(null));
                    appender.append(row.k().orElse(null));
                    appender.appendNull();
                    appender.endRow();
                }
            }
            List<String> answer = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    answer.add(result.getString(1) + " " + result.getInt(2));
                }
            }
            return answer;
        }
    }
}
