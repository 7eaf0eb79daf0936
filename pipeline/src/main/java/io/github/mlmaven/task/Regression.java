package io.github.mlmaven.task;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.Target;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.data.PredictionColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.xgboost.XGBoostRegressionConverter;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer.RegressionType;

/** A number is predicted. */
record Regression(String label) implements TaskKind {

    static final TreeOutput.Provenance PROVENANCE = (rounds, parameters) ->
            new XGBoostRegressionTrainer(RegressionType.LINEAR, rounds, parameters).getProvenance();

    @Override
    public Target target() {
        return new Target(Task.REGRESSION, label, List.of());
    }

    @Override
    public void number(Column column, double[] numbers, int first) {
        for (int row = 0; row < column.rows(); row++) {
            numbers[first + row] = column.number(row);
        }
    }

    @Override
    public boolean isUnknown(double number) {
        return false;
    }

    @Override
    public TreeOutput<Regressor> boosted() {
        return new TreeOutput<>(
                new TreeMap<>(Map.of("objective", TreeOutput.SQUARED_ERROR)),
                TribuoOutput.number(label),
                new XGBoostRegressionConverter().serialize(),
                PROVENANCE);
    }

    @Override
    public TreeOutput<Regressor> forest() {
        return boosted();
    }

    @Override
    public Scored scored(double[] labels, double[] outputs) {
        return new Scored(
                new ScoredNumbers(labels, outputs),
                List.of(PredictionColumn.numbers("prediction", outputs)),
                Optional.empty());
    }
}
