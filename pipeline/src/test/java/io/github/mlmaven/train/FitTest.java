package io.github.mlmaven.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.model.Prediction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitTest {

    private static final String SPEC = """
            task: regression
            data: {source: d.csv, label: y, split: {column: part}}
            columns: {x: {type: number}, y: {type: number, when: training}, part: {type: category}}
            train: {parameters: {rounds: %s}}
            """;

    @TempDir
    Path folder;

    @Test
    void it_needs_no_files_and_makes_the_same_of_the_same() throws IOException {
        Project project = project(SPEC.formatted("3"), "train");

        try (Table rows = project.open()) {
            Fitted one = fit(project, rows);
            Fitted two = fit(project, rows);

            assertThat(two.model().bytes()).isEqualTo(one.model().bytes());
            assertThat(two.golden()).isEqualTo(one.golden());
            assertThat(one.encoder().features()).containsExactly("x");
            assertThat(one.model().format()).isEqualTo("tribuo-xgboost");
            assertThat(one.making().settings().parameters())
                    .containsEntry("rounds", "3")
                    .containsEntry("learning-rate", "0.3");
            assertThat(((Prediction.Value) one.load().predict(Map.of("x", 1.0))).value())
                    .isBetween(2.0, 7.0);
            assertThat(folder.resolve("target/ml/example/model")).doesNotExist();
        }
    }

    @Test
    void it_says_what_it_learns_from() throws IOException {
        List<String> said = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void info(String text) {
                said.add(text);
            }
        };
        Project project = project(SPEC.formatted("1"), "train", 700);

        try (Table rows = project.open()) {
            Fit.of(rows, FitSettings.of(project.spec(), "hash", 1), progress);
        }

        assertThat(said).containsExactly("Training xgboost on 1,400 rows with 1 features.");
    }

    @Test
    void other_settings_on_the_same_rows_make_another_model() throws IOException {
        Project project = project(SPEC.formatted("3"), "train");

        try (Table rows = project.open()) {
            Fitted shorter = fit(project, rows);
            Fitted longer = fit(project.spec(SPEC.formatted("5")), rows);

            assertThat(longer.model().bytes()).isNotEqualTo(shorter.model().bytes());
        }
    }

    @Test
    void rows_of_which_none_is_to_learn_from_are_refused() throws IOException {
        Project project = project(SPEC.formatted("3"), "test");

        try (Table rows = project.open()) {
            assertThatThrownBy(() -> fit(project, rows))
                    .isInstanceOf(MlException.class)
                    .hasMessage("There are no training rows: the split left none of 40. Lower data.split.test and"
                            + " data.split.validation, or add rows.");
        }
    }

    @Test
    void early_stopping_without_a_row_to_stop_by_is_refused() throws IOException {
        Project project = project(SPEC.formatted("3, early-stopping: 2"), "train");

        try (Table rows = project.open()) {
            assertThatThrownBy(() -> fit(project, rows))
                    .isInstanceOf(MlException.class)
                    .hasMessage("Early stopping needs validation rows, and the split made none. Raise"
                            + " data.split.validation, or set the parameter early-stopping to 0.");
        }
    }

    private static Fitted fit(Project project, Table rows) {
        return Fit.of(rows, FitSettings.of(project.spec(), "hash", 1), Progress.SILENT);
    }

    private Project project(String spec, String part) throws IOException {
        return project(spec, part, 20);
    }

    private Project project(String spec, String part, int pairs) throws IOException {
        return new Project(folder)
                .file("d.csv", "x,y,part\n" + ("1,2," + part + "\n2,7," + part + "\n").repeat(pairs))
                .spec(spec);
    }
}
