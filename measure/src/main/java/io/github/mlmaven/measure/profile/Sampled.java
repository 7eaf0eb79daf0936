package io.github.mlmaven.measure.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Rows of which columns can be held against one another. */
public final class Sampled {

    private final List<String> columns;
    private final List<Association.Variable> variables;
    private final int rows;

    Sampled(List<String> columns, List<Association.Variable> variables, int rows) {
        this.columns = columns;
        this.variables = variables;
        this.rows = rows;
    }

    /** How many rows were sampled. */
    public int rows() {
        return rows;
    }

    /**
     * How much two columns tell of each other, from 0 to 1; empty where that cannot be said: a column has no two values, or so
     * many different texts that most rows have one of their own.
     */
    public OptionalDouble between(String one, String other) {
        return Association.between(variable(one), variable(other));
    }

    private Association.Variable variable(String column) {
        return variables.get(columns.indexOf(column));
    }

    /** Two columns, the one that comes first in the table first, and how much they tell of each other. */
    public record Pair(String one, String other, double association) {}

    /**
     * The pairs that tell most of each other, of at most as many columns as are asked for: those that come first.
     *
     * @param among names of columns, of which the first are looked at
     * @param looked how many of them
     * @param limit on the pairs
     */
    public List<Pair> strongest(List<String> among, int looked, int limit) {
        int[] indexes =
                among.stream().limit(looked).mapToInt(columns::indexOf).sorted().toArray();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < indexes.length; i++) {
            for (int j = i + 1; j < indexes.length; j++) {
                String one = columns.get(indexes[i]);
                String other = columns.get(indexes[j]);
                Association.between(variables.get(indexes[i]), variables.get(indexes[j]))
                        .ifPresent(found -> pairs.add(new Pair(one, other, found)));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::association).reversed());
        return IntStream.range(0, Math.min(limit, pairs.size()))
                .mapToObj(pairs::get)
                .toList();
    }
}
