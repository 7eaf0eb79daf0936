package io.github.mlmaven.gate;

import static io.github.mlmaven.gate.Judging.rmse;
import static io.github.mlmaven.gate.Judging.scores;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.lock.Waiver;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.GateResult.Waived;
import io.github.mlmaven.step.GateResult.Waived.End;
import io.github.mlmaven.step.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate that fails, and for which somebody answers. */
class WaiversTest {

    private static final String MOST = "{metric: rmse, max: 600}";

    @TempDir
    Path folder;

    private static Lock lock(String gate, OptionalDouble value) {
        Map<String, String> facts = Map.of("metric.rmse", "600", "test.rows", "t");
        Waiver waiver = new Waiver(value, "2026-12-31", "anna", "new data");
        return Lock.of(facts, List.of(), new TreeMap<>(Map.of(gate, waiver)));
    }

    private GateResult judge(String gate, Evaluation evaluation, Lock lock, Optional<String> day) {
        Verdict verdict = new Judging(folder).on(day, gate, evaluation, lock);
        assertThat(verdict.outcome()).isEqualTo(verdict.gates().get(0).outcome());
        return verdict.gates().get(0);
    }

    private Ruling ruling(double rmse, String day) {
        return judge(MOST, rmse(rmse), lock("rmse.max 600", OptionalDouble.of(650)), Optional.of(day))
                .ruling();
    }

    @Test
    void it_fails_no_build_while_the_waiver_counts_and_tells_who_answers() {
        GateResult result =
                judge(MOST, rmse(650), lock("rmse.max 600", OptionalDouble.of(650)), Optional.of("2026-12-31"));

        assertThat(result.ruling()).isEqualTo(new Ruling(Outcome.WARN, Reason.BROKEN));
        assertThat(result.waived())
                .contains(new Waived("2026-12-31", "anna", "new data", OptionalDouble.of(650), End.COUNTS));
        assertThat(result.failsHoweverAccepted()).isFalse();
    }

    @Test
    void it_fails_again_when_the_waiver_is_over_or_nobody_says_what_day_it_is() {
        assertThat(ruling(650, "2027-01-01")).isEqualTo(new Ruling(Outcome.FAIL, Reason.BROKEN));
        GateResult dayless = judge(MOST, rmse(650), lock("rmse.max 600", OptionalDouble.of(650)), Optional.empty());
        assertThat(dayless.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(dayless.waived().orElseThrow().end()).isEqualTo(End.EXPIRED);
    }

    @Test
    void a_waiver_reaches_as_far_as_what_was_accepted() {
        assertThat(ruling(640, "2026-12-31").outcome()).isEqualTo(Outcome.WARN);
        assertThat(ruling(650.001, "2026-12-31").outcome()).isEqualTo(Outcome.FAIL);
        String least = "{metric: rmse, min: 700}";
        Lock lock = lock("rmse.min 700", OptionalDouble.of(650));
        assertThat(judge(least, rmse(660), lock, Optional.of("2026-12-31")).outcome())
                .isEqualTo(Outcome.WARN);
        assertThat(judge(least, rmse(640), lock, Optional.of("2026-12-31"))
                        .waived()
                        .orElseThrow()
                        .end())
                .isEqualTo(End.EXCEEDED);
    }

    @Test
    void what_is_not_measured_is_waived_if_that_was_accepted() {
        Evaluation without = scores(Map.of());

        assertThat(judge(MOST, without, lock("rmse.max 600", OptionalDouble.empty()), Optional.of("2026-12-31"))
                        .ruling())
                .isEqualTo(new Ruling(Outcome.WARN, Reason.NOT_MEASURED));
        assertThat(judge(MOST, without, lock("rmse.max 600", OptionalDouble.of(650)), Optional.of("2026-12-31"))
                        .outcome())
                .isEqualTo(Outcome.FAIL);
        assertThat(judge(MOST, rmse(650), lock("rmse.max 600", OptionalDouble.empty()), Optional.of("2026-12-31"))
                        .outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void a_waiver_is_of_one_gate_and_says_nothing_of_one_that_holds() {
        assertThat(judge(MOST, rmse(650), lock("rmse.max 599", OptionalDouble.of(650)), Optional.of("2026-12-31"))
                        .waived())
                .isEmpty();
        assertThat(judge(MOST, rmse(500), lock("rmse.max 600", OptionalDouble.of(650)), Optional.of("2026-12-31"))
                        .waived())
                .isEmpty();
    }
}
