package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.data.Table;
import io.github.mlmaven.report.DriftText;
import io.github.mlmaven.step.DataDrift;
import io.github.mlmaven.step.DriftSlices;
import io.github.mlmaven.step.DriftSlices.Course;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** How columns moved over time. */
class SliceDriftTest extends Validating {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

    private static final String SPEC = """
            task: regression
            data: {source: d.csv, label: y}
            columns:
              sold: {type: date}
              x: {type: number}
              k: {type: category}
              b: {type: boolean}
              y: {type: number}
            drift:
              by: {column: sold, every: month}
            """;

    /** Rows of months, each of so many; in some of them numbers, categories and missing values are others. */
    private static String rows(int months, int each, IntPredicate moved) {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder text = new StringBuilder("sold,x,k,b,y\n");
        for (int month = 0; month < months; month++) {
            for (int row = 0; row < each; row++) {
                boolean other = moved.test(month);
                double sum = random.nextDouble() + random.nextDouble() + random.nextDouble() + (other ? 0.6 : 0);
                text.append(FIRST.plusMonths(month).plusDays(row % 28) + ",");
                text.append(other && row % 4 == 0 ? "" : Double.toString(sum)).append(",");
                text.append(other && row % 3 == 0 ? "d" : "abcd".charAt(random.nextInt(4)))
                        .append(",");
                text.append(random.nextBoolean() + "," + row % 17 + "\n");
            }
        }
        return text.toString();
    }

    private DataDrift drift(String spec, String data) throws IOException {
        project.file("d.csv", data);
        project.spec(spec);
        try (Table table = project.open()) {
            Profile training = DataValidation.of(table, project.spec()).training();
            DataDrift drift = DriftCheck.of(
                    table, project.spec(), new Baseline.Absent(Baseline.Reason.NO_LOCK, "model.lock.json"), training);
            assertThat(Json.parse(Json.text(drift), DataDrift.class)).isEqualTo(drift);
            return drift;
        }
    }

    private static List<String> findings(DataDrift drift) {
        return drift.findings().stream()
                .filter(finding -> finding.code() != FindingCode.DRIFT_BASELINE)
                .map(Validating::text)
                .toList();
    }

