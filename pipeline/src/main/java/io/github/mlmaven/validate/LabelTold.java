package io.github.mlmaven.validate;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.validate.TrainingSample.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** No input tells the label by itself, as one does that was written down once the label was known. */
record LabelTold(SpecFile spec) implements Constraint {

    /** Of fewer training rows nothing is said. */
    private static final int FEWEST_ROWS = 100;
    /** So many training rows are looked at. */
    private static final int KEPT = 4096;
    /** What an input may tell. */
    private static final double MOST = 0.98;

    @Override
    public Judgement plan(Fold fold) {
        ModelSpec model = spec.spec();
        List<String> inputs = model.inputs();
        Fold.Result<List<Row>> sample =
                fold.plan(new TrainingSample(inputs, model.data().label(), KEPT));
        return evidence -> {
            List<Row> rows = sample.value();
            List<Finding> findings = new ArrayList<>();
            for (int i = 0; i < inputs.size() && rows.size() >= FEWEST_ROWS; i++) {
                ColumnType type = model.column(inputs.get(i)).type();
                boolean ranged = type.isNumeric() || type.isTime();
                OneRule rule = new OneRule(rows, i, ranged);
                double told = model.task() == Task.CLASSIFICATION ? rule.labels() : rule.numbers();
                if (told >= MOST) {
                    findings.add(finding(inputs.get(i), told, rows.size()));
                }
            }
            return findings;
        };
    }

    private Finding finding(String input, double told, int rows) {
        double shown = BigDecimal.valueOf(told).setScale(3, RoundingMode.DOWN).doubleValue();
        return Finding.of(
                        FindingCode.COLUMN_TELLS_LABEL,
                        Severity.WARNING,
                        Subject.column(input, spec.place("columns", input)))
                .with(new Finding.Rows(0, rows, List.of()))
                .with("found", new Value.Real(shown))
                .with("allowed", new Value.Real(MOST));
    }
}
