package io.github.mlmaven.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.step.Predicted;
import io.github.mlmaven.worker.PredictRequest.BadRows;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rows of files that a model of the build predicts. */
class PredictTest extends Predicting {

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

    @Test
    void whoever_waits_is_told_how_many_rows_were_read_and_predicted() throws IOException {
        String rows = GOOD.lines().skip(1).collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(folder.resolve("new.csv"), GOOD + rows.repeat(9_999));
        List<String> told = new ArrayList<>();

        Predict.run(request("new.csv", "out.csv", Optional.empty(), BadRows.FAIL, 1), new Progress() {
            @Override
            public void about(String what, long done, long expected) {
                assertThat(expected).isBetween(29_000L, 31_000L);
                told.add(what + " " + done);
            }

            @Override
            public void tick(String what, long done, long total) {
                told.add(what + " " + done + "/" + total);
            }
        });

        assertThat(told)
                .contains("read rows 30000", "predicted rows 30000/30000")
                .hasSizeGreaterThan(3);
        assertThat(told.get(0)).startsWith("read rows ");
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
    void what_is_put_aside_replaces_neither_the_rows_nor_what_the_model_is_made_of() throws IOException {
        String rows = GOOD + "not,a,good,row,at,all\n";
        Files.writeString(folder.resolve("again.csv.quarantine.csv"), rows);

        assertThatThrownBy(() -> predict("again.csv.quarantine.csv", "again.csv", Optional.empty(), BadRows.QUARANTINE))
                .hasMessage(folder.resolve("again.csv.quarantine.csv")
                        + " is one of the files whose rows are to be predicted, and what is put aside beside again.csv would take"
                        + " its place. Name another file with -Dml.output, or fewer with -Dml.data.");
        assertThat(folder.resolve("again.csv.quarantine.csv")).content().isEqualTo(rows);

        Files.writeString(folder.resolve("new.csv"), GOOD);
        Files.createLink(folder.resolve("other.csv.quarantine.csv"), folder.resolve("d.csv"));
        assertThatThrownBy(() -> predict("new.csv", "other.csv", Optional.empty(), BadRows.QUARANTINE))
                .hasMessageContaining(
                        "other.csv.quarantine.csv is a file that the model is made of, and what is put aside");
        predict("new.csv", "other.csv", Optional.empty(), BadRows.FAIL);
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
}
