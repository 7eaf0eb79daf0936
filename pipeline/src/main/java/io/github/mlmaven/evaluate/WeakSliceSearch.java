package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.chance.Deviations;
import io.github.mlmaven.chance.Holm;
import io.github.mlmaven.data.Rows;
import io.github.mlmaven.evaluate.CutSums.Sums;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.step.Interval;
import io.github.mlmaven.step.WeakSlices;
import io.github.mlmaven.step.WeakSlices.WeakSlice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for slices on which a model errs more than on the other rows: each value or range of a column, and each pair of them
 * of two columns. Among all of these, whether looked at or not, the probability of naming one that is no worse is 5 %. A pair
 * is named where it is worse than the rest of either of its two slices as well. Of slices with mostly the same rows one is
 * named, of a single column where there is one.
 */
final class WeakSliceSearch {

    private static final double ERROR = 0.05;
    private static final double CONFIDENCE = 0.95;

    /** Of more test rows every second, every third and so on is looked at. */
    private static final int MOST_ROWS = 100_000;

    /** A slice with fewer, or that leaves fewer, is none. */
    private static final int FEWEST_ROWS = 30;

    /** So many columns, those with the weakest slices, are looked at in pairs. */
    private static final int PAIRED = 15;

    /** So many slices, the weakest by their rows, are measured by their groups. */
    private static final int MEASURED = 200;

    /** A pair is more than standard errors worse than the rest of either slice, which chance makes of 1 in 100. */
    private static final double REFINED = 2.33;

    private static final int NAMED = 10;

    private final Map<String, Cut> cuts;
    private final double[] errors;
    private final Groups groups;
    private final Sums all;
    private final Map<String, CutSums> singles = new HashMap<>();
    private long looked;

    private WeakSliceSearch(Map<String, Cut> cuts, ScoredRows scored, Groups groups) {
        this.cuts = cuts;
        this.errors = RowErrors.of(scored);
        this.groups = groups;
        this.all = new CutSums(List.of(), errors).of(0);
    }

    /**
     * The weak slices of the test rows.
     *
     * @param inputs of the model
     * @param scored all of them
     * @param groups of them
     */
    static WeakSlices of(Rows rows, ModelSpec spec, List<String> inputs, ScoredRows scored, Groups groups) {
        int step = (scored.size() + MOST_ROWS - 1) / MOST_ROWS;
        IntPredicate looked = row -> row % step == 0;
        int[] places = IntStream.range(0, scored.size()).filter(looked).toArray();
        Map<String, Cut> cuts = new ColumnCuts(rows, inputs, looked, places.length).of(spec);
        return new WeakSliceSearch(cuts, scored.pick(places), groups.pick(places)).found();
    }

