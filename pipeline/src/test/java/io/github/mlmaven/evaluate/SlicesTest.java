package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

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
            listed,open,flag,x,y,part
            b,v,true,1,0,test
            unseen,u,false,2.5,0,train
            a,w,,0.999,0,test
            ,v,false,2,0,test
            b,,true,,0,test
            c,u,true,7,0,train
            b,v,false,1.5,0,test
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

    private List<String> slices(String slice) throws IOException {
        Project project = new Project(folder).file("d.csv", ROWS).spec("""
                        task: regression
                        data: {source: d.csv, label: y, split: {column: part}}
                        columns:
                          listed: {type: category, values: [c, b, a]}
                          open: {type: category}
                          flag: {type: boolean}
                          x: {type: number}
                          y: {type: number, when: training}
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
