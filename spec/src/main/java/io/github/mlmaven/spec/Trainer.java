package io.github.mlmaven.spec;

import io.github.mlmaven.api.Task;
import io.github.mlmaven.text.KebabCase;
import java.util.List;
import java.util.Set;

/** The trainers that a spec can name, with their parameters. */
public enum Trainer {
    /** Gradient-boosted trees by XGBoost's histogram method. */
    XGBOOST(
            Set.of(Task.CLASSIFICATION, Task.REGRESSION),
            Parameter.whole("rounds", "100", 1, 100_000, "Boosting rounds: trees, or trees per label."),
            Parameter.whole("max-depth", "6", 1, 64, "The depth of a tree."),
            Parameter.real("learning-rate", "0.3", 0, 1, "Shrinkage of each round's trees."),
            Parameter.real("min-child-weight", "1", 0, 1e9, "The smallest sum of Hessians in a leaf."),
            Parameter.real("subsample", "1", 0.001, 1, "The share of rows that each round sees."),
            Parameter.real("column-sample", "1", 0.001, 1, "The share of features that each tree sees."),
            Parameter.real("lambda", "1", 0, 1e9, "L2 penalty on leaf weights."),
            Parameter.real("alpha", "0", 0, 1e9, "L1 penalty on leaf weights."),
            Parameter.real("gamma", "0", 0, 1e9, "The smallest loss reduction of a split."),
            Parameter.whole("max-bins", "256", 2, 65_535, "Histogram bins per feature."),
            Parameter.whole(
                    "early-stopping",
                    "0",
                    0,
                    100_000,
                    "Stop after this many rounds without progress on the validation split; 0 never stops early.")),
    /** A random forest by XGBoost's forest mode. */
    RANDOM_FOREST(
            Set.of(Task.CLASSIFICATION, Task.REGRESSION),
            Parameter.whole("trees", "100", 1, 10_000, "Trees of the forest, per label with more than two labels."),
            Parameter.whole("max-depth", "10", 1, 64, "The depth of a tree."),
            Parameter.real("min-child-weight", "1", 0, 1e9, "The smallest sum of Hessians in a leaf."),
            Parameter.real("subsample", "0.63", 0.001, 1, "The share of rows that each tree sees."),
            Parameter.real("column-sample", "0.3", 0.001, 1, "The share of features that each split sees."),
            Parameter.whole("max-bins", "256", 2, 65_535, "Histogram bins per feature.")),
    /** Least squares with an elastic-net penalty. */
    LINEAR_REGRESSION(
            Set.of(Task.REGRESSION),
            Parameter.real("alpha", "0.0001", 0, 1e9, "The weight of the penalty."),
            Parameter.real("l1-ratio", "0.5", 0.01, 1, "The share of the L1 norm in the penalty."),
            Parameter.whole("iterations", "500", 1, 1_000_000, "The largest number of passes over the features."),
            Parameter.real("tolerance", "0.00001", 0, 1, "Stop when no weight moves by more.")),
    /** Multinomial logistic regression, trained by AdaGrad. */
    LOGISTIC_REGRESSION(
            Set.of(Task.CLASSIFICATION),
            Parameter.whole("epochs", "20", 1, 100_000, "Passes over the rows."),
            Parameter.real("learning-rate", "0.5", 1e-9, 100, "The initial learning rate of AdaGrad."));

    private final Set<Task> tasks;
    private final List<Parameter> parameters;

    Trainer(Set<Task> tasks, Parameter... parameters) {
        this.tasks = Set.copyOf(tasks);
        this.parameters = List.of(parameters);
    }

    /** The name in files: {@code random-forest}. */
    public String key() {
        return KebabCase.of(this);
    }

    public Set<Task> tasks() {
        return tasks;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    /** Whether the model is made of trees, which need no scaling and know missing values. */
    public boolean isTrees() {
        return this == XGBOOST || this == RANDOM_FOREST;
    }

    /**
     * A setting of a trainer.
     *
     * @param whole whether only whole numbers are allowed
     * @param min the smallest allowed value
     * @param max the largest allowed value
     */
    public record Parameter(String name, String defaultValue, boolean whole, double min, double max, String doc) {

        static Parameter whole(String name, String defaultValue, double min, double max, String doc) {
            return new Parameter(name, defaultValue, true, min, max, doc);
        }

        static Parameter real(String name, String defaultValue, double min, double max, String doc) {
            return new Parameter(name, defaultValue, false, min, max, doc);
        }
    }
}
