package io.github.mlmaven.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.spec.ContractSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.BaselineModel.Search;
import io.github.mlmaven.step.BaselineModel.Told;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Contract;
import io.github.mlmaven.step.Contract.Change;
import io.github.mlmaven.step.Contract.Kind;
import io.github.mlmaven.step.Contract.Level;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Ruling;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether the project's version admits what callers see change. */
class ContractGateTest {

    private static final Change GONE = new Change(Kind.INPUT, "a", "number", "", Level.MAJOR);
    private static final Change NEW = new Change(Kind.INPUT, "b", "", "number", Level.MINOR);

    private static Comparison comparison(Search search) {
        return Comparison.without(new Told(search, "g:m:1.1.0"), List.of());
    }

    private static Optional<GateResult> result(
            Severity severity, Comparison comparison, boolean required, String version) {
        Grounds grounds = new Grounds(Judging.rmse(5), comparison, Optional.empty(), required);
        return new ContractGate(new ContractSpec(severity), new SpecPlace("model.yaml", 9, 1), grounds).result(version);
    }

    private static Ruling ruling(String version, Change... changes) {
        Comparison comparison = comparison(Search.RELEASE).with(new Contract("1.1.0", List.of(changes)));
        return result(Severity.ERROR, comparison, false, version).orElseThrow().ruling();
    }

    @Test
    void a_change_that_the_version_admits_passes_and_another_one_fails() {
        Ruling kept = new Ruling(Outcome.PASS, Reason.CONTRACT_KEPT);
        Ruling broken = new Ruling(Outcome.FAIL, Reason.CONTRACT_BROKEN);

        assertThat(ruling("1.1.1")).isEqualTo(kept);
        assertThat(ruling("1.1.1", NEW)).isEqualTo(broken);
        assertThat(ruling("1.2.0", NEW)).isEqualTo(kept);
        assertThat(ruling("1.2.0", NEW, GONE)).isEqualTo(broken);
        assertThat(ruling("2.0.0", NEW, GONE)).isEqualTo(kept);
    }

    @Test
    void it_may_be_a_warning_and_stays_red_however_the_model_is_accepted() {
        Comparison comparison = comparison(Search.RELEASE).with(new Contract("1.1.0", List.of(GONE)));

        assertThat(result(Severity.WARNING, comparison, true, "1.2.0")
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Outcome.WARN);
        GateResult failed = result(Severity.ERROR, comparison, false, "1.2.0").orElseThrow();
        assertThat(failed.failsHoweverAccepted()).isTrue();
        assertThat(failed.mayBeWaived()).isFalse();
        assertThat(failed.contract().orElseThrow().admitted()).isEqualTo(Level.MINOR);
    }

    @Test
    void nobody_calls_what_was_never_released() {
        assertThat(result(Severity.ERROR, comparison(Search.FIRST_RELEASE), true, "1.0.0"))
                .isEmpty();
    }

    @Test
    void a_release_that_was_not_read_leaves_it_unknown_which_fails_where_it_is_required() {
        for (Search search : List.of(Search.UNREACHED, Search.LOCK, Search.RELEASE)) {
            assertThat(result(Severity.ERROR, comparison(search), false, "1.2.0")
                            .orElseThrow()
                            .ruling())
                    .isEqualTo(new Ruling(Outcome.INCONCLUSIVE, Reason.CONTRACT_UNKNOWN));
            assertThat(result(Severity.ERROR, comparison(search), true, "1.2.0")
                            .orElseThrow()
                            .outcome())
                    .isEqualTo(Outcome.FAIL);
        }
    }
}
