package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service with a model gets, and what it does not: see decision 14. */
class DependenciesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/apache/commons/lang3/StringUtils.class",
                "com/opencsv/CSVReader.class",
                "org/jline/reader/LineReader.class"
            })
    void what_tribuo_brings_and_nothing_calls_is_not_there(String resource) {
        assertThat(MlModel.class.getClassLoader().getResource(resource)).isNull();
    }

    @Test
    void what_is_called_is_there() {
        assertThat(MlModel.class.getClassLoader().getResource("com/google/protobuf/CodedInputStream.class"))
                .isNotNull();
    }
}
