package io.github.mlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Task;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Interval;
import io.github.mlmaven.step.WeakSlices;
import io.github.mlmaven.step.WeakSlices.WeakSlice;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is said of slices on which a model errs more. */
class WeakSliceTextTest {

    private static final WeakSlice SLICE =
            new WeakSlice("cut x color", "Fair x D", 1_200, 0.31, 0.04, new Interval(0.25, 0.29));

    private static Evaluation evaluation(Task task, int slices) {
        Scores scores = new Scores(5_000, new TreeMap<>());
        return new Evaluation(Evaluation.FORMAT, task, "t", 0.95, List.of(), scores, List.of(), Optional.empty())
                .with(new WeakSlices(1_234, 5_000, Collections.nCopies(slices, SLICE)));
    }

    @Test
    void labels_are_wrong_and_numbers_are_off() {
        assertThat(WeakSliceText.sentences(evaluation(Task.CLASSIFICATION, 1)))
                .containsExactly(
                        "Weak: cut x color = Fair x D (1,200 rows): 31.0 % are wrong, 4.0 % elsewhere; the true"
                                + " difference is 25.0 % to 29.0 %.");
        assertThat(WeakSliceText.sentences(evaluation(Task.REGRESSION, 1)))
                .containsExactly(
                        "Weak: cut x color = Fair x D (1,200 rows): off by 0.31 on average, 0.04 elsewhere; the true"
                                + " difference is 0.25 to 0.29.");
    }

    @Test
    void a_console_has_the_worst_three_below_the_metrics() {
        assertThat(ConsoleReport.evaluation(evaluation(Task.REGRESSION, 5)))
                .filteredOn(line -> line.startsWith("Weak: "))
                .hasSize(3);
        assertThat(WeakSliceText.sentences(evaluation(Task.REGRESSION, 5))).hasSize(5);
        assertThat(ConsoleReport.evaluation(evaluation(Task.REGRESSION, 0)))
                .noneMatch(line -> line.startsWith("Weak: "));
    }

    @Test
    void how_many_were_looked_at_is_told() {
        assertThat(WeakSliceText.looked(evaluation(Task.REGRESSION, 0).weak()))
                .isEqualTo(
                        "1,234 slices of 5,000 test rows were looked at; a slice that is no worse is named in at most 1 of 20"
                                + " builds.");
    }
}
