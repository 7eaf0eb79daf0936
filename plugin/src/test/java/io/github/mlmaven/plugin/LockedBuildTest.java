package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.lock.Lock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class LockedBuildTest {

    private static final Map<String, String> ACCEPTED =
            Map.of("columns.x", "{min: 0.1}", "columns.y", "{}", "rows.data", "5", "profile", "cafe");
    private static final Map<String, String> INPUTS = Map.of("columns.x", "{min: 0.1}", "columns.y", "{}");

    @Test
    void equal_facts_pass() {
        assertThatCode(() -> build(Map.of()).requireEqualInputs(INPUTS, Optional.of("cafe")))
                .doesNotThrowAnyException();
    }

    @Test
    void every_other_fact_is_named_with_both_values() {
        assertThatThrownBy(() -> build(Map.of())
                        .requireEqualInputs(Map.of("columns.x", "{min: 0}", "columns.z", "{}"), Optional.of("cafe")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("""
                        'diamonds' is not what model.lock.json accepted:
                          columns.x: accepted {min: 0.1}, now {min: 0}
                          columns.y: accepted {}, now nothing
                          columns.z: accepted nothing, now {}
                        If the change is intended, run mvn ml:accept -Dml.classifier=x.""");
    }

    @Test
    void the_profile_beside_the_lock_is_the_one_that_it_has_the_hash_of() {
        assertThatThrownBy(() -> build(Map.of()).requireEqualInputs(INPUTS, Optional.empty()))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("""
                        'diamonds' is not what model.lock.json accepted:
                          profile: the profile of the accepted data is not beside the lock
                        If the change is intended, run mvn ml:accept -Dml.classifier=x.""");
        assertThatThrownBy(() -> build(Map.of()).requireEqualInputs(INPUTS, Optional.of("beef")))
                .hasMessageContaining("\n  profile: other content than accepted\n");
        LockedBuild without = build(Lock.of(Map.of("columns.x", "{min: 0.1}", "columns.y", "{}"), List.of()));
        assertThatThrownBy(() -> without.requireEqualInputs(INPUTS, Optional.of("beef")))
                .hasMessageContaining("\n  profile: the lock has no hash of the accepted data's profile\n");
        assertThatThrownBy(() -> without.requireEqualInputs(INPUTS, Optional.empty()))
                .hasMessageContaining("\n  profile: the lock has no hash of the accepted data's profile\n");
    }

    @Test
    void a_fact_that_somebody_wrote_into_the_lock_is_named() {
        assertThatThrownBy(() -> build(Map.of("waived", "rmse", "rows.more", "1"))
                        .requireEqualInputs(INPUTS, Optional.of("cafe")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("""
                        'diamonds' is not what model.lock.json accepted:
                          rows.more: accepted 1, now nothing
                          waived: accepted rmse, now nothing
                        If the change is intended, run mvn ml:accept -Dml.classifier=x.""");
    }

    private static LockedBuild build(Map<String, String> more) {
        Map<String, String> facts = new TreeMap<>(ACCEPTED);
        facts.putAll(more);
        return build(Lock.of(facts, List.of("a trial")));
    }

    private static LockedBuild build(Lock lock) {
        return new LockedBuild(
                "diamonds", Path.of("model.lock.json"), lock, new AcceptCommand("mvn ml:accept -Dml.classifier=x"));
    }
}
