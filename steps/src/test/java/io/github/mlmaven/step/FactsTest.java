package io.github.mlmaven.step;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lock records of what came of a build. */
class FactsTest {

    private static final Step<Chain.Found> COUNTED = new Step<>(
            "counted",
            List.of(),
            List.of(StepInputs.DATA),
            List.of(),
            StepResult.in("counted.json", Chain.Found.class)
                    .locked(found -> new TreeMap<>(Map.of("rows.data", found.text())))
                    .madeBy(found -> new TreeMap<>(Map.of("version.counter", "7"))));

    @TempDir
    Path project;

    @Test
    void of_a_validation_its_rows_are_recorded() {
        assertThat(Facts.validation(new Validation(Validation.FORMAT, 5, 0, List.of())))
                .containsExactly(entry("rows.data", "5"));
    }

    @Test
    void of_a_training_the_files_are_recorded_and_apart_from_them_the_software() {
        Training training = new Training(
                Training.FORMAT,
                new Training.Settings("xgboost", 42, new TreeMap<>()),
                "tribuo-xgboost",
                List.of("a"),
                new TreeMap<>(Map.of("model.pb", "beef", "model.json", "cafe")),
                new TreeMap<>(Map.of("xgboost", "3.4.0")));

        assertThat(Facts.training(training))
                .containsExactly(entry("output.model.json", "cafe"), entry("output.model.pb", "beef"));
        assertThat(Facts.versions(training)).containsExactly(entry("version.xgboost", "3.4.0"));
    }

    @Test
    void of_an_evaluation_the_rows_and_every_metric_of_all_and_of_each_slice_are_recorded() {
        Evaluation evaluation = new Evaluation(
                Evaluation.FORMAT,
                Task.REGRESSION,
                "abc",
                0.95,
                List.of(new Reported("rmse", Better.LOWER, true)),
                new Scores(4, new TreeMap<>(Map.of("rmse", 0.5, "mae", 0.25))),
                List.of(
                        new Slice("cut", "Fair", new Scores(1, new TreeMap<>(Map.of("rmse", 2.0)))),
                        new Slice("carat", "[1, 2)", new Scores(3, new TreeMap<>(Map.of("mae", 1e-3))))),
                Optional.empty());

        assertThat(Facts.evaluation(evaluation))
                .containsExactly(
                        entry("metric.mae", "0.25"),
                        entry("metric.mae[carat=[1, 2)]", "0.001"),
                        entry("metric.rmse", "0.5"),
                        entry("metric.rmse[cut=Fair]", "2.0"),
                        entry("rows.test", "4"),
                        entry("test.rows", "abc"));
    }

    @Test
    void what_came_of_a_build_is_told_by_its_name() {
        assertThat(List.of(
                        "rows.data",
                        "rows.dropped",
                        "rows.test",
                        "test.rows",
                        "output.bundle",
                        "version.xgboost",
                        "metric.rmse[cut=two\nlines]"))
                .allMatch(Facts::isOfResults);
        assertThat(List.of("rows", "rows.other", "test.rows.more", "output.", "metric", "data.rows", "profile"))
                .noneMatch(Facts::isOfResults);
    }

    @Test
    void of_a_bundle_its_contents_are_recorded() {
        assertThat(Facts.bundle(new BundleFile(BundleFile.FORMAT, "x.jar", "cafe", "beef")))
                .containsExactly(entry("output.bundle", "cafe"));
    }

    @Test
    void only_of_steps_that_are_up_to_date_there_are_results_and_versions() {
        Chain chain = new Chain(project);
        Steps steps = new Steps(List.of(COUNTED, Chain.FIRST));
        assertThat(Facts.results(steps, chain.state())).isEmpty();
        assertThat(Facts.versions(steps, chain.state())).isEmpty();

        assertThat(chain.state().carryOut(COUNTED, place -> new Chain.Found("1")))
                .isEqualTo(new Chain.Found("1"));
        chain.build(Chain.FIRST);
        assertThat(Facts.results(steps, chain.state())).containsExactly(entry("rows.data", "1"));
        assertThat(Facts.versions(steps, chain.state())).containsExactly(entry("version.counter", "7"));

        chain.write("data/d.csv", "x,y\n1,3\n");
        assertThat(Facts.results(steps, chain.state())).isEmpty();
        assertThat(Facts.versions(steps, chain.state())).isEmpty();
    }
}
