package io.github.mlmaven.step;

import io.github.mlmaven.step.GateResult.SliceName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code comparison.json}: how the model does beside the baseline's on the same test rows.
 *
 * @param obstacles why the baseline's model was not put to the test; empty where it was, or there is none
 * @param contract what callers of the baseline's model see change; empty where there is none, or its bundle cannot be read
 * @param same whether both models predict the same of each row
 * @param overall of all test rows; empty where there is no model to compare with
 * @param slices in the order of the evaluation
 */
public record Comparison(
        int format,
        BaselineModel.Told baseline,
        List<Obstacle> obstacles,
        Optional<Contract> contract,
        boolean same,
        Optional<Changes> overall,
        List<SliceChanges> slices) {

    public static final int FORMAT = 1;

    public Comparison {
        obstacles = List.copyOf(obstacles);
        slices = List.copyOf(slices);
    }

    /** One without a model to compare with. */
    public static Comparison without(BaselineModel.Told baseline, List<Obstacle> obstacles) {
        return new Comparison(FORMAT, baseline, obstacles, Optional.empty(), false, Optional.empty(), List.of());
    }

    /** The same, knowing what callers see change. */
    public Comparison with(Contract found) {
        return new Comparison(format, baseline, obstacles, Optional.of(found), same, overall, slices);
    }

    /** Whether the baseline's model was put to the test. */
    public boolean isOnSameRows() {
        return overall.isPresent();
    }

    /** All changes by the names that {@link Facts} gives their metrics: {@code rmse[cut=Ideal]}. */
    public SortedMap<String, Change> byFact() {
        SortedMap<String, Change> facts = new TreeMap<>();
        overall.ifPresent(changes -> facts.putAll(changes.metrics()));
        for (SliceChanges slice : slices) {
            SliceName name = new SliceName(slice.column(), Optional.of(slice.value()));
            slice.changes().metrics().forEach((metric, change) -> facts.put(metric + name, change));
        }
        return facts;
    }

    /**
     * Of some rows.
     *
     * @param metrics by name; absent where the baseline's is not defined
     */
    public record Changes(SortedMap<String, Change> metrics) {
        public Changes {
            metrics = new TreeMap<>(metrics);
        }
    }

    /** Of the rows of a slice. */
    public record SliceChanges(String column, String value, Changes changes) {}

    /**
     * From the baseline to this model.
     *
     * @param baseline the metric of the baseline's model, finite
     * @param uncertainty empty where it is not known: of too few rows, or of a metric without intervals
     * @param difference where the true difference probably is, with the confidence of the evaluation
     */
    public record Change(double baseline, Optional<Uncertainty> uncertainty, Optional<Interval> difference) {

        /** One whose interval nobody asks for. */
        public Change(double baseline, Optional<Uncertainty> uncertainty) {
            this(baseline, uncertainty, Optional.empty());
        }
    }

    /**
     * How much the difference of the two models would differ had other rows been tested.
     *
     * @param error the standard error of the difference, not negative; 0 where both models say the same
     * @param relative that of the difference over the baseline's magnitude; absent where the baseline is not clear of 0
     * @param degrees of freedom of Student's t distribution
     */
    public record Uncertainty(double error, OptionalDouble relative, double degrees) {}
}
