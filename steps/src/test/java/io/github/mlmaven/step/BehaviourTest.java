package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.step.Behaviour.Answer;
import io.github.mlmaven.step.Behaviour.Failing;
import io.github.mlmaven.step.Behaviour.Tried;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.text.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BehaviourTest {

    @Test
    void a_share_is_of_the_rows_that_were_tried() {
        assertThat(new Tried(4, 3, 9, List.of()).share()).hasValue(0.75);
        assertThat(new Tried(4, 4, 0, List.of()).share()).hasValue(1);
        assertThat(new Tried(4, 0, 0, List.of()).share()).hasValue(0);
        assertThat(new Tried(0, 0, 9, List.of()).share()).isEmpty();
    }

    @Test
    void no_more_rows_hold_than_were_tried() {
        assertThatThrownBy(() -> new Tried(4, 5, 0, List.of())).hasMessage("5 of 4 rows, and 0 left out");
        assertThatThrownBy(() -> new Tried(4, -1, 0, List.of())).hasMessage("-1 of 4 rows, and 0 left out");
        assertThatThrownBy(() -> new Tried(4, 4, -1, List.of())).hasMessage("4 of 4 rows, and -1 left out");
    }

    @Test
    void it_is_read_as_it_was_written() {
        Failing changed = new Failing(
                new Offender("d.csv", 17, "A"),
                Optional.of("B"),
                Optional.of(new Answer(Optional.of("no"), 0.7)),
                new Answer(Optional.of("yes"), 0.6));
        Failing made = new Failing(
                new Offender("model.yaml", 9, ""), Optional.empty(), Optional.empty(), new Answer(Optional.empty(), 5));
        Behaviour behaviour = new Behaviour(
                Behaviour.FORMAT, List.of(new Tried(4, 3, 9, List.of(changed)), new Tried(1, 0, 0, List.of(made))));

        assertThat(Json.parse(Json.text(behaviour), Behaviour.class)).isEqualTo(behaviour);
    }
}