    private WeakSlices found() {
        List<Candidate> candidates = new ArrayList<>();
        cuts.forEach((column, cut) -> {
            CutSums cells = new CutSums(List.of(cut), errors);
            singles.put(column, cells);
            candidates.addAll(candidates(List.of(column), cells));
        });
        candidates.addAll(pairs(candidates));
        List<Measured> measured = candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::above).reversed())
                .limit(MEASURED)
                .map(this::measured)
                .toList();
        Map<String, Double> chances = new HashMap<>();
        for (int i = 0; i < measured.size(); i++) {
            chances.put(Integer.toString(i), measured.get(i).chance());
        }
        Set<String> beyond = Holm.beyondChance(chances, looked, ERROR);
        List<Measured> named = beyond.stream()
                .map(place -> measured.get(Integer.parseInt(place)))
                .sorted(Comparator.comparingInt(Measured::columns).thenComparing(Measured.WORST_FIRST))
                .toList();
        return new WeakSlices(
                looked,
                errors.length,
                apart(named).stream()
                        .sorted(Measured.WORST_FIRST)
                        .limit(NAMED)
                        .map(Measured::slice)
                        .toList());
    }

    /** Those that are mostly of other rows than each one before them: what columns say twice is said once, in fewer words. */
    private static List<Measured> apart(List<Measured> slices) {
        List<Measured> apart = new ArrayList<>();
        for (Measured slice : slices) {
            if (apart.stream().noneMatch(slice::isMostly)) {
                apart.add(slice);
            }
        }
        return apart;
    }

    /** The slices of some columns that are worse than the other rows. */
    private List<Candidate> candidates(List<String> columns, CutSums cells) {
        List<Candidate> found = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            Sums sums = cells.of(cell);
            Sums rest = all.without(sums);
            if (sums.rows() >= FEWEST_ROWS && rest.rows() >= FEWEST_ROWS) {
                looked++;
                double above = sums.above(rest);
                if (above > 0) {
                    found.add(new Candidate(columns, cells.example(cell), sums, above));
                }
            }
        }
        return found;
    }

    private List<Candidate> pairs(List<Candidate> slices) {
        List<String> weakest = slices.stream()
                .sorted(Comparator.comparingDouble(Candidate::above).reversed())
                .map(slice -> slice.columns().get(0))
                .distinct()
                .limit(PAIRED)
                .toList();
        List<Candidate> found = new ArrayList<>();
        List<String> names = List.copyOf(cuts.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                List<String> pair = List.of(names.get(i), names.get(j));
                if (weakest.containsAll(pair)) {
                    candidates(pair, new CutSums(cuts(pair), errors)).stream()
                            .filter(this::isRefined)
                            .forEach(found::add);
                } else {
                    // Which pairs are looked at hangs on the errors: those that could have been count as well.
                    looked +=
                            (long) cut(names.get(i)).size() * cut(names.get(j)).size();
                }
            }
        }
        return found;
    }

    private Cut cut(String column) {
        return cuts(List.of(column)).get(0);
    }

    private List<Cut> cuts(List<String> columns) {
        return columns.stream()
                .flatMap(column -> Stream.ofNullable(cuts.get(column)))
                .toList();
    }

    private boolean isRefined(Candidate pair) {
        return pair.columns().stream().allMatch(column -> {
            Sums parent =
                    Objects.requireNonNull(singles.get(column)).of(cut(column).group(pair.example()));
            Sums rest = parent.without(pair.sums());
            // A slice that the pair fills says as much by itself.
            return rest.rows() >= FEWEST_ROWS && pair.sums().above(rest) > REFINED;
        });
    }

    /**
     * A slice.
     *
     * @param example one of its rows
     * @param above how many standard errors it is worse than the other rows, had each been drawn by itself
     */
    private record Candidate(List<String> columns, int example, Sums sums, double above) {}

    /**
     * A slice with what is known of it.
     *
     * @param columns how many
     * @param within its rows
     * @param chance how probable it is that a slice which is no worse looks as bad
     */
    private record Measured(WeakSlice slice, int columns, BitSet within, double chance) {

        static final Comparator<Measured> WORST_FIRST = Comparator.comparingDouble(
                        (Measured found) -> found.slice().more().low())
                .reversed()
                .thenComparing(Measured::name);

        String name() {
            return slice.column() + "=" + slice.value();
        }

        /** Whether more than half of the rows of either are rows of both. */
        boolean isMostly(Measured other) {
            BitSet both = (BitSet) within.clone();
            both.and(other.within);
            BitSet either = (BitSet) within.clone();
            either.or(other.within);
            return 2 * both.cardinality() > either.cardinality();
        }
    }

    private Measured measured(Candidate candidate) {
        List<Cut> of = cuts(candidate.columns());
        IntPredicate within = row -> of.stream().allMatch(cut -> cut.group(row) == cut.group(candidate.example()));
        BitSet found = new BitSet(errors.length);
        IntStream.range(0, errors.length).filter(within).forEach(found::set);
        Sums inside = candidate.sums();
        Sums outside = all.without(inside);
        double[] moves = Influence.of(
                errors.length,
                row -> found.get(row)
                        ? (errors[row] - inside.mean()) * errors.length / inside.rows()
                        : (outside.mean() - errors[row]) * errors.length / outside.rows());
        double error = Influence.standardError(moves, groups);
        int units = groups.having(found::get);
        int others = groups.having(row -> !found.get(row));
        double more = inside.mean() - outside.mean();
        String column = String.join(" x ", candidate.columns());
        String value = of.stream().map(cut -> cut.name(candidate.example())).collect(Collectors.joining(" x "));
        int degrees = Math.min(units, others) - 1;
        double reach = degrees < 1 ? 0 : error * Deviations.student(CONFIDENCE, degrees);
        WeakSlice slice = new WeakSlice(
                column, value, inside.rows(), inside.mean(), outside.mean(), new Interval(more - reach, more + reach));
        return new Measured(
                slice,
                of.size(),
                found,
                degrees < 1 ? 1 : chance(more, error, spread(moves, found, units, others), degrees));
    }

    /**
     * The standard error of the difference if the units of the slice were as different as the others are: a slice in which all
     * are wrong shows no spread, and may have one.
     */
    private double spread(double[] moves, BitSet within, int units, int others) {
        double outside =
                Influence.standardError(Influence.of(moves.length, row -> within.get(row) ? 0 : moves[row]), groups);
        return outside * Math.sqrt(1 + (double) others / units);
    }

    private static double chance(double more, double error, double spread, int degrees) {
        double largest = Math.max(error, spread);
        return largest == 0 ? 0 : Deviations.chance(more / largest, degrees);
    }
}
