package io.github.mlmaven.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerOptionsTest {

    @Test
    void a_worker_compiles_late_and_collects_with_one_thread() {
        assertThat(WorkerOptions.of("-Xmx2g", Map.of("PATH", "-XX:+UseZGC")))
                .isEqualTo(List.of("-XX:CompileThresholdScaling=5", "-XX:+UseSerialGC"));
    }

    @Test
    void a_collector_of_the_user_takes_the_place_of_ours() {
        assertThat(WorkerOptions.of("-Xmx2g -XX:+UseG1GC", Map.of()))
                .isEqualTo(List.of("-XX:CompileThresholdScaling=5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"})
    void a_collector_that_the_environment_chooses_takes_the_place_of_ours(String variable) {
        assertThat(WorkerOptions.of("", Map.of(variable, "-Da=b -XX:+UseParallelGC")))
                .isEqualTo(List.of("-XX:CompileThresholdScaling=5"));
    }
}
