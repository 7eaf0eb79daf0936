package io.github.mlmaven.step;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(Steps.CHECK.order())
                .containsExactly(Steps.VALIDATE, Steps.TRAIN, Steps.EVALUATE, Steps.COMPARE, Steps.BEHAVE, Steps.CHECK);
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

        assertThat(Facts.inputs(Steps.ALL, state))
                .containsAllEntriesOf(Map.ofEntries(
                        entry("checks", "none"),
                        entry("column-order", "[x, y]"),
                        entry("columns.x", "{type: number}"),
                        entry("columns.y", "{type: number}"),
                        entry("data.file.data/d.csv", Sha256.of("x,y\n1,2\n")),
                        entry("data.label", "y"),
                        entry("data.source", "data"),
                        entry("evaluate", "default"),
                        entry("features", "none"),
                        entry("gates.rmse.max", "1"),
                        entry("name", "tiny"),
                        entry("task", "regression"),
                        entry("train.parameter.rounds", "100"),
                        entry("train.seed", "42"),
                        entry("train.trainer", "xgboost")));
    }

    @Test
    void every_fact_of_an_input_is_in_a_lock_and_every_change_of_the_spec_changes_one() {
        Chain chain = new Chain(project);
        Map<String, String> before = Facts.inputs(Steps.ALL, chain.state());
        for (String[] change : new String[][] {
            {"max: 1", "max: 2"},
            {"max: 1", "max: 1, severity: warning"},
            {"max: 1", "max: 1, min-rows: 5"},
            {"  - {metric: rmse, max: 1}", "  - {metric: rmse, max: 1}\n  - {metric: mae, max: 1}"},
            {"gates:\n  - {metric: rmse, max: 1}\n", ""},
            {"x: {type: number}", "x: {type: number, min: 0}"},
            {"x: {type: number}", "x: {type: number, max-missing: 5%}"},
            {"name: tiny", "name: small"},
            {"label: y}", "label: y, missing: ['', NA]}"},
            {"label: y}", "label: y, split: {test: 0.3}}"},
            {"gates:", "checks: [{rows: {min: 1}}]\ngates:"},
            {"gates:", "evaluate: {slices: [{column: x, bins: [1, 2]}]}\ngates:"},
            {"gates:", "features: {x: {scale: standard}}\ngates:"},
            {"gates:", "train: {seed: 1}\ngates:"},
            {"gates:", "train: {parameters: {rounds: 7}}\ngates:"},
            {"  x: {type: number}\n  y: {type: number}", "  y: {type: number}\n  x: {type: number}"},
        }) {
            assertThat(Chain.SPEC).contains(change[0]);
            chain.write("model.yaml", Chain.SPEC.replace(change[0], change[1]));
            assertThat(Facts.inputs(Steps.ALL, chain.state())).as(change[1]).isNotEqualTo(before);
        }
    }

    @Test
    void line_ends_of_texts_change_no_fact_and_no_hash_of_the_data() {
        Chain chain = new Chain(project);
        BuildState before = chain.state();
        Map<String, String> facts = Facts.inputs(Steps.ALL, before);
        String data = before.data();
        String read = before.fingerprint(Steps.VALIDATE);

        chain.write("data/d.csv", "x,y\r\n1,2\r\n");
        chain.write("model.yaml", Chain.SPEC.replace("\n", "\r\n"));

        assertThat(Facts.inputs(Steps.ALL, chain.state())).isEqualTo(facts);
        assertThat(chain.state().data()).isEqualTo(data);
        // Within quotes they are content, which a lock finds out by what came of it: a step reads other bytes.
        assertThat(chain.state().fingerprint(Steps.VALIDATE)).isNotEqualTo(read);
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
}
