package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Curves;
import io.github.mlmaven.step.Curves.Importance;
import io.github.mlmaven.step.Curves.ImportantColumn;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.train.Fit;
import io.github.mlmaven.train.FitSettings;
import io.github.mlmaven.train.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of y = 10 a + (5 where c is p), and of b nothing. */
class ColumnImportanceTest {

    private static final String SPEC = """
            task: regression
            data: {source: d.csv, label: y, split: {column: part}}
            columns:
              a: {type: number}
              b: {type: number}
              c: {type: category}
              part: {type: category}
              y: {type: number, when: training}
            train: {trainer: linear-regression, seed: %s}
            """;

    @TempDir
    Path folder;

    private Importance importance(int rows, int seed) throws IOException {
        return importance(rows, SPEC.formatted(seed));
    }

    private Importance importance(int rows, String text) throws IOException {
        StringBuilder csv = new StringBuilder("a,b,c,part,y\n");
        Random random = new Random(3);
        for (int row = 0; row < rows; row++) {
            int a = random.nextInt(100);
            boolean p = random.nextBoolean();
            csv.append("%s,%s,%s,%s,%s\n"
                    .formatted(
                            a / 100.0,
                            random.nextInt(100),
                            p ? "p" : "q",
                            row % 4 == 0 ? "train" : "test",
                            a / 10.0 + (p ? 5 : 0)));
        }
        Project project = new Project(folder).file("d.csv", csv.toString()).spec(text);
        SpecFile spec = project.spec();
        ModelFiles files = ModelFiles.of(folder.resolve("target"), "example");
        try (Table table = project.open()) {
            TrainedModel model = TrainedModel.in(
                    files,
                    "example",
                    TrainedModel.write(Fit.of(table, FitSettings.of(spec, "hash", 1), Progress.SILENT), files.model()));
            Evaluator.run(table, spec, model, "these rows", files);
        }
        return Json.read(files.curves(), Curves.class).importance().orElseThrow();
    }

    @Test
    void columns_are_told_by_how_much_worse_the_first_metric_is_without_them() throws IOException {
        Importance importance = importance(400, 42);

        assertThat(importance.metric()).isEqualTo("rmse");
        assertThat(importance.rows()).isEqualTo(300);
        assertThat(importance.shuffles()).isEqualTo(5);
        assertThat(importance.columns()).extracting(ImportantColumn::column).containsExactly("a", "c", "b");
        // Shuffled, a has an error of 10 times the root of two twelfths, c of 5 times the root of a half.
        assertThat(importance.columns().get(0).worse()).isBetween(3.6, 4.6);
        assertThat(importance.columns().get(1).worse()).isBetween(3.1, 4.0);
        assertThat(importance.columns().get(2).worse()).isBetween(-0.05, 0.05);
        assertThat(importance.columns())
                .allMatch(column -> column.least() <= column.worse() && column.worse() <= column.most());
        assertThat(importance.columns().get(0).least())
                .isLessThan(importance.columns().get(0).most());
    }

    @Test
    void the_same_seed_tells_the_same_and_another_one_about_the_same() throws IOException {
        Importance importance = importance(400, 42);

        assertThat(importance(400, 42)).isEqualTo(importance);
        assertThat(importance(400, 43).columns().get(0).worse())
                .isNotEqualTo(importance.columns().get(0).worse())
                .isBetween(3.6, 4.6);
    }

    @Test
    void of_a_metric_that_is_better_the_higher_a_column_takes_away() throws IOException {
        Importance importance = importance(
                400,
                SPEC.formatted(42)
                        .replace("task: regression", "task: classification")
                        .replace("label: y", "label: c")
                        .replace("c: {type: category}", "c: {type: category, when: training}")
                        .replace("y: {type: number, when: training}", "y: {type: number}")
                        .replace("linear-regression", "random-forest"));

        // Told by y - 10 a: without either, it is guessed.
        assertThat(importance.metric()).isEqualTo("accuracy");
        assertThat(importance.columns().get(0).worse()).isBetween(0.1, 0.6);
        assertThat(importance.columns()).extracting(ImportantColumn::column).endsWith("b");
    }

    @Test
    void of_many_rows_some_are_shuffled() throws IOException {
        Importance importance = importance(4_000, 42);

        assertThat(importance.rows()).isEqualTo(2_000);
        assertThat(importance.columns()).extracting(ImportantColumn::column).containsExactly("a", "c", "b");
    }
}
