package io.github.mlmaven.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.report.FindingText;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Predicted;
import io.github.mlmaven.worker.PredictRequest.BadRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of rows that break the schema. */
class PredictBadRowsTest extends Predicting {

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
}
