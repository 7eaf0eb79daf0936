package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Range;
import io.github.mlmaven.api.Schema.Rule;
import io.github.mlmaven.api.Schema.Rules;
import io.github.mlmaven.text.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the schema holds the values of requests to. */
class HeldTest {

    private static final Range ANY = new Range(OptionalDouble.empty(), OptionalDouble.empty());

    private static Input text(Optional<String> pattern, OptionalLong min, OptionalLong max, Rule... refused) {
        Rules rules = new Rules(pattern, min, max, new TreeSet<>(List.of(refused)));
        return new Input("t", ColumnType.CATEGORY, List.of("a", "b"), ANY, false, Optional.empty(), Optional.of(rules));
    }

    private static Inputs inputs(Input input) {
        return new Inputs(List.of(input), "y");
    }

    private static Batch batch(Inputs inputs, String... texts) {
        BatchBuilder rows = inputs.batch(1);
        for (String text : texts) {
            if (!text.isEmpty()) {
                rows.set(0, text);
            }
            rows.endRow();
        }
        return rows.batch();
    }

    private static void refuses(Inputs inputs, Batch batch, String message) {
        assertThatThrownBy(() -> inputs.check(batch, RowName.INDEX))
                .isInstanceOf(MlException.class)
                .hasMessage(message);
    }

    @Test
    void a_text_that_does_not_match_its_pattern_is_refused() {
        Inputs inputs =
                inputs(text(Optional.of("[A-Z]+-[0-9]"), OptionalLong.empty(), OptionalLong.empty(), Rule.PATTERN));

        inputs.check(batch(inputs, "AB-1", "", "C-2"), RowName.INDEX);
        refuses(
                inputs,
                batch(inputs, "AB-1", "", "AB-12", "x"),
                "Row 2: The input 't' is \"AB-12\", the model takes a text that [A-Z]+-[0-9] matches from its first to its"
                        + " last letter. Correct the value.");
    }

    @Test
    void a_text_that_is_too_short_or_too_long_is_refused() {
        Inputs inputs = inputs(text(Optional.empty(), OptionalLong.of(2), OptionalLong.of(3), Rule.LENGTH));

        inputs.check(batch(inputs, "ab", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00"), RowName.INDEX);
        refuses(
                inputs,
                batch(inputs, "a"),
                "Row 0: The input 't' is \"a\", the model takes a text of 2 to 3 letters. Correct the value.");
        Inputs least = inputs(text(Optional.empty(), OptionalLong.of(2), OptionalLong.empty(), Rule.LENGTH));
        refuses(
                least,
                batch(least, "a"),
                "Row 0: The input 't' is \"a\", the model takes a text of at least 2 letters. Correct the value.");
        Inputs most = inputs(text(Optional.empty(), OptionalLong.empty(), OptionalLong.of(1), Rule.LENGTH));
        refuses(
                most,
                batch(most, "ab"),
                "Row 0: The input 't' is \"ab\", the model takes a text of at most 1 letters. Correct the value.");
    }

    @Test
    void bounds_and_values_are_refused_where_they_are_about_requests() {
        Inputs values = inputs(text(Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), Rule.VALUES));
        refuses(
                values,
                batch(values, "a", "c"),
                "Row 1: The input 't' is \"c\", the model takes one of \"a\", \"b\". Correct the value.");
        Inputs range = inputs(new Input(
                "x",
                ColumnType.NUMBER,
                List.of(),
                new Range(OptionalDouble.of(0), OptionalDouble.of(2.5)),
                false,
                Optional.empty(),
                Optional.of(new Rules(
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        new TreeSet<>(List.of(Rule.MIN, Rule.MAX))))));
        BatchBuilder rows = range.batch(1);
        rows.set(0, 2.5);
        rows.endRow();
        rows.endRow();
        rows.set(0, 3.0);
        rows.endRow();
        refuses(range, rows.batch(), "Row 2: The input 'x' is 3, the model takes at most 2.5. Correct the value.");
    }

    @Test
    void what_is_not_refused_is_counted() {
        Inputs inputs = inputs(text(Optional.of("a|b"), OptionalLong.of(1), OptionalLong.of(1)));
        Batch batch = batch(inputs, "a", "", "cc");

        inputs.check(batch, RowName.INDEX);
        // No known value, not of the pattern, and too long.
        assertThat(inputs.outside(batch)).isEqualTo(3);
    }

    @Test
    void rows_as_maps_are_held_to_the_same() {
        Inputs inputs = inputs(text(Optional.of("a|b"), OptionalLong.empty(), OptionalLong.empty(), Rule.PATTERN));

        assertThatThrownBy(() -> new RowMaps(inputs).read(java.util.Map.of("t", "c")))
                .hasMessage("The input 't' is \"c\", the model takes a text that a|b matches from its first to its last"
                        + " letter. Correct the value.");
        assertThatThrownBy(
                        () -> new RowMaps(inputs).read(List.of(java.util.Map.of("t", "a"), java.util.Map.of("t", "c"))))
                .hasMessageStartingWith("Row 1: The input 't' is \"c\"");
    }

    @Test
    void rules_that_cannot_be_read_make_no_model() {
        assertThatThrownBy(() ->
                        inputs(text(Optional.of("(a)\\1"), OptionalLong.empty(), OptionalLong.empty(), Rule.PATTERN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the pattern '(a)\\1' cannot be read");
        assertThatThrownBy(() -> inputs(text(Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), Rule.MIN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the input 't' has no bound to hold rows to");
    }

    @Test
    void a_manifest_keeps_them() {
        Input input = text(Optional.of("a+"), OptionalLong.of(1), OptionalLong.empty(), Rule.PATTERN, Rule.LENGTH);

        assertThat(Json.line(input))
                .isEqualTo("{\"name\":\"t\",\"range\":{},\"required\":false,\"rules\":{\"pattern\":\"a+\",\"refused\":"
                        + "[\"pattern\",\"length\"],\"shortest\":1},\"type\":\"category\",\"values\":[\"a\",\"b\"]}");
        assertThat(Json.parse(Json.line(input), Input.class)).isEqualTo(input);
    }
}
