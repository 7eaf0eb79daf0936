package io.github.mlmaven.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.model.Prediction;
import io.github.mlmaven.report.FindingText;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.FindingCode;
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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of files that a model of the build predicts. */
class PredictTest {

    private static final String GOOD = """
            who,id,a,b,k,none,c,d,f
            Ann,1000,0.25,0.5,7,,low,p,true
            "Bob, jr",1001,,-1,7,,high,,false
            Cid,1002,0.75,0,7,,mid,never seen,true
            """;

    @TempDir
    static Path folder;

    private static Path bundle;
    private static BuildState state;

    @BeforeAll
    static void package_a_model() throws IOException {
        Example.project(
                folder,
                Example.REGRESSION
                        .formatted("xgboost")
                        .replace("a: {type: number}", "a: {type: number, max: 1}")
                        .replace("b: {type: number}", "b: {type: number, severity: warning}"));
        Example.run(folder, Steps.PACKAGE);
        state = Example.state(folder);
        bundle = folder.resolve("target")
                .resolve(state.result(Steps.PACKAGE).orElseThrow().file());
    }

    @BeforeEach
    void remove_outputs() throws IOException {
        for (String name : List.of("out.csv", "out.csv.quarantine.csv", "out.jsonl", "out.parquet")) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    @Test
    void a_csv_has_the_id_columns_and_what_the_model_says_of_each_row() throws IOException {
        Files.writeString(folder.resolve("new.csv"), GOOD);

        Predicted predicted = predict("out.csv", Optional.empty(), BadRows.FAIL);

        assertThat(predicted).isEqualTo(new Predicted(Predicted.FORMAT, 3, 3, List.of("who"), List.of()));
        assertThat(folder.resolve("out.csv"))
                .content()
                .isEqualTo("row,id,prediction\n0,1000,%s\n1,1001,%s\n2,1002,%s\n"
                        .formatted(
                                value(0.25, 0.5, "low", "p", true),
                                value(null, -1.0, "high", null, false),
                                value(0.75, 0.0, "mid", "never seen", true)));
    }

    /** What the library says of the same row. */
    private static double value(@Nullable Double a, Double b, String c, @Nullable String d, boolean f) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("a", a);
        row.put("b", b);
        row.put("k", 7);
        row.put("c", c);
        row.put("d", d);
        row.put("f", f);
        return ((Prediction.Value) MlModel.read(bundle).predict(row)).value();
    }

    @Test
    void columns_are_carried_through_as_they_are_also_such_as_the_schema_does_not_know() throws IOException {
        Files.writeString(folder.resolve("new.csv"), GOOD);

        predict("out.jsonl", Optional.of(List.of("d", "who")), BadRows.FAIL);

        assertThat(folder.resolve("out.jsonl"))
                .content()
                .startsWith("{\"row\":0,\"d\":\"p\",\"who\":\"Ann\",\"prediction\":")
                .contains("{\"row\":1,\"d\":null,\"who\":\"Bob, jr\",\"prediction\":");
    }

    @Test
    void a_file_without_the_id_columns_is_predicted_without_them() throws IOException {
        Files.writeString(folder.resolve("new.csv"), "a,b,k,none,c,d,f\n0.25,0.5,7,,low,p,true\n");

        predict("out.csv", Optional.empty(), BadRows.FAIL);

        assertThat(folder.resolve("out.csv"))
                .content()
                .isEqualTo("row,prediction\n0," + value(0.25, 0.5, "low", "p", true) + "\n");
    }

