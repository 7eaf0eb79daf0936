package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlChecksTest extends SqlChecking {

    SqlChecksTest(@TempDir Path directory) throws IOException {
        super(directory);
    }

    @Test
    void the_columns_that_a_condition_mentions_are_those_of_its_expression() {
        // 'id' and 'y' stand in the text, in a word, a literal and a comment, and are not mentioned.
        assertThat(outcome("width < 5 or 'id' = 'y' -- y")).isEqualTo(broken("width = 6"));
        assertThat(outcome("\"a b\" < 5")).isEqualTo(broken("a b = 7"));
        assertThat(outcome("DAY < '2024-01-02' and Width > 1")).isEqualTo(broken("width = 6, Day = 2024-01-02"));
        assertThat(outcome("case when y > 4 then id < 5 else true end")).isEqualTo(broken("id = 5, y = 8"));
        assertThat(outcome("list_sum([x for x in [id, y]]) < 13")).isEqualTo(broken("id = 5, y = 8"));
    }

    @Test
    void a_condition_that_names_no_column_says_the_same_of_every_row() {
        for (String constant : List.of("1 = 1", "true", "1 = 2", "'id' = 'y'", "abs(-1) > 0", "null")) {
            assertThat(outcome(constant))
                    .as(constant)
                    .isEqualTo(new SqlOutcome.Invalid("it names no column, so that it says the same of every row"));
        }
    }

    @Test
    void a_condition_that_holds_by_its_form_checks_nothing() {
        for (String constant : List.of(
                "true or y > 1e9",
                "y > 1e9 or 1 = 1",
                "y > 1e9 or (2 > 1.5 and not 1 >= 2)",
                "y > 1e9 or not false",
                "y = Y",
                "abs(y) >= abs(y)",
                "id <= id and true")) {
            assertThat(outcome(constant))
                    .as(constant)
                    .isEqualTo(new SqlOutcome.Invalid("it holds whatever the row is, so that it checks nothing"));
        }
        for (String condition : List.of(
                "y > 0 or 1 = 2", "y > 0 and true", "y <> id", "y = 4 or y = 8", "Day = 'A' or y > 0 or Day = 'a'")) {
            assertThat(outcome(condition)).as(condition).isEqualTo(new SqlOutcome.Holds());
        }
        assertThat(outcome("false and y > 0")).isInstanceOf(SqlOutcome.Broken.class);
    }

    @Test
    void a_condition_that_drawn_rows_keep_too_is_told_apart_from_one_that_tests_something() {
        assertThat(outcome("y in (y)")).isEqualTo(new SqlOutcome.HoldsAlways(8192));
        assertThat(outcome("Day is null or Day is not null")).isEqualTo(new SqlOutcome.HoldsAlways(8192));
        assertThat(outcome("y in (4, 8)")).isEqualTo(new SqlOutcome.Holds());
        // Most drawn texts are no days, which says nothing of the condition.
        assertThat(outcome("cast(Day as date) >= date '1000-01-01'")).isEqualTo(new SqlOutcome.Holds());
    }

    /** Half a minute of work between two moments at which the engine looks whether it is to stop. */
    private static final String STOPPABLE =
            "list_sum([list_sum([list_sum([a * b * c + y for c in list_resize([y], 1000)]) for b in list_resize([y], 1000)])"
                    + " for a in list_resize([y], 1000)]) is not null";

    @Test
    void a_check_that_takes_too_long_is_stopped_and_the_others_are_judged() {
        try (SqlChecks checks = checks(Duration.ofSeconds(2))) {
            assertThat(checks.run(List.of("id > 0", STOPPABLE, "y < 8")))
                    .containsExactly(
                            new SqlOutcome.Holds(),
                            new SqlOutcome.Invalid("it takes longer than the 2 seconds that a check has in all"),
                            broken("y = 8"));
        }
    }

    @Test
    void a_check_that_needs_too_much_memory_says_so_and_the_others_are_judged() {
        Engine.Reach reach = new Engine.Reach(List.of(source.readable()), directory.resolve("small"), false);
        try (SqlChecks checks = checks(() -> Engine.start(new BuildLimits(1, 96), reach), SqlChecks.Limits.over(2))) {
            assertThat(checks.run(List.of(
                            "id > 0", "list_aggregate(list_resize([y], 15000000), 'list') is not null", "y < 8")))
                    .containsExactly(
                            new SqlOutcome.Holds(),
                            new SqlOutcome.Invalid(
                                    "it needs more memory than the data engine may use, which is 96 MB (ml.memory)"),
                            broken("y = 8"));
        }
    }

    @Test
    void the_time_that_a_check_may_take_grows_with_the_rows() {
        assertThat(time(0)).isEqualTo(Duration.ofSeconds(60));
        assertThat(time(9_999_999)).isEqualTo(Duration.ofSeconds(60));
        assertThat(time(100_000_000)).isEqualTo(Duration.ofMinutes(11));
    }

    private static Duration time(long rows) {
        return SqlChecks.Limits.over(rows).time();
    }
}
