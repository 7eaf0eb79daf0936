package io.github.mlmaven.train;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Frequencies;
import io.github.mlmaven.measure.ValueCounts;
import io.github.mlmaven.spec.ModelSpec;
import java.util.List;

/** The labels of a classification. */
final class Labels {

    private Labels() {}

    /**
     * The labels in the model's order: the schema's values, else those of the data, rising.
     *
     * @return empty for a regression
     * @throws MlException if the training rows have fewer than two
     */
    static List<String> of(ModelSpec spec, Table table) {
        if (spec.task() == Task.REGRESSION) {
            return List.of();
        }
        String label = spec.data().label();
        List<String> learned = table.distinct(Part.TRAIN, label);
        if (learned.size() < 2) {
            throw new MlException(
                    "The label '%s' has %s in the %d training rows."
                            .formatted(
                                    label,
                                    learned.isEmpty() ? "no value" : "one value only, '" + learned.get(0) + "',",
                                    table.rows(Part.TRAIN)),
                    "A classification needs rows of at least two labels to learn from.");
        }
        List<String> declared = spec.label().domain().values();
        // Labels of test rows that training never saw are part of the model too: it is wrong about them, and that
        // counts.
        return declared.isEmpty() ? all(label, table) : declared;
    }

    private static List<String> all(String label, Table table) {
        Fold fold = new Fold();
        Fold.Result<ValueCounts> values = fold.plan(new Frequencies(label, Integer.MAX_VALUE));
        table.fold(fold);
        return values.value().values();
    }
}
