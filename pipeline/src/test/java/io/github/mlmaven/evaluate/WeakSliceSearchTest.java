package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.step.WeakSlices;
import io.github.mlmaven.step.WeakSlices.WeakSlice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slices that nobody asked for and on which a model errs more. */
class WeakSliceSearchTest {

    private static final int ROWS = 600;

    private static final String SPEC = """
            task: regression
            data: {source: d.csv, label: y, id: [id], split: {column: part}}
            columns:
              id: {type: text}
              region: {type: category}
              size: {type: category}
              price: {type: number}
              year: {type: integer}
              y: {type: number, when: training}
              part: {type: text}
            """;

    @TempDir
    Path folder;

    private Project project;
    private Table rows;

    /** A region of four, a size of three, a price from 0 to 599 in a mixed order, and a year of two; each by itself. */
    @BeforeEach
    void the_test_rows() throws IOException {
        StringBuilder data = new StringBuilder("id,region,size,price,year,y,part\n");
        for (int row = 0; row < ROWS; row++) {
            data.append("%s,r%s,%s,%s,%s,1,test\n".formatted(row, row % 4, size(row), price(row), 2000 + row / 7 % 2));
        }
        project = new Project(folder)
                .file("d.csv", data.append("a,r0,s,1,2000,1,train\n").toString())
                .spec(SPEC);
        rows = project.open();
    }

    @AfterEach
    void close() {
        rows.close();
    }

    private static String size(int row) {
        return List.of("s", "m", "").get(row / 5 % 3);
    }

    private static int price(int row) {
        return row * 7 % ROWS;
    }

    private List<String> inputs = List.of("region", "size", "price", "year");

    private WeakSlices found(ScoredRows scored, Groups groups) {
        return WeakSliceSearch.of(rows, project.spec().spec(), inputs, scored, groups);
    }

    private WeakSlices found(IntToDoubleFunction error) {
        return found(numbers(error), Groups.ofRows(ROWS));
    }

    private static ScoredNumbers numbers(IntToDoubleFunction error) {
        double[] labels = new double[ROWS];
        double[] predictions = new double[ROWS];
        Arrays.setAll(predictions, row -> (row % 2 == 0 ? -1 : 1) * error.applyAsDouble(row));
        return new ScoredNumbers(labels, predictions);
    }

    private static double mean(IntToDoubleFunction error, boolean of, int region) {
        return IntStream.range(0, ROWS)
                .filter(row -> (row % 4 == region) == of)
                .mapToDouble(error)
                .average()
                .orElseThrow();
    }

    @Test
    void a_value_on_which_the_model_errs_more_is_named_with_the_errors_there_and_elsewhere() {
        IntToDoubleFunction error = row -> (row % 4 == 2 ? 1.5 : 1) + row % 11 / 10.0;

        List<WeakSlice> slices = found(error).slices();

        assertThat(slices).hasSize(1);
        WeakSlice slice = slices.get(0);
        assertThat(slice.column()).isEqualTo("region");
        assertThat(slice.value()).isEqualTo("r2");
        assertThat(slice.rows()).isEqualTo(150);
        assertThat(slice.error()).isCloseTo(mean(error, true, 2), within(1e-12));
        assertThat(slice.elsewhere()).isCloseTo(mean(error, false, 2), within(1e-12));
        // scipy 1.17: the standard error of Welch is 0.029634, Student's t with 149 degrees 1.976.
        assertThat(slice.more().high() - slice.more().low()).isCloseTo(2 * 1.976 * 0.0296, within(0.003));
    }

    @Test
    void a_pair_that_is_worse_than_either_of_its_slices_is_named() {
        assertThat(found(row -> (row % 4 == 1 && size(row).equals("m") ? 4 : 1) + row % 11 / 10.0)
                        .slices())
                .first()
                .extracting(WeakSlice::column, WeakSlice::value)
                .containsExactly("region x size", "r1 x m");
    }

