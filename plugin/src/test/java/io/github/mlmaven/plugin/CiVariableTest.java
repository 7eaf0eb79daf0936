package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CiVariableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "True",
                "TRUE",
                "1",
                "yes",
                "YES",
                "on",
                "y",
                "t",
                "2",
                " true ",
                "woodpecker",
                "00",
                "nope",
                "none",
                "null"
            })
    void every_spelling_but_a_clear_no_counts(String value) {
        assertThat(new CiVariable(value).isSet()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "false", "False", "FALSE", "f", "F", "0", "no", "NO", "n", "N", "off", "Off", " off "})
    void a_clear_no_does_not(String value) {
        assertThat(new CiVariable(value).isSet()).isFalse();
    }

    @Test
    void without_the_variable_nothing_says_so() {
        assertThat(new CiVariable(null).isSet()).isFalse();
    }
}
