package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.PredictionColumn;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.model.Manifest.Schema;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.model.Predictor;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.spec.EvaluateSpec.SliceSpec;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Labels;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.train.Matrix;
import io.github.mlmaven.train.TrainedModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Predicts the test rows with the code that serves the model, and measures. */
public final class Evaluator {

    private final Table table;
    private final ModelSpec spec;
    private final Catalog catalog;
    private final Schema schema;
    private final MlModel model;

    private Evaluator(Table table, SpecFile spec, TrainedModel trained) {
        this.table = table;
        this.spec = spec.spec();
        this.catalog = spec.catalog();
        this.schema = trained.schema();
        this.model = trained.load();
    }

    /**
     * Evaluates a model, and writes its predictions and metrics.
     *
     * @param testRows which rows are tested, as in {@link Evaluation#testRows()}
     * @param predictions the file for the predictions
     * @throws MlException if there are no test rows: a model that was not tested does not pass
     */
    public static Evaluation run(Table table, SpecFile spec, TrainedModel model, String testRows, Path predictions) {
        if (table.rows(Part.TEST) == 0) {
            throw new MlException(
                    "There are no test rows: the split left none of " + table.rows() + ".",
                    "Raise data.split.test, or add rows.");
        }
        return new Evaluator(table, spec, model).run(testRows, predictions);
    }

    private Evaluation run(String testRows, Path predictions) {
        Matrix rows = Matrix.read(table, Part.TEST, model.encoder(), schema.label(), schema.labels());
        int[] all = IntStream.range(0, rows.rows()).toArray();
        double[] outputs = outputs(rows);
        Scored scored;
        Optional<Labels> labels;
        if (schema.labels().isEmpty()) {
            scored = new ScoredNumbers(rows.labels(), outputs);
            labels = Optional.empty();
            write(predictions, List.of(PredictionColumn.numbers("prediction", outputs)));
        } else {
            ScoredLabels classified = classified(rows, outputs);
            scored = classified;
            labels = Optional.of(new Labels(schema.labels(), ScoredLabels.asLists(classified.confusion(all))));
            write(predictions, columns(classified, rows.rows()));
        }
        return new Evaluation(
                Evaluation.FORMAT, spec.task(), testRows, reported(), scores(scored, all), slices(scored), labels);
    }

    private List<Reported> reported() {
        return catalog.of(MetricDescriptor.class, spec.task()).stream()
                .map(Reported::of)
                .toList();
    }

    private double[] outputs(Matrix rows) {
        Predictor predictor = model.predictor();
        int width = predictor.outputs();
        double[] outputs = new double[Math.multiplyExact(rows.rows(), width)];
        double[] out = new double[width];
        for (int row = 0; row < rows.rows(); row++) {
            predictor.predict(rows.values(), row * rows.features(), out);
            System.arraycopy(out, 0, outputs, row * width, width);
        }
        return outputs;
    }

    private ScoredLabels classified(Matrix rows, double[] probabilities) {
        int[] labels =
                Arrays.stream(rows.labels()).mapToInt(label -> (int) label).toArray();
        return new ScoredLabels(labels, probabilities, schema.labels().size());
    }

    private List<PredictionColumn> columns(ScoredLabels scored, int rows) {
        List<PredictionColumn> columns = new ArrayList<>();
        String[] predicted = IntStream.range(0, rows)
                .mapToObj(row -> schema.labels().get(scored.predicted(row)))
                .toArray(String[]::new);
        columns.add(PredictionColumn.texts("prediction", predicted));
        for (int label = 0; label < schema.labels().size(); label++) {
            int position = label;
            double[] probabilities = IntStream.range(0, rows)
                    .mapToDouble(row -> scored.probability(row, position))
                    .toArray();
            columns.add(
                    PredictionColumn.numbers("probability of " + schema.labels().get(label), probabilities));
        }
        return columns;
    }

    private void write(Path file, List<PredictionColumn> predictions) {
        table.writePredictions(file, Part.TEST, predictions);
    }

    private List<Slice> slices(Scored scored) {
        Slices slices = new Slices(spec, table);
        List<Slice> measured = new ArrayList<>();
        for (SliceSpec slice : spec.evaluate().slices()) {
            for (Slices.Rows rows : slices.of(slice)) {
                measured.add(new Slice(rows.column(), rows.value(), scores(scored, rows.positions())));
            }
        }
        return measured;
    }

    private static Scores scores(Scored scored, int[] rows) {
        return new Scores(rows.length, scored.metrics(rows));
    }
}
