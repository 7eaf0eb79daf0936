package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WeakeningTest {

    @Test
    void a_build_that_nothing_was_decided_of_is_not_weakened() {
        assertThat(new Weakening(List.of(), false, false).switches()).isEmpty();
    }

    @Test
    void each_switch_is_named_once_and_in_order() {
        List<Switch> decided = Stream.of("-Dml.skip", "-Dml.check.skip", "-Dml.check.skip")
                .map(text -> new Switch(text, false))
                .toList();

        List<String> switches = new Weakening(decided, true, false).switches();

        assertThat(switches).containsExactly("-Dml.check.skip", "-Dml.skip", "ml:accept in the same build");
        assertThat(Weakening.sentence(switches.subList(0, 2)))
                .isEqualTo("this build vouches for less than it should: -Dml.check.skip, -Dml.skip.");
    }

    @Test
    void a_lock_that_changed_is_named_where_it_was_not_this_maven_that_was_told_to_accept() {
        assertThat(new Weakening(List.of(), false, true).switches())
                .containsExactly("the lock changed while Maven ran");
        assertThat(new Weakening(List.of(), true, true).switches()).containsExactly("ml:accept in the same build");
    }
}
