package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.WeakSlices.WeakSlice;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {

    private static final Evaluation EVALUATION = new Evaluation(
            1,
            Task.REGRESSION,
            "t",
            0.95,
            List.of(new Reported("median-absolute-error", Better.LOWER, true)),
            new Scores(3, new TreeMap<>(Map.of("median-absolute-error", 0.1 + 0.2))),
            List.of(),
            Optional.empty());

    @TempDir
    Path folder;

    @Test
    void keys_are_sorted_names_are_in_kebab_case_and_the_absent_is_left_out() {
        assertThat(Json.text(EVALUATION)).isEqualTo("""
                        {
                          "confidence": 0.95,
                          "format": 1,
                          "metrics": [
                            {
                              "better": "lower",
                              "has-intervals": true,
                              "name": "median-absolute-error"
                            }
                          ],
                          "overall": {
                            "intervals": {},
                            "metrics": {
                              "median-absolute-error": 0.30000000000000004
                            },
                            "rows": 3
                          },
                          "slices": [],
                          "task": "regression",
                          "test-rows": "t",
                          "weak": {
                            "looked": 0,
                            "rows": 0,
                            "slices": []
                          }
                        }
                        """);
    }

    @Test
    void what_was_written_is_read() {
        Path file = folder.resolve("deep/evaluation.json");

        WeakSlices weak =
                new WeakSlices(40, 100, List.of(new WeakSlice("cut", "Fair", 30, 2.5, 1.5, new Interval(0.5, 1.5))));
        Evaluation evaluation = EVALUATION.with(weak);

        Json.write(file, evaluation);

        assertThat(Json.read(file, Evaluation.class)).isEqualTo(evaluation);
        assertThat(evaluation.weak()).isEqualTo(weak);
        assertThat(folder.resolve("deep")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void an_unknown_key_is_an_error_with_its_line() throws IOException {
        Path file = Files.writeString(
                folder.resolve("f.json"), Json.text(EVALUATION).replace("\"slices\"", "\"slice\""));

        assertThatThrownBy(() -> Json.read(file, Evaluation.class))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith(file + " line ")
                .hasMessageEndingWith("Delete the file and run the build again.");
    }

    @Test
    void a_file_in_the_place_of_a_folder_is_an_error_that_names_it() throws IOException {
        Path blocked = Files.writeString(folder.resolve("target"), "a file");

        assertThatThrownBy(() -> Json.write(blocked.resolve("x.json"), EVALUATION))
                .isInstanceOf(MlException.class)
                .hasMessage(blocked.resolve("x.json") + " could not be written: " + blocked
                        + " is no folder. Remove what lies there, or give it another name: a folder belongs there.");
    }

    @Test
    void a_question_that_a_record_answers_is_not_written() {
        Finding finding = Finding.of(
                        FindingCode.MISSING_SHARE,
                        Severity.ERROR,
                        Subject.column("carat", new SpecPlace("model.yaml", 9, 3)))
                .with("allowed", new Value.Real(3))
                .with("found", new Value.Whole(3))
                .with("columns", new Value.Texts(List.of("a", "b")))
                .with("type", "number");

        assertThat(Json.line(finding)).doesNotContain("\"error\":");
        assertThat(Json.parse(Json.line(finding), Finding.class)).isEqualTo(finding);
    }
}
