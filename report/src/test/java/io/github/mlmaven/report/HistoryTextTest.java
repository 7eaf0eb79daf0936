package io.github.mlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.History;
import io.github.mlmaven.step.History.Release;
import io.github.mlmaven.step.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Released versions beside each other. */
class HistoryTextTest {

    private static final List<Reported> METRICS =
            List.of(new Reported("rmse", Better.LOWER, true), new Reported("r2", Better.HIGHER, true));

    private static Release release(String version, String testRows, double rmse) {
        Scores scores = new Scores(
                1_200,
                new TreeMap<>(Map.of("rmse", rmse)),
                new TreeMap<>(Map.of("rmse", new Interval(rmse - 5, rmse + 5))));
        return new Release(version, Optional.of(testRows), Optional.of(scores), Optional.empty());
    }

    private static HistoryText text(Release... releases) {
        return new HistoryText(new History(1, METRICS, List.of(releases)));
    }

    @Test
    void a_table_of_versions_says_where_the_test_rows_are_others_and_the_trend_is_drawn() {
        HistoryText text = text(
                release("1.0.0", "a", 600),
                release("1.1.0", "a", 560),
                Release.unknown("1.1.1", "it has no model"),
                release("1.2.0", "b", 580));

        assertThat(text.lines())
                .containsExactly(
                        "version        test rows  rmse  r2",
                        "1.0.0              1,200   600   -",
                        "1.1.0              1,200   560   -",
                        "1.1.1    it has no model     -   -",
                        "1.2.0       1,200 others   580   -",
                        "rmse   from 560 to 600",
                        "1.0.0  " + "#".repeat(40),
                        "1.1.0  #",
                        "1.2.0  " + "#".repeat(20));
    }

    @Test
    void one_version_or_equal_ones_have_no_trend() {
        assertThat(text(release("1.0.0", "a", 600)).lines()).hasSize(2);
        assertThat(text(release("1.0.0", "a", 600), release("1.1.0", "a", 600)).lines())
                .hasSize(3);
        assertThat(new HistoryText(new History(1, List.of(), List.of(Release.unknown("1", "it has no model")))).lines())
                .containsExactly("version        test rows", "1        it has no model");
    }

    @Test
    void a_last_version_that_is_worse_than_the_best_is_a_warning() {
        assertThat(text(release("1.0.0", "a", 560), release("1.1.0", "a", 565), release("1.2.0", "a", 570))
                        .warnings())
                .containsExactly(
                        "rmse is 570 of 1.2.0, and was 560 of 1.0.0, the best before: farther apart than their intervals"
                                + " of 565 to 575 and 555 to 565 explain. Of many releases the best one was lucky too.");
        assertThat(text(release("1.0.0", "a", 560), release("1.1.0", "a", 565)).warnings())
                .isEmpty();
    }
}