    private static Course course(DriftSlices slices, String column, DataDrift.What what) {
        return slices.columns().getOrDefault(column, List.of()).stream()
                .filter(course -> course.what() == what)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_month_in_which_a_column_moved_is_named_with_by_how_much() throws IOException {
        DataDrift drift = drift(SPEC, rows(24, 1000, month -> month == 15));

        List<String> findings = findings(drift);
        assertThat(findings).hasSize(3);
        assertThat(findings.get(0))
                .matches("warning drift: Column 'k': 2\\d\\S* of 100 rows changed their category, at least 1\\S*, 3 is"
                        + " allowed, in 2024-04 against all rows before it; 1 of 23 months is so: 2024-04 \\(model.yaml"
                        + " line 10\\)\\. Look at what changed then; rows that tell nothing of new ones any more can be left"
                        + " out by data.where. \\[]");
        assertThat(findings.get(1))
                .matches("warning drift: Column 'x': values moved by 1\\.\\S* standard deviations on average, at least"
                        + " 0\\.9\\S*, 0\\.1 is allowed, in 2024-04 against all rows before it; 1 of 23 months is so:"
                        + " 2024-04 .*");
        assertThat(findings.get(2))
                .startsWith("warning drift: Column 'x': the share of missing values changed by 25 points, at least ");
        DriftSlices slices = drift.slices().orElseThrow();
        assertThat(slices.names()).hasSize(24).startsWith("2023-01").endsWith("2024-12");
        assertThat(course(slices, "x", DataDrift.What.NUMBERS).outcomes()).matches("-[ni]{14}d[ni]{8}");
        assertThat(DriftText.lines(drift))
                .contains("drift by month of 'sold': 2 of 4 columns drifted, first 'k' in 2024-04 (24 months)");
    }

    @Test
    void a_column_that_stays_where_it_moved_is_told_from_then_on() throws IOException {
        DataDrift drift = drift(SPEC, rows(24, 1000, month -> month >= 20));

        assertThat(findings(drift))
                .anyMatch(finding -> finding.startsWith("warning drift: Column 'x': values moved by ")
                        && finding.contains(
                                "in 2024-09 against all rows before it; 4 of 23 months are so: 2024-09 to 2024-12"));
    }

    @Test
    void months_of_one_distribution_do_not_drift() throws IOException {
        DataDrift drift = drift(SPEC, rows(24, 1000, month -> false));

        assertThat(findings(drift)).isEmpty();
        assertThat(DriftText.lines(drift)).contains("drift by month of 'sold': 0 of 4 columns drifted (24 months)");
    }

    @Test
    void ids_are_compared_only_where_they_are_named() throws IOException {
        String spec = SPEC.replace("label: y}", "label: y, id: [x]}");

        assertThat(drift(spec, rows(12, 100, month -> false))
                        .slices()
                        .orElseThrow()
                        .columns())
                .containsOnlyKeys("k", "b", "y");
        assertThat(drift(spec + "  columns: [x, k]\n", rows(12, 100, month -> false))
                        .slices()
                        .orElseThrow()
                        .columns())
                .containsOnlyKeys("x", "k");
    }

    @Test
    void a_month_without_rows_is_there_and_not_compared() throws IOException {
        String data = rows(12, 100, month -> false).replaceAll("2023-0[56]-.*\n", "");

        DriftSlices slices = drift(SPEC, data).slices().orElseThrow();

        assertThat(slices.rows()).containsExactly(100L, 100L, 100L, 100L, 0L, 0L, 100L, 100L, 100L, 100L, 100L, 100L);
        assertThat(course(slices, "x", DataDrift.What.NUMBERS).outcomes()).matches("-[ni]{3}--[ni]{6}");
        assertThat(course(slices, "x", DataDrift.What.MISSING).outcomes()).matches("-[ni]{3}--[ni]{6}");
    }

    @Test
    void rows_without_a_time_are_counted_and_in_no_slice() throws IOException {
        String data = rows(12, 100, month -> false).replaceAll("2023-0[5]-0[12]", "");

        DataDrift drift = drift(SPEC, data);

        assertThat(findings(drift))
                .containsExactly(
                        "info drift-slices: Slices by 'sold' (model.yaml line 10): 8 rows have none, and are in"
                                + " no slice. Nothing is to be done if these rows are of no time. []");
        assertThat(drift.slices().orElseThrow().without()).isEqualTo(8);
        assertThat(DriftText.lines(drift))
                .contains("drift by month of 'sold': 0 of 4 columns drifted (12 months, 8 rows without a time)");
    }

    @Test
    void too_many_slices_are_an_error_that_names_a_length_that_does() throws IOException {
        String data = rows(360, 1, month -> false);

        DataDrift drift = drift(SPEC.replace("month", "day"), data);

        assertThat(drift.failed()).isTrue();
        assertThat(drift.slices()).isEmpty();
        assertThat(findings(drift))
                .containsExactly(
                        "error drift-slices: Slices by 'sold' (model.yaml line 10): from 2023-01-01 to 2052-12-01"
                                + " there are 10928 days, of 4 columns at most 1000 are compared. Write 'every: month'; if the"
                                + " first or the last is no time of the data, correct the row. []");
        assertThat(findings(drift(SPEC, data))).noneMatch(finding -> finding.startsWith("error"));
    }

    @Test
    void one_slice_is_compared_with_nothing() throws IOException {
        assertThat(findings(drift(SPEC.replace("month", "year"), rows(6, 100, month -> false))))
                .containsExactly(
                        "warning drift-slices: Slices by 'sold' (model.yaml line 10): all rows are in one year,"
                                + " 2023, and there is nothing before it. Write a shorter 'every', or remove drift.by until there"
                                + " is more data. []");
    }

    @Test
    void slices_of_few_rows_tell_nothing() throws IOException {
        assertThat(findings(drift(SPEC.replace("month", "day"), rows(6, 100, month -> false))))
                .containsExactly("warning drift-slices: Slices by 'sold' (model.yaml line 10): no day of 30 rows has as"
                        + " many before it. Write a longer 'every', or remove drift.by until there is more data. []");
    }

    @Test
    void no_time_at_all_is_no_slice() throws IOException {
        DataDrift drift = drift(SPEC, rows(3, 100, month -> false).replaceAll("2023-..-..", ""));

        assertThat(findings(drift))
                .containsExactly("warning drift-slices: Slices by 'sold' (model.yaml line 10): no row has one. Name a"
                        + " column that says when rows were, or remove drift.by. []");
        assertThat(drift.slices()).isEmpty();
    }
}
