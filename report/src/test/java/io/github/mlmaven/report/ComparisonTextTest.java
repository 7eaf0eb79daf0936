package io.github.mlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.step.BaselineModel.Search;
import io.github.mlmaven.step.BaselineModel.Told;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Comparison.Change;
import io.github.mlmaven.step.Comparison.Changes;
import io.github.mlmaven.step.Contract;
import io.github.mlmaven.step.Contract.Kind;
import io.github.mlmaven.step.Contract.Level;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Interval;
import io.github.mlmaven.step.Obstacle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model beside another one. */
class ComparisonTextTest {

    private static final Evaluation EVALUATION = new Evaluation(
            Evaluation.FORMAT,
            Task.REGRESSION,
            "t",
            0.95,
            List.of(
                    new Reported("rmse", Better.LOWER, true),
                    new Reported("max-error", Better.LOWER, false),
                    new Reported("mape", Better.LOWER, true)),
            new Scores(1_000, new TreeMap<>(Map.of("rmse", 98.0, "max-error", 7.0))),
            List.of(),
            Optional.empty());

    private static List<String> lines(Comparison comparison) {
        return new ComparisonText(comparison, EVALUATION).lines();
    }

    private static Comparison compared(boolean same) {
        return new Comparison(
                Comparison.FORMAT,
                new Told(Search.RELEASE, "g:m:1.1.0"),
                List.of(),
                Optional.of(new Contract("1.1.0", List.of())),
                same,
                Optional.of(new Changes(new TreeMap<>(Map.of(
                        "rmse", new Change(100, Optional.empty(), Optional.of(new Interval(-3, -1))),
                        "max-error", new Change(6, Optional.empty()))))),
                List.of());
    }

    @Test
    void each_metric_of_both_and_where_the_true_difference_probably_is() {
        assertThat(lines(compared(false)))
                .containsExactly(
                        "beside g:m:1.1.0, on the same rows",
                        "           baseline  now  change  95 % interval of the change",
                        "rmse            100   98      -2                     -3 .. -1",
                        "max-error         6    7      +1                            -",
                        "mape              -    -       -                            -",
                        "callers of version 1.1.0 see no change");
    }

    @Test
    void models_that_say_the_same_and_what_callers_see() {
        Contract contract =
                new Contract("1.1.0", List.of(new Contract.Change(Kind.INPUT, "a", "number", "", Level.MAJOR)));

        assertThat(lines(compared(true).with(contract)))
                .endsWith(
                        "both predict the same of each row",
                        "callers of version 1.1.0 see these changes:",
                        "  major: the input 'a' is gone");
    }

    @Test
    void a_model_that_does_not_take_these_rows() {
        Obstacle gone = new Obstacle(Obstacle.Kind.MISSING_INPUT, "a", "number", "");

        assertThat(lines(Comparison.without(new Told(Search.NAMED, "old.jar"), List.of(gone))))
                .containsExactly(
                        "old.jar was not put to the test: it takes the column 'a' (number), which the data does not have any more");
    }

    @ParameterizedTest
    @CsvSource({
        "FIRST_RELEASE, there is no release of g:m before 1 to compare with",
        "UNREACHED, whether there is a release of g:m before 1 could not be found out",
        "LOCK, ml.baseline names no model to compare with"
    })
    void why_there_is_none(Search search, String line) {
        assertThat(lines(Comparison.without(new Told(search, "g:m before 1"), List.of())))
                .containsExactly(line);
    }
}
