package io.github.mlmaven.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Schema;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Range;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.model.Encoder;
import io.github.mlmaven.model.Golden.Case;
import io.github.mlmaven.model.Numeric;
import io.github.mlmaven.model.Predictor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenRowsTest {

    private static final Range ANY = new Range(OptionalDouble.empty(), OptionalDouble.empty());

    @TempDir
    Path folder;

    @Test
    void they_are_spread_evenly_over_the_test_rows() throws IOException {
        List<Case> golden = golden(false, 25, row -> row + ",1,0,test\n" + "100,1,0,train\n");

        assertThat(golden.stream().map(each -> each.row().get("x")))
                .containsExactly(0.0, 2.0, 5.0, 7.0, 10.0, 12.0, 15.0, 17.0, 20.0, 22.0);
    }

    @Test
    void of_few_rows_each_is_one() throws IOException {
        List<Case> golden = golden(false, 3, row -> row + ",1,0,test\n");

        assertThat(golden.stream().map(each -> each.row().get("x"))).containsExactly(0.0, 1.0, 2.0);
    }

    @Test
    void without_test_rows_they_are_of_the_training_rows() throws IOException {
        List<Case> golden = golden(false, 2, row -> row + ",1,0,train\n");

        assertThat(golden.stream().map(each -> each.row().get("x"))).containsExactly(0.0, 1.0);
    }

    @Test
    void rows_without_a_required_input_are_none_and_the_others_are_spread_evenly() throws IOException {
        List<Case> golden = golden(true, 40, row -> row + "," + (row % 2 == 0 ? "" : "1") + ",0,test\n");

        assertThat(golden.stream().map(each -> each.row().get("x")))
                .containsExactly(1.0, 5.0, 9.0, 13.0, 17.0, 21.0, 25.0, 29.0, 33.0, 37.0);
    }

    @Test
    void they_hold_the_values_that_there_are_and_what_is_said_about_them() throws IOException {
        List<Case> golden = golden(false, 2, row -> row == 0 ? "1.5,,0,test\n" : ",4,0,test\n");

        assertThat(golden)
                .containsExactly(
                        new Case(Map.of("x", 1.5), Optional.of(1.5), Optional.empty(), Map.of()),
                        new Case(Map.of("z", 4L), Optional.of(40.0), Optional.empty(), Map.of()));
    }

    /** Of a model that says x + 10 z, a missing value counting as 0. */
    private List<Case> golden(boolean required, int rows, IntFunction<String> lines) throws IOException {
        Project project = new Project(folder)
                .file(
                        "d.csv",
                        "x,z,y,part\n"
                                + IntStream.range(0, rows).mapToObj(lines).collect(Collectors.joining()))
                .spec("""
                        task: regression
                        data: {source: d.csv, label: y, split: {column: part}}
                        columns:
                          x: {type: number}
                          z: {type: integer}
                          y: {type: number, when: training}
                          part: {type: category}
                        """);
        Schema schema = new Schema(
                Task.REGRESSION,
                List.of(
                        new Input("x", ColumnType.NUMBER, List.of(), ANY, false),
                        new Input("z", ColumnType.INTEGER, List.of(), ANY, required)),
                "y",
                List.of());
        Encoder encoder = new Encoder(
                List.of(new Numeric("x", 0, 1, OptionalDouble.of(0)), new Numeric("z", 0, 1, OptionalDouble.of(0))));
        try (Table table = project.open()) {
            return new GoldenRows(schema, encoder, new Sum()).of(table);
        }
    }

    private static final class Sum implements Predictor {

        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public void predict(float[] features, int offset, double[] out) {
            out[0] = features[offset] + 10 * features[offset + 1];
        }
    }
}
