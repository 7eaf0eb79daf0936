package io.github.mlmaven.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.spec.SourceParameters;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Predicted;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.PredictRequest.BadRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of a query over files that a model of the build predicts. */
class PredictQueryTest extends Predicting {

    private static final String FILES = "n=new.csv,more=more.csv";

    @BeforeEach
    void write_two_tables() throws IOException {
        Files.writeString(folder.resolve("new.csv"), GOOD);
        Files.writeString(folder.resolve("more.csv"), "id,factor\n1000,2\n1002,0.5\n");
    }

    private static Predicted predict(String files, String query, String output, BadRows policy) {
        SourceSpec from =
                new SourceParameters(Optional.empty(), Optional.of(files), Optional.of(query)).source(path -> path);
        Predict.run(request(from, output, Optional.empty(), policy, 2), Progress.SILENT);
        return Json.read(ModelFiles.of(folder.resolve("target"), "example").predicted(), Predicted.class);
    }

    @Test
    void the_rows_of_a_join_are_predicted_in_its_order() throws IOException {
        Predicted predicted = predict(
                FILES,
                "select n.* replace (a * factor as a) from n join more using (id) order by id desc",
                "out.csv",
                BadRows.FAIL);

        assertThat(predicted).isEqualTo(new Predicted(Predicted.FORMAT, 2, 2, List.of("who"), List.of()));
        assertThat(folder.resolve("out.csv"))
                .content()
                .isEqualTo("row,id,prediction\n0,1002,%s\n1,1000,%s\n"
                        .formatted(value(0.375, 0.0, "mid", "never seen", true), value(0.5, 0.5, "low", "p", true)));
    }

    @Test
    void new_rows_need_not_have_a_text_that_stands_for_a_missing_value_in_training() throws IOException {
        Path yaml = folder.resolve("model.yaml");
        String before = Files.readString(yaml);
        Files.writeString(yaml, before.replace("label: y,", "label: y, missing: ['', NA],"));
        try {
            assertThat(Files.readString(yaml)).contains("missing: ['', NA]");
            assertThat(predict(FILES, "select * from n", "out.csv", BadRows.FAIL)
                            .findings())
                    .isEmpty();
            assertThat(predict("new.csv", "out.csv", Optional.empty(), BadRows.FAIL)
                            .findings())
                    .isEmpty();
        } finally {
            Files.writeString(yaml, before);
        }
    }

    @Test
    void a_row_that_breaks_the_schema_is_told_by_its_number_and_id() {
        Predicted predicted = predict(FILES, "select * replace (a + id - 1000 as a) from n", "out.csv", BadRows.FAIL);

        assertThat(predicted.failed()).isTrue();
        assertThat(predicted.findings()).extracting(Finding::code).containsExactly(FindingCode.VALUE_OUT_OF_RANGE);
        assertThat(ConsoleReport.finding(predicted.findings().get(0)).get(0))
                .startsWith("ml.query row 3 (id = 1002), column 'a': found 2.75, the schema allows");
    }

    @Test
    void a_column_that_the_query_does_not_select_is_asked_of_it() {
        Predicted predicted = predict(FILES, "select * exclude (b), b as bb from n", "out.csv", BadRows.FAIL);

        assertThat(ConsoleReport.finding(predicted.findings().get(0)).get(0))
                .isEqualTo(
                        "ml.query has no column 'b', which the model needs (model.yaml line 6); it has 'who', 'bb', which"
                                + " the model does not take. Is 'bb' meant to be 'b'? Let the query select it by that"
                                + " name. [column-missing]");
    }

    @Test
    void rows_that_break_the_schema_are_put_aside_with_their_number() throws IOException {
        predict(FILES, "select * replace (a + id - 1000 as a) from n", "out.csv", BadRows.QUARANTINE);

        assertThat(folder.resolve("out.csv.quarantine.csv"))
                .content()
                .isEqualTo("row,file,line,column,value,reason\n2,ml.query,,a,2.75,value-out-of-range\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select * from houses | ml.query cannot be evaluated: it reads 'houses', which ml.files does not name. It can read more, n. Write one selection of rows; there is
            copy n to 'x.csv' | ml.query cannot be evaluated: it is more than one selection, or something else than one. Write one selection of rows; there is
            attach 'x.db' | ml.query cannot be evaluated: it is more than one selection, or something else than one. Write one selection of rows; there is
            select * from read_csv('/etc/passwd') | ml.query cannot be evaluated: it reads with read_csv, and a query reads the files of ml.files alone. Write one selection of rows; there is
            select * from n limit 1 | ml.query cannot be evaluated: limit takes any of the rows, which nothing puts into an order. Write one selection of rows; there is
            select * fromm n | ml.query cannot be evaluated: syntax error at or near "n", in line 1, column 16 of the query. Correct the query there.
            select x from n | ml.query cannot be evaluated: Binder Error: Referenced column "x" not found in FROM clause!
            """)
    void a_query_that_is_none_is_told_by_the_name_of_its_parameter(String query, String message) {
        assertThatThrownBy(() -> predict(FILES, query, "out.csv", BadRows.FAIL))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith(message);
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void a_table_whose_file_is_not_there_is_told_by_its_name() {
        assertThatThrownBy(() -> predict("n=new.csv,more=none.csv", "select * from n", "out.csv", BadRows.FAIL))
                .hasMessage("ml.files.more 'none.csv' does not exist: looked for " + folder.resolve("none.csv")
                        + ". Put the file there, or correct the path; it is relative to the project's folder.");
    }

    @Test
    void a_query_without_rows_writes_nothing() {
        Predicted predicted = predict(FILES, "select * from n where id = 0", "out.csv", BadRows.FAIL);

        assertThat(predicted.rows()).isZero();
        assertThat(predicted.failed()).isTrue();
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void predictions_replace_no_table_however_it_is_named() throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Files.createSymbolicLink(folder.resolve("sub/link.csv"), folder.resolve("out.csv"));
        Files.writeString(folder.resolve("out.csv"), GOOD);
        for (String name : List.of("out.csv", "sub/../out.csv", "sub/link.csv", "o*.csv")) {
            assertThatThrownBy(() -> predict("n=new.csv,m=" + name, "select * from n", "out.csv", BadRows.FAIL))
                    .as(name)
                    .hasMessage(folder.resolve("out.csv")
                            + " is one of the files whose rows are to be predicted. Name another file with -Dml.output, or"
                            + " fewer with -Dml.files.");
        }
        assertThat(folder.resolve("out.csv")).content().isEqualTo(GOOD);
    }
}
