package io.github.mlmaven.task;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.Target;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.PredictionColumn;
import io.github.mlmaven.data.Rows;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Frequencies;
import io.github.mlmaven.measure.ValueCounts;
import io.github.mlmaven.model.BinaryLogisticConverter;
import io.github.mlmaven.model.Categories;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.step.Evaluation.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tribuo.classification.Label;
import org.tribuo.classification.xgboost.XGBoostClassificationConverter;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;

/**
 * One of some labels is predicted. Numbers stand for labels: their positions.
 *
 * @param labels at least two, in the model's order
 */
record Classification(String label, Categories labels) implements TaskKind {

    /**
     * A classification with the schema's labels, else with those of the data, rising.
     *
     * @throws MlException if the training rows have fewer than two
     */
    static Classification of(ModelSpec spec, Rows rows) {
        String label = spec.data().label();
        Fold fold = new Fold();
        Fold.Result<ValueCounts> found = fold.plan(new Frequencies(label, Integer.MAX_VALUE));
        rows.read(Part.TRAIN, List.of(label), fold::add);
        List<String> learned = found.value().values();
        if (learned.size() < 2) {
            throw new MlException(
                    "The label '%s' has %s in the %s training rows."
                            .formatted(
                                    label,
                                    learned.isEmpty() ? "no value" : "one value only, '" + learned.get(0) + "',",
                                    rows.count(Part.TRAIN)),
                    "A classification needs rows of at least two labels to learn from.");
        }
        List<String> declared = spec.label().domain().values();
        if (!declared.isEmpty()) {
            return new Classification(label, new Categories(declared));
        }
        // Labels of test rows that training never saw are part of the model too: it is wrong about them, and that
        // counts.
        rows.read(Part.VALIDATION, List.of(label), fold::add);
        rows.read(Part.TEST, List.of(label), fold::add);
        return new Classification(label, new Categories(found.value().values()));
    }

    @Override
    public Target target() {
        return new Target(Task.CLASSIFICATION, label, names());
    }

    private List<String> names() {
        return labels.values();
    }

    @Override
    public void number(Column column, double[] numbers, int first) {
        int[] places = labels.places(column, 0, column.rows());
        for (int row = 0; row < places.length; row++) {
            numbers[first + row] = places[row] == Categories.MISSING ? Double.NaN : places[row];
        }
    }

    @Override
    public boolean isUnknown(double number) {
        return number == Categories.UNKNOWN;
    }

    @Override
    public TreeOutput<Label> boosted() {
        SortedMap<String, Object> objective = new TreeMap<>();
        objective.put("objective", isOfTwo() ? TreeOutput.LOGISTIC : "multi:softprob");
        return trees(
                objective,
                (rounds, parameters) -> new XGBoostClassificationTrainer(rounds, parameters).getProvenance());
    }

    @Override
    public TreeOutput<Label> forest() {
        SortedMap<String, Object> objective = new TreeMap<>();
        objective.put("objective", TreeOutput.SQUARED_ERROR);
        objective.put("base_score", 0);
        // A regression on 0 and 1: Tribuo's trainer of classifications knows no such objective.
        return trees(objective, Regression.PROVENANCE);
    }

    private TreeOutput<Label> trees(SortedMap<String, Object> objective, TreeOutput.Provenance provenance) {
        if (!isOfTwo()) {
            objective.put(TreeOutput.LABELS, names().size());
        }
        return new TreeOutput<>(
                objective,
                TribuoOutput.labels(names()),
                isOfTwo()
                        ? new BinaryLogisticConverter().serialize()
                        : new XGBoostClassificationConverter().serialize(),
                provenance);
    }

    private boolean isOfTwo() {
        return names().size() == 2;
    }

    @Override
    public Scored scored(double[] numbers, double[] outputs) {
        ScoredLabels rows = new ScoredLabels(
                names(), Arrays.stream(numbers).mapToInt(number -> (int) number).toArray(), outputs);
        return new Scored(rows, predictions(rows), Optional.of(new Labels(names(), confusion(rows))));
    }

    private List<PredictionColumn> predictions(ScoredLabels rows) {
        List<PredictionColumn> columns = new ArrayList<>();
        String[] predicted = IntStream.range(0, rows.size())
                .mapToObj(row -> names().get(rows.predicted(row)))
                .toArray(String[]::new);
        columns.add(PredictionColumn.texts("prediction", predicted));
        for (int i = 0; i < names().size(); i++) {
            int position = i;
            double[] probabilities = IntStream.range(0, rows.size())
                    .mapToDouble(row -> rows.probability(row, position))
                    .toArray();
            columns.add(PredictionColumn.numbers("probability of " + names().get(i), probabilities));
        }
        return columns;
    }

    private List<List<Long>> confusion(ScoredLabels rows) {
        return IntStream.range(0, names().size())
                .mapToObj(label -> IntStream.range(0, names().size())
                        .mapToObj(predicted -> rows.count(label, predicted))
                        .toList())
                .toList();
    }
}
