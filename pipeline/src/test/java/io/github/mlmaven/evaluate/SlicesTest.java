package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.ModelSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlicesTest {

    /** The test rows in their order, with rows of training between them. */
    private static final String ROWS = """
            listed,open,flag,x,y,z,part
            b,v,true,1,0,1,test
            unseen,u,false,2.5,0,9,train
            a,w,,0.999,0,1,test
            ,v,false,2,0,2,test
            b,,true,,0,2,test
            c,u,true,7,0,9,train
            b,v,false,1.5,0,2,test
            """;

    @TempDir
    Path folder;

    @Test
    void values_come_in_the_order_of_the_schema_with_their_rows_and_those_without_one_last() throws IOException {
        assertThat(slices("listed")).containsExactly("listed b [0, 3, 4]", "listed a [1]", "listed (missing) [2]");
    }

    @Test
    void values_that_no_schema_lists_rise() throws IOException {
        assertThat(slices("open")).containsExactly("open v [0, 2, 4]", "open w [1]", "open (missing) [3]");
    }

    @Test
    void booleans_are_values() throws IOException {
        assertThat(slices("flag")).containsExactly("flag false [2, 4]", "flag true [0, 3]", "flag (missing) [1]");
    }

    @Test
    void a_range_has_its_lower_bound_and_not_its_upper_one() throws IOException {
        assertThat(slices("{column: x, bins: [1, 2]}"))
                .containsExactly("x (-inf, 1) [1]", "x [1, 2) [0, 4]", "x [2, inf) [2]", "x (missing) [3]");
    }

    @Test
    void a_range_without_rows_is_left_out() throws IOException {
        assertThat(slices("{column: x, bins: [-3.5, 0, 1000]}"))
                .containsExactly("x [0, 1000) [0, 1, 2, 4]", "x (missing) [3]");
    }

    @Test
    void quantiles_have_as_many_rows_each() throws IOException {
        // The values are 0.999, 1, 1.5 and 2: the second half begins with 1.5.
        assertThat(slices("{column: x, quantiles: 2}"))
                .containsExactly("x quantile 1 of 2 [0, 1]", "x quantile 2 of 2 [2, 4]", "x (missing) [3]");
    }

    @Test
    void equal_values_are_of_one_quantile() throws IOException {
        assertThat(slices("{column: z, quantiles: 4}"))
                .containsExactly("z quantile 2 of 4 [0, 1]", "z quantile 4 of 4 [2, 3, 4]");
    }

    @Test
    void combinations_that_occur_are_slices_in_the_order_of_the_columns() throws IOException {
        assertThat(slices("{column: listed, with: [flag]}"))
                .containsExactly(
                        "listed x flag b x false [4]",
                        "listed x flag b x true [0, 3]",
                        "listed x flag a x (missing) [1]",
                        "listed x flag (missing) x false [2]");
    }

    @Test
    void ranges_and_two_columns_are_combined_too() throws IOException {
        assertThat(slices("{column: x, bins: [1.5], with: [open, flag]}"))
                .contains("x x open x flag [1.5, inf) x v x false [2, 4]")
                .hasSize(4);
    }

    @Test
    void the_rows_for_which_a_condition_is_true_are_a_slice() throws IOException {
        assertThat(slices("{where: x > 1 and flag is not null, name: large}"))
                .containsExactly("large x > 1 and flag is not null [2, 4]");
        assertThat(slices("{where: x is null, name: unknown x}")).containsExactly("unknown x x is null [3]");
        assertThat(slices("{where: x > 100, name: huge}")).isEmpty();
    }

    @Test
    void a_condition_that_is_none_is_told_with_its_place() {
        assertThatThrownBy(() -> slices("{where: x >, name: large}"))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("A condition of evaluate.slices cannot be evaluated (model.yaml line ")
                .hasMessageEndingWith(
                        "Write one SQL condition that is true for the rows of the slice, such as: carat > 2.");
        assertThatThrownBy(() -> slices("{where: w > 1, name: large}"))
                .isInstanceOf(MlException.class)
                .hasMessageContaining("w");
    }

    @Test
    void a_column_with_too_many_values_makes_no_slices() throws IOException {
        StringBuilder rows = new StringBuilder("listed,open,flag,x,y,z,part\n");
        for (int row = 0; row < 10_001; row++) {
            rows.append("a,v").append(row).append(",true,1,0,1,test\n");
        }

        assertThatThrownBy(() ->
                        slices("open", rows.append("a,v,true,1,0,1,train\n").toString()))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "The test rows have 10,001 slices of open. At most 10,000 can be measured: slice by a column with"
                                + " fewer values (evaluate.slices).");
    }

    private List<String> slices(String slice) throws IOException {
        return slices(slice, ROWS);
    }

    private List<String> slices(String slice, String data) throws IOException {
        Project project = new Project(folder).file("d.csv", data).spec("""
                        task: regression
                        data: {source: d.csv, label: y, split: {column: part}}
                        columns:
                          listed: {type: category, values: [c, b, a]}
                          open: {type: category}
                          flag: {type: boolean}
                          x: {type: number}
                          y: {type: number, when: training}
                          z: {type: integer}
                          part: {type: category}
                        evaluate: {slices: [%s]}
                        """.formatted(slice));
        ModelSpec spec = project.spec().spec();
        try (Table rows = project.open()) {
            return new Slices(spec, rows)
                    .of(spec.evaluate().slices().get(0)).stream()
                            .map(rowsOf ->
                                    rowsOf.column() + " " + rowsOf.value() + " " + Arrays.toString(rowsOf.positions()))
                            .toList();
        }
    }
}
