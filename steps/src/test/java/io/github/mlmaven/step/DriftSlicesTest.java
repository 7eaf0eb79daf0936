package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.CalendarUnit;
import io.github.mlmaven.step.DataDrift.What;
import io.github.mlmaven.step.DriftSlices.Course;
import io.github.mlmaven.text.Json;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DriftSlicesTest {

    private static Course course(String outcomes) {
        List<Double> none = Collections.nCopies(outcomes.length(), 0.0);
        return new Course(What.NUMBERS, 0.1, outcomes, none, none, none);
    }

    private static DriftSlices slices(Map<String, List<Course>> columns) {
        return new DriftSlices(
                new DriftSlices.By("sold", CalendarUnit.YEAR),
                0,
                List.of("2020", "2021", "2022", "2023", "2024", "2025"),
                Collections.nCopies(6, 10L),
                new TreeMap<>(columns));
    }

    @Test
    void stretches_are_named_by_their_first_and_last_slice() {
        DriftSlices slices = slices(Map.of());

        assertThat(slices.stretches(course("-ddidn"))).containsExactly("2021 to 2022", "2024");
        assertThat(slices.stretches(course("-ninid"))).containsExactly("2025");
        assertThat(slices.stretches(course("-nnnnn"))).isEmpty();
    }

    @Test
    void the_column_that_drifted_first_is_named_first() {
        DriftSlices slices = slices(Map.of(
                "a", List.of(course("-nnndd"), course("-nnnnn")),
                "b", List.of(course("-nnnnn")),
                "c", List.of(course("-nnnnd"), course("-nndnn"))));

        assertThat(slices.drifted()).containsExactly("c", "a");
        assertThat(course("--nid-").compared()).isEqualTo(3);
    }

    @Test
    void figures_that_are_not_those_of_the_slices_are_refused() {
        assertThatThrownBy(() -> slices(Map.of("a", List.of(course("-n")))))
                .hasMessage("not as many figures as the 6 slices");
        assertThatThrownBy(() -> course("-x")).hasMessage("outcomes '-x'");
        assertThatThrownBy(
                        () -> new Course(What.MISSING, 0.1, "nn", List.of(0.0), List.of(0.0, 0.0), List.of(0.0, 0.0)))
                .hasMessage("not as many figures as outcomes");
    }

    @Test
    void what_is_written_is_read_again() {
        DriftSlices slices = slices(Map.of("a", List.of(course("-nnndd"))));

        assertThat(Json.parse(Json.text(slices), DriftSlices.class)).isEqualTo(slices);
        assertThat(Json.line(slices.by())).isEqualTo("{\"column\":\"sold\",\"every\":\"year\"}");
    }
}
