package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a {@code where} that leaves out no row, or all. */
class WhereFindingsTest extends Validating {

    private static final String NOTE =
            " (model.yaml line 5). Correct the condition, or remove it until there are rows that it is to leave out. []";

    private List<String> where(String condition, String rows) throws IOException {
        project.file("d.csv", "a,y,s\n" + rows);
        return validate(specText("d.csv", "a: {type: number}")
                .replace("label: y", "label: y\n  where: \"%s\"".formatted(condition)));
    }

    @Test
    void a_condition_that_all_rows_satisfy_leaves_out_nothing_and_is_a_warning() throws IOException {
        assertThat(where("a > 0", "1,1,train\n2,2,train\n3,3,test\n"))
                .containsExactly("warning where-keeps-all: data.where 'a > 0' is true for all 3 rows" + NOTE);
    }

    @Test
    void a_condition_that_leaves_out_one_row_is_no_warning() throws IOException {
        assertThat(where("a > 1", "1,1,train\n2,2,train\n3,3,test\n")).isEmpty();
        assertThat(where("a > 1", ",1,train\n2,2,train\n3,3,test\n")).isEmpty();
    }

    @Test
    void a_row_that_is_kept_for_its_bad_value_alone_is_told_by_that() throws IOException {
        assertThat(where("a is not null", "1O,1,train\n2,2,train\n3,3,test\n"))
                .singleElement()
                .asString()
                .startsWith("error type-mismatch: ");
    }

    @Test
    void of_data_that_was_not_read_as_a_whole_nothing_is_said() throws IOException {
        assertThat(where("a > 0", "1,1,train\n2,2\n3,3,test\n"))
                .singleElement()
                .asString()
                .startsWith("error row-malformed: ");
        assertThat(where("a > 0", "")).singleElement().asString().startsWith("error data-no-rows: ");
    }

    @Test
    void a_condition_that_no_row_satisfies_is_one_error_with_its_place() throws IOException {
        assertThat(where("a > 3", "1,1,train\n2,2,train\n3,3,test\n"))
                .containsExactly(
                        "error where-keeps-nothing: data.where 'a > 3' is true for none of 3 rows (model.yaml line 5)."
                                + " Correct the condition, or add rows for which it is true. []");
    }
}