    @Test
    void of_slices_with_mostly_the_same_rows_the_one_of_a_single_column_is_named() throws IOException {
        // Where the price is high, the twin is too, but for a few rows.
        StringBuilder data = new StringBuilder("id,region,size,price,year,y,part\n");
        for (int row = 0; row < ROWS; row++) {
            data.append("%s,%s,s,%s,2000,1,test\n".formatted(row, price(row) >= 440 ? "high" : "low", price(row)));
        }
        rows.close();
        rows = project.file("d.csv", data.append("a,low,s,1,2000,1,train\n").toString())
                .open();

        assertThat(found(row -> (price(row) >= 450 ? 3 : 1) + row % 11 / 10.0).slices())
                .extracting(slice -> slice.column() + " " + slice.value())
                .containsExactly("price [450, inf)");
    }

    @Test
    void ranges_few_numbers_and_missing_values_are_slices() {
        assertThat(found(row -> (price(row) >= 450 ? 3 : 1) + row % 11 / 10.0).slices())
                .extracting(slice -> slice.column() + " " + slice.value())
                .containsExactly("price [450, inf)");
        assertThat(found(row -> (size(row).isEmpty() ? 3 : 1) + row % 11 / 10.0).slices())
                .extracting(slice -> slice.column() + " " + slice.value())
                .containsExactly("size (missing)");
        assertThat(found(row -> (row / 7 % 2 == 1 ? 3 : 1) + row % 11 / 10.0).slices())
                .extracting(slice -> slice.column() + " " + slice.value())
                .containsExactly("year [2001, inf)");
    }

    @Test
    void wrong_labels_are_errors() {
        int[] labels = new int[ROWS];
        double[] probabilities = new double[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            boolean wrong = row % 4 == 3 ? row % 3 != 0 : row % 7 == 0;
            probabilities[2 * row] = wrong ? 0.2 : 0.8;
            probabilities[2 * row + 1] = 1 - probabilities[2 * row];
        }

        List<WeakSlice> slices = found(new ScoredLabels(List.of("a", "b"), labels, probabilities), Groups.ofRows(ROWS))
                .slices();

        assertThat(slices)
                .filteredOn(slice -> slice.column().equals("region"))
                .singleElement()
                .satisfies(slice -> {
                    assertThat(slice.value()).isEqualTo("r3");
                    assertThat(slice.error()).isCloseTo(100 / 150.0, within(1e-12));
                });
    }

    @Test
    void rows_that_were_drawn_together_count_as_one() {
        // All of region r2 is of three groups, one of which is bad.
        IntToDoubleFunction error = row -> (row % 12 == 2 ? 3 : 1) + row % 11 / 10.0;
        int[] groups = IntStream.range(0, ROWS)
                .map(row -> row % 4 == 2 ? row % 12 : 100 + row)
                .toArray();

        assertThat(found(error).slices()).extracting(WeakSlice::value).contains("r2");
        assertThat(found(numbers(error), Groups.of(groups)).slices())
                .extracting(WeakSlice::value)
                .doesNotContain("r2");
    }

    @Test
    void an_id_makes_slices_where_it_is_an_input() throws IOException {
        project.spec(SPEC.replace("id: [id]", "id: [id, region]"));
        IntToDoubleFunction error = row -> (row % 4 == 2 ? 1.5 : 1) + row % 11 / 10.0;

        assertThat(found(error).slices()).extracting(WeakSlice::value).contains("r2");
        inputs = List.of("size", "price", "year");
        assertThat(found(error).slices()).isEmpty();
    }

    @Test
    void what_was_looked_at_is_counted() {
        WeakSlices weak = found(row -> 1 + row % 11 / 10.0);

        assertThat(weak.rows()).isEqualTo(ROWS);
        // 4 regions, 3 sizes, 4 ranges of the price, 2 years, and the pairs of them with thirty rows.
        assertThat(weak.looked()).isBetween(13L + 12 + 16 + 8, 13L + 5 * 4 + 5 * 6 + 5 * 4 + 4 * 6 + 4 * 4 + 6 * 4);
    }
}
