package io.github.mlmaven.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Several findings share one error. */
class HolmTest {

    private static Map<String, Double> named(List<Double> chances) {
        Map<String, Double> named = new HashMap<>();
        for (int i = 0; i < chances.size(); i++) {
            named.put("q" + i, chances.get(i));
        }
        return named;
    }

    /** What {@code statsmodels.stats.multitest.multipletests(..., method="holm")} of version 0.15.0 rejects. */
    @Test
    void the_findings_that_statsmodels_rejects() {
        assertThat(Holm.beyondChance(named(List.of(0.01, 0.04, 0.03, 0.005)), 0.05))
                .containsExactlyInAnyOrder("q0", "q3");
        assertThat(Holm.beyondChance(named(List.of(0.001, 0.02, 0.025, 0.04)), 0.05))
                .containsExactly("q0");
        assertThat(Holm.beyondChance(named(List.of(0.0125, 0.0166, 0.025, 0.05)), 0.05))
                .containsExactlyInAnyOrder("q0", "q1", "q2", "q3");
        assertThat(Holm.beyondChance(named(List.of(0.013, 0.001)), 0.025)).containsExactlyInAnyOrder("q0", "q1");
        assertThat(Holm.beyondChance(Map.of(), 0.05)).isEmpty();
    }

    @Test
    void what_was_looked_at_and_is_not_named_counts() {
        assertThat(Holm.beyondChance(named(List.of(0.012, 0.001)), 4, 0.05)).containsExactlyInAnyOrder("q0", "q1");
        assertThat(Holm.beyondChance(named(List.of(0.012, 0.001)), 6, 0.05)).containsExactly("q1");
        assertThat(Holm.beyondChance(named(List.of(0.012, 0.001)), 60, 0.05)).isEmpty();
    }

    @Test
    void a_chance_that_is_no_number_is_beyond_nothing() {
        assertThat(Holm.beyondChance(Map.of("q", Double.NaN), 0.05)).isEmpty();
    }

    @Property
    void all_that_a_share_of_the_error_each_names_and_none_above_the_whole(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 0.2) Double> chances) {
        Map<String, Double> named = named(chances);

        Set<String> beyond = Holm.beyondChance(named, 0.05);

        assertThat(beyond).containsAll(below(named, 0.05 / named.size()));
        assertThat(below(named, 0.05)).containsAll(beyond);
        double most = beyond.stream()
                .mapToDouble(name -> named.getOrDefault(name, 1.0))
                .max()
                .orElse(-1);
        assertThat(beyond).isEqualTo(below(named, most));
    }

    private static Set<String> below(Map<String, Double> chances, double most) {
        return chances.entrySet().stream()
                .filter(chance -> chance.getValue() <= most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
