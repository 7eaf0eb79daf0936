package io.github.mlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.Schema;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Range;
import io.github.mlmaven.api.Schema.Texts;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.step.SplitDefinition;
import io.github.mlmaven.step.Training.Settings;
import io.github.mlmaven.step.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {

    private static final Range ANY = new Range(OptionalDouble.empty(), OptionalDouble.empty());

    @TempDir
    Path folder;

    private String card(List<Input> inputs, List<Finding> findings) throws IOException {
        Path spec = Files.writeString(folder.resolve("model.yaml"), """
                task: regression
                data: {source: data/houses.csv, label: price}
                columns: {price: {type: number}, size: {type: number}}
                """);
        Schema schema = new Schema(Task.REGRESSION, inputs, "price", List.of());
        return new ModelCard(
                        new ModelCard.Title("houses", "1.0"),
                        schema,
                        new ModelCard.Making(
                                SpecReader.read(spec, "houses").spec().data(),
                                Split.of(
                                        7500,
                                        500,
                                        2000,
                                        "t",
                                        new SplitDefinition("hash", List.of("id"), new TreeMap<>())),
                                new Settings("xgboost", 42, new TreeMap<>(Map.of("rounds", "300")))),
                        new Evaluation(
                                Evaluation.FORMAT,
                                Task.REGRESSION,
                                "t",
                                0.95,
                                Catalog.builtIn().of(MetricDescriptor.class, Task.REGRESSION).stream()
                                        .filter(MetricDescriptor::usual)
                                        .map(metric -> Reported.of(AskedMetric.of(metric), true))
                                        .toList(),
                                new Scores(2000, new TreeMap<>(Map.of("rmse", 545.234))),
                                List.of(new Slice(
                                        "size", "```", new Scores(500, new TreeMap<>(Map.of("rmse", 500.0))))),
                                Optional.empty()),
                        new Validation(Validation.FORMAT, 10000, 0, findings))
                .text();
    }

    @Test
    void a_card_tells_inputs_training_evaluation_and_findings() throws IOException {
        Finding finding = Finding.of(
                        FindingCode.NOT_FINITE,
                        Severity.WARNING,
                        Subject.column("size", new SpecPlace("model.yaml", 9, 3)))
                .with(new Finding.Rows(1, 10000, List.of(new Finding.Offender("data/houses.csv", 7, "NaN"))));

        String card = card(
                List.of(
                        new Input(
                                "size",
                                ColumnType.NUMBER,
                                List.of(),
                                new Range(OptionalDouble.of(0.5), OptionalDouble.of(400)),
                                true),
                        new Input("district", ColumnType.CATEGORY, List.of("north", "east"), ANY, false)),
                List.of(finding));

        assertThat(card).isEqualTo("""
                # houses 1.0

                A model for regression: it predicts price.

                ## Inputs

                | input | type | allowed | when missing |
                |---|---|---|---|
                | size | number | 0.5 to 400 | refused |
                | district | category | north, east | predicted all the same |

                ## Training

                7,500 rows of data/houses.csv trained it. Held out were 500 rows for validation and 2,000 rows for the test.

                | setting | value |
                |---|---|
                | trainer | xgboost |
                | seed | 42 |
                | rounds | 300 |

                ## Evaluation

                On the test rows, which the model was not trained on.

                                    rows    rmse  mae  median-absolute-error  mape  r2  bias
                    all test rows  2,000  545.23    -                      -     -   -     -
                    size = ```       500     500    -                      -     -   -     -

                ## Findings in the data

                - data/houses.csv line 7, column 'size': found "NaN", a number must be finite (model.yaml line 9).
                """);
    }

    @Test
    void an_input_that_says_true_and_false_in_other_words_is_told_with_them() throws IOException {
        String card = card(
                List.of(new Input(
                        "garden",
                        ColumnType.BOOLEAN,
                        List.of(),
                        ANY,
                        false,
                        Optional.of(new Texts(List.of("Yes", "J"), List.of("No"))),
                        Optional.empty())),
                List.of());

        assertThat(card)
                .contains("| garden | boolean | every value, written as true, false, Yes, J (true), No (false) |"
                        + " predicted all the same |");
    }

    @Test
    void a_name_from_the_data_cannot_break_the_card() throws IOException {
        String card = card(
                List.of(new Input("a|b\n<img>", ColumnType.CATEGORY, List.of("*x*", "[y](z)"), ANY, false)), List.of());

        assertThat(card).contains("| a\\|b &lt;img> | category | \\*x\\*, \\[y\\](z) | predicted all the same |");
    }
}
