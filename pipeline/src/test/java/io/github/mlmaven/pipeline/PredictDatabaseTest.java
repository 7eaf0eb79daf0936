package io.github.mlmaven.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.DuckDbAccess;
import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.spec.JdbcSpec;
import io.github.mlmaven.spec.SourceParameters;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.step.AskedRows;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Predicted;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import io.github.mlmaven.worker.PredictRequest;
import io.github.mlmaven.worker.PredictRequest.BadRows;
import io.github.mlmaven.worker.PredictRequest.NewRows;
import io.github.mlmaven.worker.PredictRequest.Output;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that a database answers, and a model of the build predicts. */
class PredictDatabaseTest extends Predicting {

    private String url;

    @BeforeEach
    void database() throws Exception {
        Files.writeString(folder.resolve("new.csv"), GOOD);
        Files.deleteIfExists(folder.resolve("shop.db"));
        url = "jdbc:duckdb:" + folder.resolve("shop.db");
        run("create table fresh as select * replace (cast(k as integer) as k) from read_csv('%s')"
                .formatted(folder.resolve("new.csv")));
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Predicted predict(String query) throws Exception {
        SourceSpec from = new SourceParameters(Optional.empty(), Optional.empty(), Optional.of(query))
                .source(path -> path, Optional.of(new JdbcSpec(url, Optional.empty())));
        Predict.run(
                new PredictRequest(
                        Example.place(folder),
                        bundle,
                        new NewRows(new AskedRows(from), Optional.of(DuckDbAccess.create()), Optional.empty()),
                        new Output(folder.resolve("out.csv"), BadRows.FAIL),
                        new BuildLimits(2, 512)),
                Progress.SILENT);
        return Json.read(ModelFiles.of(folder.resolve("target"), "example").predicted(), Predicted.class);
    }

    @Test
    void the_rows_of_a_table_are_predicted_each_time_anew() throws Exception {
        Predicted predicted = predict("select * from fresh where id <> 1001 order by id desc");

        assertThat(predicted).isEqualTo(new Predicted(Predicted.FORMAT, 2, 2, List.of("who"), List.of()));
        assertThat(folder.resolve("out.csv"))
                .content()
                .isEqualTo("row,id,prediction\n0,1002,%s\n1,1000,%s\n"
                        .formatted(value(0.75, 0.0, "mid", "never seen", true), value(0.25, 0.5, "low", "p", true)));

        run("delete from fresh where id = 1002");
        assertThat(predict("select * from fresh where id <> 1001 order by id desc")
                        .predicted())
                .isEqualTo(1);
        // The model's own rows are others.
        assertThat(ModelFiles.of(folder.resolve("target"), "example").snapshot())
                .doesNotExist();
    }

    @Test
    void a_row_that_breaks_the_schema_is_told_by_its_number_and_id() throws Exception {
        run("update fresh set a = 1.5 where id = 1002");

        Predicted predicted = predict("select * from fresh order by id");

        assertThat(predicted.failed()).isTrue();
        assertThat(ConsoleReport.finding(predicted.findings().get(0)).get(0))
                .startsWith("ml.query row 3 (id = 1002), column 'a': found 1.5, the schema allows");
    }

    @Test
    void a_query_that_writes_is_told_by_the_name_of_its_parameter() {
        assertThatThrownBy(() -> predict("delete from fresh"))
                .hasMessageStartingWith("ml.query is none that a database is asked: ");
        assertThatThrownBy(() -> predict("select * from stale"))
                .hasMessageStartingWith("ml.query cannot be evaluated by " + url + ": ")
                .hasMessageContaining("stale");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }
}
