package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.EncodedRows;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Rows;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.spec.EvaluateSpec.SliceSpec;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Curves;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.task.TaskKind.Scored;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.train.TrainedModel;
import java.util.ArrayList;
import java.util.List;

/** Predicts the test rows with the code that serves the model, and measures. */
public final class Evaluator {

    private final Rows rows;
    private final ModelSpec spec;
    private final List<AskedMetric> asked;
    private final MlModel model;
    private final long seed;

    private Evaluator(Rows rows, SpecFile spec, TrainedModel trained) {
        this.rows = rows;
        this.spec = spec.spec();
        this.asked = spec.metrics();
        this.model = trained.load();
        this.seed = trained.seed();
    }

    /**
     * Evaluates a model, and writes its predictions and what drawings need of them.
     *
     * @param testRows which rows are tested, as in {@link Evaluation#testRows()}
     * @param files where they go
     * @throws MlException if there are no test rows: a model that was not tested does not pass
     */
    public static Evaluation run(Rows rows, SpecFile spec, TrainedModel model, String testRows, ModelFiles files) {
        if (rows.count(Part.TEST) == 0) {
            throw new MlException(
                    "There are no test rows: the split left none of " + rows.count() + ".",
                    "Raise data.split.test, or add rows.");
        }
        return new Evaluator(rows, spec, model).run(testRows, files);
    }

    /** The test rows with what a model predicts of them, for whoever measures them in another way. */
    public static ScoredRows scored(Rows rows, TrainedModel model) {
        return Scoring.of(model.load()).of(rows).rows();
    }

    private Evaluation run(String testRows, ModelFiles files) {
        Scoring scoring = Scoring.of(model);
        EncodedRows encoded = scoring.encoded(rows);
        Scored scored = scoring.of(encoded);
        rows.writePredictions(files.predictions(), Part.TEST, scored.predictions());
        double confidence = spec.evaluate().confidence().value();
        Curves curves = curves(scored.rows(), confidence);
        Json.write(files.curves(), curves.with(ColumnImportance.of(scoring, encoded, asked, seed)));
        Metrics metrics = new Metrics(asked, confidence);
        Groups groups = Groups.ofTest(rows, spec.data());
        Evaluation evaluation = new Evaluation(
                Evaluation.FORMAT,
                spec.task(),
                testRows,
                confidence,
                asked.stream()
                        .map(metric -> Reported.of(metric, Intervals.areKnownOf(metric.name())))
                        .toList(),
                metrics.of(scored.rows(), groups),
                slices(scored.rows(), groups, metrics),
                scored.labels());
        return evaluation.with(WeakSliceSearch.of(rows, spec, model.encoder().inputs(), scored.rows(), groups));
    }

    private static Curves curves(ScoredRows scored, double confidence) {
        return scored instanceof ScoredLabels labels
                ? LabelDrawings.of(labels, confidence)
                : ErrorDrawings.of((ScoredNumbers) scored);
    }

    private List<Slice> slices(ScoredRows scored, Groups groups, Metrics metrics) {
        Slices slices = new Slices(spec, rows);
        List<Slice> measured = new ArrayList<>();
        for (SliceSpec slice : spec.evaluate().slices()) {
            for (SliceRows part : slices.of(slice)) {
                int[] positions = part.positions();
                Scores scores = metrics.of(scored.pick(positions), groups.pick(positions));
                measured.add(new Slice(part.column(), part.value(), scores));
            }
        }
        return measured;
    }
}
