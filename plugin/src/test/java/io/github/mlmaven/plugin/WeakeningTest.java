package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WeakeningTest {

    @Test
    void a_build_that_nothing_was_decided_of_is_not_weakened() {
        assertThat(new Weakening(List.of(), false, null, null, Optional.empty(), Optional.empty()).switches())
                .isEmpty();
    }

    @Test
    void what_is_switched_on_weakens_nothing() {
        assertThat(new Weakening(List.of(), false, true, true, Optional.empty(), Optional.empty()).switches())
                .isEmpty();
    }

    @Test
    void each_switch_is_named_once_and_in_order() {
        List<String> switches = new Weakening(
                        List.of("-Dml.skip", "-Dml.check.skip", "-Dml.check.skip"),
                        true,
                        false,
                        false,
                        Optional.of("easy.yaml"),
                        Optional.of("other.json"))
                .switches();

        assertThat(switches)
                .containsExactly(
                        "-Dml.check.skip",
                        "-Dml.lock=other.json",
                        "-Dml.locked=false",
                        "-Dml.required=false",
                        "-Dml.skip",
                        "-Dml.spec=easy.yaml",
                        "ml:accept in the same build");
        assertThat(Weakening.sentence(switches.subList(0, 2)))
                .isEqualTo("this build vouches for less than it should: -Dml.check.skip, -Dml.lock=other.json.");
    }
}
