package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.measure.profile.Associations;
import io.github.mlmaven.measure.profile.Sampled;
import io.github.mlmaven.step.Profile.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Columns whose relations are known. */
class RelationsTest {

    private static final int ROWS = 80;

    private final Map<String, Column> columns = new LinkedHashMap<>();

    private Relations relations() {
        List<String> names = List.copyOf(columns.keySet());
        Associations measure = Associations.of(names, Part::codes);
        Batch batch = Marked.training(columns, ROWS);
        Associations.Sample state = measure.start();
        measure.add(state, batch);
        Sampled sampled = measure.value(state);
        return new Relations("y", names, sampled);
    }

    /** Numbers that tell nothing of which half a row is in. */
    private void add(String name, int period) {
        columns.put(
                name,
                Marked.numbers(IntStream.range(0, ROWS)
                        .mapToDouble(row -> row % (ROWS / 2) % period)
                        .toArray()));
    }

    private void addHalves(String name, double sign) {
        columns.put(
                name,
                Marked.numbers(IntStream.range(0, ROWS)
                        .mapToDouble(row -> row < ROWS / 2 ? 0 : sign)
                        .toArray()));
    }

    @Test
    void it_is_told_of_a_column_how_much_it_tells_of_the_label_and_of_one_without_two_values_nothing() {
        addHalves("y", 1);
        addHalves("a", 2);
        add("constant", 1);
        Relations relations = relations();

        assertThat(relations.ofLabel("a")).contains(1.0);
        assertThat(relations.ofLabel("constant")).isEmpty();
        assertThat(relations.ofLabel("y")).isEmpty();
        assertThat(relations.associations().rows()).isEqualTo(ROWS);
        assertThat(relations.associations().columns()).isEqualTo(2);
    }

    @Test
    void of_many_columns_pairs_are_looked_for_among_those_that_tell_most_of_the_label() {
        List<String> dull = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            dull.add("c" + i);
        }
        dull.forEach(name -> add(name, 1));
        addHalves("y", 1);
        addHalves("a", 2);
        addHalves("b", -1);
        Relations relations = relations();

        assertThat(relations.associations().columns()).isEqualTo(64);
        assertThat(relations.associations().pairs()).containsExactly(new Pair("a", "b", 1));
    }
}
