package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.ModelSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a slice is named that is no weaker than the rest, in simulated builds. */
class WeakSliceChanceTest {

    private static final int ROWS = 600;

    @TempDir
    Path folder;

    private ModelSpec spec;
    private Table rows;

    /** A region of four, a size of three, a price of 600 and a year of two, each by itself. */
    @BeforeEach
    void the_test_rows() throws IOException {
        StringBuilder data = new StringBuilder("region,size,price,year,y,part\n");
        for (int row = 0; row < ROWS; row++) {
            data.append("r%s,s%s,%s,%s,1,test\n".formatted(row % 4, row / 5 % 3, row * 7 % ROWS, 2000 + row / 7 % 2));
        }
        Project project = new Project(folder)
                .file("d.csv", data.append("r0,s1,1,2000,1,train\n").toString())
                .spec("""
                task: regression
                data: {source: d.csv, label: y, split: {column: part}}
                columns:
                  region: {type: category}
                  size: {type: category}
                  price: {type: number}
                  year: {type: integer}
                  y: {type: number, when: training}
                  part: {type: text}
                """);
        spec = project.spec().spec();
        rows = project.open();
    }

    @AfterEach
    void close() {
        rows.close();
    }

    private boolean namesOne(ScoredRows scored) {
        List<String> inputs = List.of("region", "size", "price", "year");
        return !WeakSliceSearch.of(rows, spec, inputs, scored, Groups.ofRows(ROWS))
                .slices()
                .isEmpty();
    }

    @Test
    void errors_of_numbers_that_are_chance_alone_name_one_in_few_of_a_hundred_builds() {
        Random random = new Random(7);

        long named = IntStream.range(0, 100)
                .filter(build -> namesOne(new ScoredNumbers(
                        new double[ROWS],
                        random.doubles(ROWS)
                                .map(chance -> -StrictMath.log(chance))
                                .toArray())))
                .count();

        assertThat(named).isLessThanOrEqualTo(8);
    }

    @Test
    void slices_in_which_all_are_wrong_are_no_weaker_where_most_are_wrong_everywhere() {
        Random random = new Random(11);
        long named = IntStream.range(0, 60)
                .filter(build -> {
                    double[] probabilities = new double[2 * ROWS];
                    for (int row = 0; row < ROWS; row++) {
                        probabilities[2 * row] = random.nextInt(100) < 93 ? 0.2 : 0.8;
                        probabilities[2 * row + 1] = 1 - probabilities[2 * row];
                    }
                    return namesOne(new ScoredLabels(List.of("a", "b"), new int[ROWS], probabilities));
                })
                .count();

        assertThat(named).isLessThanOrEqualTo(5);
    }
}
