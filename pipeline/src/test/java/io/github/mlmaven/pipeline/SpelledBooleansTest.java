package io.github.mlmaven.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.Schema.Texts;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.model.Prediction;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.step.AskedRows;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Predicted;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import io.github.mlmaven.worker.PredictRequest;
import io.github.mlmaven.worker.PredictRequest.BadRows;
import io.github.mlmaven.worker.PredictRequest.NewRows;
import io.github.mlmaven.worker.PredictRequest.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words that model.yaml lists for true and false, from the data into the bundle and in new rows. */
class SpelledBooleansTest {

    @TempDir
    static Path folder;

    private static Path bundle;

    @BeforeAll
    static void package_a_model() throws IOException {
        Example.project(
                folder,
                Example.REGRESSION
                        .formatted("linear-regression")
                        .replace(
                                "f: {type: boolean}",
                                "f: {type: boolean, true-values: ['Yes', J], false-values: ['No']}"));
        Path data = folder.resolve("d.csv");
        String spelled = Files.readString(data)
                .replaceAll("(?m),true(,[^,]*,[^,]*)$", ",Yes$1")
                .replaceAll("(?m),false(,[^,]*,[^,]*)$", ",No$1");
        Files.writeString(data, spelled);
        Example.run(folder, Steps.PACKAGE);
        bundle = folder.resolve("target")
                .resolve(Example.state(folder)
                        .result(Steps.PACKAGE)
                        .orElseThrow()
                        .file());
    }

    private static double value(Object flag) {
        return ((Prediction.Value)
                        MlModel.read(bundle).predict(Map.of("a", 0.25, "b", 0.5, "c", "low", "d", "p", "f", flag)))
                .value();
    }

    @Test
    void the_bundle_knows_them() {
        assertThat(MlModel.read(bundle).inputs().columns())
                .filteredOn(input -> input.texts().isPresent())
                .singleElement()
                .satisfies(input -> {
                    assertThat(input.name()).isEqualTo("f");
                    assertThat(input.texts()).contains(new Texts(List.of("Yes", "J"), List.of("No")));
                });
    }

    @Test
    void a_request_says_them_as_the_data_does_or_as_true_and_false() {
        assertThat(value(true)).isNotEqualTo(value(false));
        assertThat(value("Yes")).isEqualTo(value(true)).isEqualTo(value("J"));
        assertThat(value("No")).isEqualTo(value(false));
        assertThatThrownBy(() -> value("yes"))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "The input 'f' is \"yes\", the model takes true or false, or a text of \"Yes\", \"J\", \"No\"."
                                + " Correct its boolean value.");
        assertThatThrownBy(() -> value(1))
                .hasMessage("The input 'f' is 1, the model takes true or false, or a text of \"Yes\", \"J\", \"No\"."
                        + " Correct its boolean value.");
    }

    @Test
    void new_rows_of_a_file_say_them_too() throws IOException {
        Files.writeString(folder.resolve("new.csv"), """
                id,a,b,k,none,c,d,f
                1,0.25,0.5,,,low,p,Yes
                2,0.25,0.5,,,low,p,No
                3,0.25,0.5,,,low,p,TRUE
                """);

        Predicted predicted = predict("new.csv");

        assertThat(predicted.findings()).isEmpty();
        assertThat(folder.resolve("out.csv"))
                .content()
                .isEqualTo("row,id,prediction\n0,1,%s\n1,2,%s\n2,3,%s\n"
                        .formatted(value(true), value(false), value(true)));
    }

    @Test
    void new_rows_of_json_say_true_and_false_as_well() throws IOException {
        Files.writeString(folder.resolve("new.jsonl"), """
                {"id": 1, "a": 0.25, "b": 0.5, "c": "low", "d": "p", "f": "J"}
                {"id": 2, "a": 0.25, "b": 0.5, "c": "low", "d": "p", "f": false}
                {"id": 3, "k": 7, "none": 1}
                """);

        Predicted predicted = predict("new.jsonl");

        assertThat(predicted.findings()).isEmpty();
        assertThat(folder.resolve("out.csv"))
                .content()
                .startsWith("row,id,prediction\n0,1,%s\n1,2,%s\n2,3,".formatted(value(true), value(false)));
    }

    private static Predicted predict(String data) {
        Predict.run(
                new PredictRequest(
                        Example.place(folder),
                        bundle,
                        new NewRows(new AskedRows(SourceSpec.of(data)), Optional.empty(), Optional.empty()),
                        new Output(folder.resolve("out.csv"), BadRows.FAIL),
                        new BuildLimits(2, 512)),
                Progress.SILENT);
        return Json.read(ModelFiles.of(folder.resolve("target"), "example").predicted(), Predicted.class);
    }
}