    @Test
    void parquet_is_read_and_written_too() throws IOException, SQLException {
        Files.writeString(folder.resolve("new.csv"), GOOD);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("copy (select * from '%1$s/new.csv') to '%1$s/new.parquet'".formatted(folder));
            Predicted predicted = predict("new.parquet", "out.parquet", Optional.of(List.of("id", "f")), BadRows.FAIL);

            assertThat(predicted.predicted()).isEqualTo(3);
            try (ResultSet rows = statement.executeQuery("from '%s/out.parquet' order by row".formatted(folder))) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong("id")).isEqualTo(1000);
                assertThat(rows.getBoolean("f")).isTrue();
                assertThat(rows.getDouble("prediction")).isEqualTo(value(0.25, 0.5, "low", "p", true));
            }
        }
    }

    @Test
    void the_same_rows_are_the_same_bytes_with_any_number_of_threads() throws IOException {
        Files.writeString(folder.resolve("new.csv"), GOOD);
        predict("out.parquet", Optional.empty(), BadRows.FAIL);
        byte[] first = Files.readAllBytes(folder.resolve("out.parquet"));

        Predict.run(request("new.csv", "out.parquet", Optional.empty(), BadRows.FAIL, 1), Progress.SILENT);

        assertThat(folder.resolve("out.parquet")).hasBinaryContent(first);
    }

    private static final String BAD = """
            id,a,b,k,none,c,d,f
            1,0.25,0.5,7,,low,p,true
            2,1.5,0.5,7,,low,p,true
            3,x,0.5,7,,lowest,p,true
            4,0.25,0.5,7,,low,p,true
            """;

    @Test
    void a_row_that_breaks_the_schema_fails_and_leaves_what_was_there() throws IOException {
        Files.writeString(folder.resolve("new.csv"), BAD);
        Files.writeString(folder.resolve("out.csv"), "before");

        Predicted predicted = predict("out.csv", Optional.empty(), BadRows.FAIL);

        assertThat(predicted.failed()).isTrue();
        assertThat(predicted.rows()).isEqualTo(4);
        assertThat(predicted.findings())
                .extracting(Finding::code)
                .containsExactly(
                        FindingCode.TYPE_MISMATCH, FindingCode.VALUE_OUT_OF_RANGE, FindingCode.VALUE_NOT_ALLOWED);
        assertThat(folder.resolve("out.csv")).content().isEqualTo("before");
    }

    @Test
    void rows_that_break_the_schema_can_be_left_out() throws IOException {
        Files.writeString(folder.resolve("new.csv"), BAD);

        Predicted predicted = predict("out.csv", Optional.empty(), BadRows.SKIP);

        assertThat(predicted.leftOut()).isEqualTo(2);
        double value = value(0.25, 0.5, "low", "p", true);
        assertThat(folder.resolve("out.csv"))
                .content()
                .isEqualTo("row,id,prediction\n0,1,%s\n3,4,%s\n".formatted(value, value));
        assertThat(folder.resolve("out.csv.quarantine.csv")).doesNotExist();
    }

    @Test
    void rows_that_break_the_schema_can_be_put_aside_with_their_place_and_reason() throws IOException {
        Files.writeString(folder.resolve("new.csv"), BAD);

        predict("out.csv", Optional.empty(), BadRows.QUARANTINE);

        assertThat(folder.resolve("out.csv.quarantine.csv")).content().isEqualTo("""
                row,file,line,column,value,reason
                1,new.csv,3,a,1.5,value-out-of-range
                2,new.csv,4,a,x,type-mismatch
                """);
        Files.writeString(folder.resolve("new.csv"), GOOD);
        predict("out.csv", Optional.empty(), BadRows.QUARANTINE);
        assertThat(folder.resolve("out.csv.quarantine.csv")).doesNotExist();
    }

    @Test
    void a_value_that_no_model_takes_is_put_aside_however_mild_its_column_is() throws IOException {
        Files.writeString(
                folder.resolve("new.csv"), "id,a,b,k,none,c,d,f\n1,0.25,x,7,,low,p,true\n2,0.25,0.5,7,,low,p,true\n");

        Predicted predicted = predict("out.csv", Optional.empty(), BadRows.QUARANTINE);

        assertThat(predicted.predicted()).isEqualTo(1);
        assertThat(folder.resolve("out.csv.quarantine.csv"))
                .content()
                .isEqualTo("row,file,line,column,value,reason\n0,new.csv,2,b,x,type-mismatch\n");
    }

    @Test
    void where_bad_rows_fail_one_that_the_schema_lets_pass_is_told_with_its_place() throws IOException {
        Files.writeString(
                folder.resolve("new.csv"), "id,a,b,k,none,c,d,f\n1,0.25,0.5,7,,low,p,true\n2,0.25,x,7,,low,p,true\n");

        assertThatThrownBy(() -> predict("out.csv", Optional.empty(), BadRows.FAIL))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "new.csv line 3, column 'b': found x. model.yaml lets such a row pass, and no model takes it. Correct"
                                + " it, or leave such rows out with -Dml.badRows=skip or quarantine.");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void where_every_row_is_bad_nothing_is_written() throws IOException {
        Files.writeString(folder.resolve("new.csv"), "id,a,b,k,none,c,d,f\n1,x,0.5,7,,low,p,true\n");

        Predicted predicted = predict("out.csv", Optional.empty(), BadRows.QUARANTINE);

        assertThat(predicted.failed()).isTrue();
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void an_input_that_the_file_lacks_fails_whatever_becomes_of_bad_rows() throws IOException {
        Files.writeString(folder.resolve("new.csv"), "id,a,b,k,none,c,d\n1,0.5,0.5,7,,low,p\n");

        Predicted predicted = predict("out.csv", Optional.empty(), BadRows.SKIP);

        assertThat(predicted.failed()).isTrue();
        assertThat(predicted.findings()).extracting(Finding::code).containsExactly(FindingCode.COLUMN_MISSING);
    }

    @Test
    void what_is_wrong_with_rows_to_predict_is_corrected_in_their_file() throws IOException {
        Files.writeString(folder.resolve("new.csv"), BAD);
        assertThat(told())
                .containsExactly(
                        "new.csv line 4, column 'a': found \"x\", the schema says number (model.yaml line 5). Correct the row.",
                        "new.csv line 3, column 'a': found 1.5, the schema allows at most 1 (model.yaml line 5). Correct the"
                                + " row.",
                        "new.csv line 4, column 'c': found \"lowest\", the schema allows \"low\", \"mid\", \"high\" (model.yaml"
                                + " line 9). Correct the row.");
        Files.writeString(folder.resolve("new.csv"), "id,a,b,k,none,c,d,ff\n1,\"0,5\",0.5,7,,low,p,true\n");
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "new.csv has no column 'f', which the model needs (model.yaml line 11); it has 'ff', which the model"
                                + " does not take. Is 'ff' meant to be 'f'? Name the columns in its header as the model does.",
                        "new.csv line 2, column 'a': found \"0,5\", the schema says number (model.yaml line 5). Numbers have a"
                                + " '.' before decimals and nothing between thousands: write 0.5.");
    }

    private static List<String> told() {
        return predict("out.csv", Optional.empty(), BadRows.FAIL).findings().stream()
                .map(finding -> FindingText.sentence(finding) + " " + FindingText.remedy(finding))
                .toList();
    }

    @Test
    void a_folder_is_no_file_of_predictions() throws IOException {
        Files.writeString(folder.resolve("new.csv"), GOOD);
        Path out = Files.createDirectories(folder.resolve("scored"));

        assertThatThrownBy(() -> predict("scored", Optional.empty(), BadRows.FAIL))
                .isInstanceOf(MlException.class)
                .hasMessage("Predictions are written to a file, and " + out
                        + " is a folder. Name a file in it: -Dml.output=" + out.resolve("predicted.csv") + ".");
    }

    @Test
    void predictions_do_not_replace_what_the_model_is_made_of() throws IOException {
        Files.writeString(folder.resolve("new.csv"), GOOD);
        for (String own : List.of("d.csv", "model.yaml")) {
            byte[] before = Files.readAllBytes(folder.resolve(own));

            assertThatThrownBy(() -> predict("new.csv", own, Optional.empty(), BadRows.FAIL))
                    .hasMessage(
                            folder.resolve(own)
                                    + " is a file that the model is made of. Name another file for its predictions with -Dml.output.");
            assertThat(folder.resolve(own)).hasBinaryContent(before);
        }
    }

    @Test
    void predictions_are_no_rows_of_the_next_time() throws IOException {
        Files.createDirectory(folder.resolve("in"));
        Files.writeString(folder.resolve("in/new.csv"), GOOD);

        assertThatThrownBy(() -> predict("in", "in/out.csv", Optional.empty(), BadRows.FAIL))
                .hasMessage(folder.resolve("in/out.csv")
                        + " is in the folder whose files are predicted: it would be one of them the next time. Name a file"
                        + " elsewhere with -Dml.output.");
    }

    @Test
    void predictions_do_not_replace_the_rows_that_they_are_of() throws IOException {
        Files.writeString(folder.resolve("out.csv"), GOOD);

        assertThatThrownBy(() -> predict("*.csv", "out.csv", Optional.empty(), BadRows.FAIL))
                .isInstanceOf(MlException.class)
                .hasMessage(folder.resolve("out.csv")
                        + " is one of the files whose rows are to be predicted. Name another file with -Dml.output, or fewer"
                        + " with -Dml.data.");
    }

    @Test
    void a_name_of_no_known_format_is_refused_before_anything_is_read() throws IOException {
        Files.writeString(folder.resolve("new.csv"), GOOD);

        assertThatThrownBy(() -> predict("out.xlsx", Optional.empty(), BadRows.FAIL))
                .isInstanceOf(MlException.class)
                .hasMessage("Predictions cannot be written as out.xlsx. Its name must end with .csv, .jsonl, .ndjson,"
                        + " .parquet.");
    }

    private static Predicted predict(String output, Optional<List<String>> carried, BadRows policy) {
        return predict("new.csv", output, carried, policy);
    }

    private static Predicted predict(String source, String output, Optional<List<String>> carried, BadRows policy) {
        Predict.run(request(source, output, carried, policy, 2), Progress.SILENT);
        return Json.read(ModelFiles.of(folder.resolve("target"), "example").predicted(), Predicted.class);
    }

    private static PredictRequest request(
            String source, String output, Optional<List<String>> carried, BadRows policy, int threads) {
        return new PredictRequest(
                Example.place(folder),
                bundle,
                new NewRows(source, carried),
                new Output(folder.resolve(output), policy),
                new BuildLimits(threads, 512));
    }
}
