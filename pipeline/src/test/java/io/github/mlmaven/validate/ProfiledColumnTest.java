package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.measure.profile.ColumnMeasure;
import io.github.mlmaven.step.Profile.ColumnProfile;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many values a profile lists, and of how many it knows each. */
class ProfiledColumnTest {

    private static ColumnProfile profile(ColumnType type, Column column, int rows) {
        ColumnMeasure measure = new ColumnMeasure("a", Part::codes, ColumnMeasure.most(1));
        ColumnMeasure.State state = measure.start();
        measure.add(state, Marked.training(Map.of("a", column), rows));
        return ProfiledColumn.of(type, measure.value(state).all(), Optional.of(0.5));
    }

    private static ColumnProfile numbers(int different) {
        double[] values = IntStream.range(0, different).asDoubleStream().toArray();
        return profile(ColumnType.NUMBER, Marked.numbers(values), different);
    }

    private static ColumnProfile texts(ColumnType type, int different) {
        return profile(
                type,
                Marked.texts(
                        IntStream.range(0, different).mapToObj(i -> "v" + i).toList()),
                different);
    }

    @Test
    void fifty_numbers_are_listed_and_known_and_of_more_none_is() {
        assertThat(numbers(50).values().top()).hasSize(50);
        assertThat(numbers(50).values().known()).isPresent();
        assertThat(numbers(51).values().top()).isEmpty();
        assertThat(numbers(51).values().known()).isEmpty();
        assertThat(numbers(51).distinct()).isEqualTo(51);
        assertThat(numbers(51).label()).contains(0.5);
    }

    @Test
    void a_thousand_categories_are_known_and_fifty_listed_and_of_more_none_is_known() {
        assertThat(texts(ColumnType.CATEGORY, 1000).values().top()).hasSize(50);
        assertThat(texts(ColumnType.CATEGORY, 1000).values().known())
                .hasValueSatisfying(known -> assertThat(known.once()).isEqualTo(1000));
        assertThat(texts(ColumnType.CATEGORY, 1001).values().top()).hasSize(50);
        assertThat(texts(ColumnType.CATEGORY, 1001).values().known()).isEmpty();
    }

    @Test
    void free_texts_are_listed_and_none_is_known() {
        assertThat(texts(ColumnType.TEXT, 3).values().top()).hasSize(3);
        assertThat(texts(ColumnType.TEXT, 3).values().known()).isEmpty();
    }
}
