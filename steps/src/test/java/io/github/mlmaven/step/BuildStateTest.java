package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.spec.Trainer;
import io.github.mlmaven.step.BuildPlace.Identity;
import io.github.mlmaven.step.Training.Settings;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildStateTest {

    private static final String SPEC = """
            name: tiny
            task: regression
            data: {source: d.csv, label: y}
            columns:
              x: {type: number}
              y: {type: number}
            gates:
              - {metric: rmse, max: 1}
            """;

    @TempDir
    Path project;

    @BeforeEach
    void buildUpToTraining() throws IOException {
        Files.writeString(project.resolve("d.csv"), "x,y\n1,2\n");
        Files.writeString(project.resolve("model.yaml"), SPEC);
        BuildState state = state("1");
        Json.write(state.files().profile(), "a profile");
        Json.write(
                state.files().validation(),
                new Validation(Validation.FORMAT, state.fingerprints().of(Step.VALIDATE), 1, List.of()));
        Path model = state.files().model().resolve("model.pb");
        Json.replace(model, new byte[] {1, 2, 3});
        Json.write(
                state.files().training(),
                new Training(
                        Training.FORMAT,
                        state.fingerprints().of(Step.TRAIN),
                        new Settings(Trainer.XGBOOST, 42, new TreeMap<>()),
                        List.of("x"),
                        new TreeMap<>(Map.of("model.pb", state.hashes().sha256(model))),
                        new TreeMap<>()));
    }

    @Test
    void nothing_changed_is_up_to_date_as_far_as_it_was_built() {
        assertThat(state("1").isUpToDate(Step.VALIDATE)).isTrue();
        assertThat(state("1").isUpToDate(Step.TRAIN)).isTrue();
        assertThat(state("1").isUpToDate(Step.EVALUATE)).isFalse();
    }

    @Test
    void changed_data_makes_every_step_stale() throws IOException {
        Files.writeString(project.resolve("d.csv"), "x,y\n1,3\n");

        assertThat(state("1").isUpToDate(Step.VALIDATE)).isFalse();
        assertThat(state("1").isUpToDate(Step.TRAIN)).isFalse();
    }

    @Test
    void another_version_of_the_plugin_makes_every_step_stale() {
        assertThat(state("2").isUpToDate(Step.VALIDATE)).isFalse();
    }

    @Test
    void a_changed_gate_leaves_the_model_alone() throws IOException {
        Files.writeString(project.resolve("model.yaml"), SPEC.replace("max: 1", "max: 2"));

        assertThat(state("1").isUpToDate(Step.TRAIN)).isTrue();
    }

    @Test
    void a_changed_parameter_makes_the_model_stale_and_not_the_validation() throws IOException {
        Files.writeString(project.resolve("model.yaml"), SPEC + "train: {parameters: {rounds: 3}}\n");

        assertThat(state("1").isUpToDate(Step.VALIDATE)).isTrue();
        assertThat(state("1").isUpToDate(Step.TRAIN)).isFalse();
    }

    @Test
    void a_comment_changes_nothing() throws IOException {
        Files.writeString(project.resolve("model.yaml"), "# a comment\n" + SPEC);

        assertThat(state("1").isUpToDate(Step.TRAIN)).isTrue();
    }

    @Test
    void the_order_of_columns_matters() throws IOException {
        Files.writeString(
                project.resolve("model.yaml"),
                SPEC.replace(
                        "  x: {type: number}\n  y: {type: number}\n", "  y: {type: number}\n  x: {type: number}\n"));

        assertThat(state("1").isUpToDate(Step.VALIDATE)).isFalse();
    }

    @Test
    void a_damaged_model_file_makes_the_model_stale() throws IOException {
        Files.write(state("1").files().model().resolve("model.pb"), new byte[] {1, 2, 4});

        assertThat(state("1").isUpToDate(Step.TRAIN)).isFalse();
    }

    @Test
    void a_damaged_step_file_makes_the_step_stale() throws IOException {
        Files.writeString(state("1").files().validation(), "{}");

        assertThat(state("1").isUpToDate(Step.VALIDATE)).isFalse();
    }

    private BuildState state(String pluginVersion) {
        BuildPlace place = new BuildPlace(
                project,
                project.resolve("model.yaml"),
                project.resolve("model.lock.json"),
                project.resolve("target"),
                new Identity("tiny", "1.0", pluginVersion));
        return BuildState.of(place, SpecReader.read(place.spec(), "tiny"));
    }
}
