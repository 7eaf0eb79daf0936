package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from the table of the steps. */
class StepsTest {

    @TempDir
    Path project;

    @Test
    void a_model_is_packaged_whatever_the_gates_say_of_it() {
        assertThat(Steps.PACKAGE.order()).containsExactly(Steps.VALIDATE, Steps.TRAIN, Steps.EVALUATE, Steps.PACKAGE);
        assertThat(Steps.CHECK.order()).containsExactly(Steps.VALIDATE, Steps.TRAIN, Steps.EVALUATE, Steps.CHECK);
    }

    @Test
    void a_step_stands_after_those_that_it_needs_and_has_a_name_of_its_own() {
        assertThatThrownBy(() -> new Steps(List.of(Chain.SECOND, Chain.FIRST)))
                .hasMessage("'second' stands before a step that it needs");
        assertThatThrownBy(() -> new Steps(List.of(Chain.FIRST, Chain.FIRST)))
                .hasMessage("two steps are named 'first'");
    }

    @Test
    void a_lock_records_every_part_of_the_spec_that_a_step_reads() {
        BuildState state = new Chain(project).state();
        ModelSpec spec = state.spec().spec();

        assertThat(Facts.inputs(Steps.ALL, state))
                .isEqualTo(Map.of(
                        "input.data",
                        state.data(),
                        "input.schema",
                        hash(
                                spec.data(),
                                spec.columns(),
                                List.copyOf(spec.columns().keySet()),
                                spec.checks()),
                        "input.spec",
                        hash(spec.name(), spec.task(), spec.features(), spec.train(), spec.evaluate(), spec.gates())));
    }

    @Test
    void how_strictly_a_build_is_held_concerns_its_gates_alone() {
        Chain chain = new Chain(project);
        BuildState lax = chain.state("1");
        BuildState required = chain.state("1", new Strictness(true, List.of()));
        BuildState weakened = chain.state("1", new Strictness(false, List.of("-Dml.locked=false")));

        assertThat(lax.fingerprint(Steps.CHECK))
                .isNotEqualTo(required.fingerprint(Steps.CHECK))
                .isNotEqualTo(weakened.fingerprint(Steps.CHECK));
        assertThat(lax.fingerprint(Steps.EVALUATE)).isEqualTo(required.fingerprint(Steps.EVALUATE));
        assertThat(lax.fingerprint(Steps.PACKAGE)).isEqualTo(weakened.fingerprint(Steps.PACKAGE));
    }

    private static String hash(Object... parts) {
        return Sha256.of(Json.line(parts));
    }
}
