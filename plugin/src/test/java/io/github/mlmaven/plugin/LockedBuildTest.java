package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.lock.Lock;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class LockedBuildTest {

    private final LockedBuild build = new LockedBuild(
            "diamonds",
            Path.of("model.lock.json"),
            Lock.of(Map.of("input.data", "aa", "input.spec", "bb"), Optional.empty()));

    @Test
    void equal_facts_pass() {
        assertThatCode(() -> build.requireEqual(Map.of("input.data", "aa", "input.spec", "bb")))
                .doesNotThrowAnyException();
    }

    @Test
    void every_other_fact_is_named_with_both_values() {
        assertThatThrownBy(() -> build.requireEqual(Map.of("input.data", "cc", "input.schema", "dd")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("""
                        'diamonds' is not what model.lock.json accepted:
                          input.data: locked aa, found cc
                          input.schema: locked nothing, found dd
                          input.spec: locked bb, found nothing
                        If the change is intended, run mvn ml:accept.""");
    }
}
