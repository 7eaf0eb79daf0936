package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.spec.Catalog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Metrics of rows so few that their values are worked out by hand. */
class ByHandTest {

    @Test
    void errors_of_a_few_numbers() {
        // Errors of 1, -2 and 4 on labels of 2, 4 and 9, whose mean is 5.
        ScoredNumbers rows = new ScoredNumbers(new double[] {2, 4, 9}, new double[] {3, 2, 13});

        Map<String, Double> metrics =
                metrics(Task.REGRESSION).of(rows, Groups.ofRows(rows.size())).metrics();

        assertThat(metrics.get("rmse")).isCloseTo(Math.sqrt(7), within(1e-15));
        assertThat(metrics.get("mae")).isCloseTo(7.0 / 3, within(1e-15));
        assertThat(metrics.get("median-absolute-error")).isEqualTo(2);
        assertThat(metrics.get("mape")).isCloseTo((0.5 + 0.5 + 4.0 / 9) / 3, within(1e-15));
        assertThat(metrics.get("bias")).isEqualTo(1);
        assertThat(metrics.get("r2")).isCloseTo(1 - 21.0 / 26, within(1e-15));
    }

    @Test
    void a_label_that_is_never_predicted_and_one_that_never_occurs() {
        // True 0, 0, 1, 1; predicted 0, 2, 0, 0: label 1 is never predicted, label 2 never occurs.
        ScoredLabels rows = new ScoredLabels(List.of("a", "b", "c", "d"), new int[] {0, 0, 1, 1}, new double[] {
            1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0.5, 0.5, 0, 0
        });

        Map<String, Double> metrics = metrics(Task.CLASSIFICATION)
                .of(rows, Groups.ofRows(rows.size()))
                .metrics();

        assertThat(metrics).containsEntry("accuracy", 0.25).containsEntry("balanced-accuracy", 0.25);
        assertThat(metrics.get("macro-precision")).isCloseTo(1.0 / 9, within(1e-15));
        assertThat(metrics.get("macro-recall")).isCloseTo(0.5 / 3, within(1e-15));
        assertThat(metrics.get("macro-f1")).isCloseTo(0.4 / 3, within(1e-15));
        assertThat(metrics.get("log-loss")).isCloseTo((2 * 52 + 1) * StrictMath.log(2) / 4, within(1e-12));
    }

    @Test
    void a_metric_that_no_code_measures_is_named() {
        MetricDescriptor known = Catalog.builtIn().metric("rmse");
        MetricDescriptor unknown =
                new MetricDescriptor("gini", known.tasks(), known.better(), known.extent(), true, known.doc());

        assertThatThrownBy(() -> new Metrics(List.of(AskedMetric.of(unknown)), 0.95))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("No class on the class path is the metric 'gini'.");
    }

    private static Metrics metrics(Task task) {
        return new Metrics(Reference.silent(task), 0.95);
    }
}
