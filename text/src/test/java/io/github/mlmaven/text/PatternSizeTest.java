package io.github.mlmaven.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatternSizeTest {

    private static final String LONG = "has more than 10,000 letters once its repetitions are written out";

    @Test
    void patterns_that_people_write_are_none_too_large() {
        for (String pattern : List.of(
                "",
                "[A-Z]{2}[0-9]{2}([A-Z0-9]{4}){2,7}[A-Z0-9]{0,3}",
                "\\d{5}(-\\d{4})?",
                "[^]({]{9}\\({900}",
                "\\p{Greek}{3}|[[:alpha:]]+|a{,3}|a{x}",
                "((a{10}){10}){10}",
                "a{1000}".repeat(9),
                "(".repeat(100) + ")".repeat(100))) {
            assertThat(PatternSize.tooLarge(pattern)).as(pattern).isEmpty();
        }
    }

    @Test
    void repetitions_within_repetitions_are_written_out() {
        for (String pattern : List.of(
                "((a{1000}){1000}){1000}",
                "(a{200}){100}",
                "(a{101}b{,1}){100}",
                "a".repeat(10_001),
                "a{999999999}",
                "(a{9,1000}){9,}{1000}")) {
            assertThat(PatternSize.tooLarge(pattern)).as(pattern).contains(LONG);
        }
    }

    @Test
    void parentheses_go_no_deeper_than_a_hundred() {
        assertThat(PatternSize.tooLarge("(".repeat(5_000) + ")".repeat(5_000)))
                .contains("has more than 100 parentheses within each other");
    }
}
