package io.github.mlmaven.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who answers for a gate that fails, until when, and why. */
class WaiverTest {

    private static final Waiver WAIVER =
            new Waiver(OptionalDouble.of(482.1), "2026-12-31", "anna", "new data: see issue 12, \"all\" of it");

    @Test
    void a_lock_has_it_on_a_line_and_reads_it_again() {
        Waiver withoutValue = new Waiver(OptionalDouble.empty(), "2026-01-31", "anna b", "r");
        TreeMap<String, Waiver> waivers =
                new TreeMap<>(Map.of("rmse[cut=Ideal, best].max", WAIVER, "auc.min", withoutValue));

        Lock lock = Lock.of(Map.of("name", "m"), List.of("why"), waivers);

        assertThat(lock.fact("accepted.waiver.rmse[cut=Ideal, best].max"))
                .contains("482.1, until 2026-12-31, anna: new data: see issue 12, \"all\" of it");
        assertThat(lock.waivers()).isEqualTo(waivers);
        assertThat(lock.reasons()).containsExactly("why");
        assertThat(lock.unknown(Map.of("name", "m"), name -> false)).isEmpty();
    }

    @Test
    void it_counts_through_its_last_day() {
        assertThat(WAIVER.holdsOn("2026-12-30")).isTrue();
        assertThat(WAIVER.holdsOn("2026-12-31")).isTrue();
        assertThat(WAIVER.holdsOn("2027-01-01")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "until 2026-12-31",
                "until 2026-12-31, anna",
                "until 2026-13-31, anna: r",
                "until 2026-12-31, : r",
                "until 2026-12-31,  : r",
                "12x, until 2026-12-31, anna: r",
                "1.2.3, until 2026-12-31, anna: r",
                "anna: r, until 2026-12-31"
            })
    void what_is_no_waiver_is_told(String text) {
        Lock lock = new Lock(Map.of("accepted.waiver.auc.min", text));

        assertThatThrownBy(lock::waivers)
                .isInstanceOf(MlException.class)
                .hasMessageContaining(
                        "The lock's fact 'accepted.waiver.auc.min' is '" + text + "', which is no waiver.");
    }
}
