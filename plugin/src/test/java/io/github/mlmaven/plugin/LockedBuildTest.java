package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.lock.Lock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class LockedBuildTest {

    private final LockedBuild build = new LockedBuild(
            "diamonds",
            Path.of("model.lock.json"),
            Lock.of(Map.of("columns.x", "{min: 0.1}", "columns.y", "{}"), List.of()),
            new AcceptCommand("mvn ml:accept -Dml.classifier=x"));

    @Test
    void equal_facts_pass() {
        assertThatCode(() -> build.requireEqual(Map.of("columns.x", "{min: 0.1}", "columns.y", "{}")))
                .doesNotThrowAnyException();
    }

    @Test
    void every_other_fact_is_named_with_both_values() {
        assertThatThrownBy(() -> build.requireEqual(Map.of("columns.x", "{min: 0}", "columns.z", "{}")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("""
                        'diamonds' is not what model.lock.json accepted:
                          columns.x: accepted {min: 0.1}, now {min: 0}
                          columns.y: accepted {}, now nothing
                          columns.z: accepted nothing, now {}
                        If the change is intended, run mvn ml:accept -Dml.classifier=x.""");
    }
}
