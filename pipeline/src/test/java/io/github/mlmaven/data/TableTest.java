package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

    private static final String ALL_TRAIN = """
            task: regression
            data: {source: d.csv, label: y, split: {test: 0.000001}}
            columns:
              a: {type: number}
              b: {type: boolean}
              k: {type: category}
              y: {type: integer}
            """;

    @TempDir
    Path directory;

    @Test
    void values_are_read_in_the_order_of_the_data() throws IOException {
        Project project = new Project(directory)
                .spec(ALL_TRAIN)
                .file("d.csv", "a,b,k,y\n1.5,true,red,3\n,FALSE,green,4\n-2e3,1,blue,5.0\n0,0,,\n");

        try (Table table = project.open()) {
            assertThat(table.findings()).isEmpty();
            assertThat(table.rows()).isEqualTo(4);
            assertThat(table.read(Part.TRAIN, Selection.number("a"))).containsExactly(1.5, Double.NaN, -2000, 0);
            assertThat(table.read(Part.TRAIN, Selection.number("b"))).containsExactly(1, 0, 1, 0);
            assertThat(table.read(Part.TRAIN, Selection.index("k", List.of("green", "red"))))
                    .containsExactly(1, 0, -1, Double.NaN);
            assertThat(table.read(Part.TRAIN, Selection.index("b", List.of("false", "true"))))
                    .containsExactly(1, 0, 1, 0);
            assertThat(table.read(Part.TRAIN, Selection.number("y"))).containsExactly(3, 4, 5, Double.NaN);
            assertThat(table.distinct(Part.TRAIN, "k")).containsExactly("blue", "green", "red");
            assertThat(table.distinct(Part.TRAIN, "y")).containsExactly("3", "4", "5");
            assertThat(table.texts(Part.TRAIN, "k")).containsExactly("red", "green", "blue", "");
            assertThat(table.median(Part.TRAIN, "a")).isEqualTo(0);
            assertThat(table.frequencies(Part.TRAIN, "b", 1)).containsExactly(new Table.Frequency("false", 2));
        }
    }
}
