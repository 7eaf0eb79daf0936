package io.github.mlmaven.measure;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import io.github.mlmaven.api.Dictionary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * One generated row: a number, a whole number, a boolean and a text, each of which may be missing, and the text that stands in
 * place of the number where that clashes.
 */
record Cells(Optional<Double> x, Optional<Long> w, Optional<Boolean> b, Optional<String> k, Optional<String> clash) {

    static Arbitrary<List<Cells>> rows() {
        Arbitrary<Double> numbers = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(-3, 3).map(i -> i / 2.0)),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                -0.0, 0.1, 1e300, -1e300, Double.MIN_VALUE, Double.MAX_VALUE, 1e16, 1.0 / 3, 2e-7)),
                Tuple.of(1, Arbitraries.doubles()));
        Arbitrary<Long> wholes = Arbitraries.oneOf(
                Arbitraries.longs().between(-3, 3),
                Arbitraries.longs().between(-999999999999999999L, 999999999999999999L));
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.of("", "a", "b", "A", "ä", "\uFFFD", "\uD83D\uDE00", "a,b", "red", "1"),
                Arbitraries.strings().withCharRange('a', 'e').ofMaxLength(3));
        Arbitrary<String> clashes =
                Arbitraries.of("NaN", "-inf", "1e999", "abc", "1;5", "Infinity", "-1E+400", " nan ");
        return Combinators.combine(
                        numbers.optional(0.8),
                        wholes.optional(0.8),
                        Arbitraries.of(true, false).optional(0.8),
                        texts.optional(0.8),
                        clashes.optional(0.2))
                .as((x, w, b, k, clash) -> new Cells(clash.isPresent() ? Optional.empty() : x, w, b, k, clash))
                .list()
                .ofMaxSize(40);
    }

    /** Rows as one batch, with a dictionary of their own. */
    static Batch batch(List<Cells> rows, long[] positions) {
        return batch(rows, positions, new Dictionary());
    }

    static Batch batch(List<Cells> rows, long[] positions, Dictionary dictionary) {
        int size = rows.size();
        // Longer than needed, as a reader's arrays may be.
        double[] x = new double[size + 3];
        long[] w = new long[size + 3];
        byte[] b = new byte[size + 3];
        int[] k = new int[size + 3];
        List<Clash> clashes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Cells row = rows.get(i);
            x[i] = row.x().orElse(Double.NaN);
            w[i] = row.w().orElse(Column.Longs.MISSING);
            b[i] = row.b().map(value -> (byte) (value ? 1 : 0)).orElse(Column.Booleans.MISSING);
            k[i] = row.k().map(dictionary::code).orElse(Column.Texts.MISSING);
            int at = i;
            row.clash().ifPresent(text -> clashes.add(new Clash(at, text)));
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("x", new Column.Doubles(x, size, clashes));
        columns.put("w", new Column.Longs(w, size, List.of()));
        columns.put("b", new Column.Booleans(b, size, List.of()));
        columns.put("k", new Column.Texts(k, size, dictionary));
        return new Batch(size, positions, columns);
    }
}
