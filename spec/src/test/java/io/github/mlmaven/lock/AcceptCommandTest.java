package io.github.mlmaven.lock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AcceptCommandTest {

    @Test
    void another_goal_is_called_for_the_same_model() {
        assertThat(AcceptCommand.ONLY.of("check")).isEqualTo("mvn ml:check");
        assertThat(new AcceptCommand("mvn ml:accept@small -pl a -Dml.lock=ml:accept.json").of("compare"))
                .isEqualTo("mvn ml:compare@small -pl a -Dml.lock=ml:accept.json");
    }
}
