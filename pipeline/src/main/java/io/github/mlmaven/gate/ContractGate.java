package io.github.mlmaven.gate;

import io.github.mlmaven.spec.ContractSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.BaselineModel.Search;
import io.github.mlmaven.step.Contract;
import io.github.mlmaven.step.Contract.Level;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Kept;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Rule;
import io.github.mlmaven.step.GateResult.Ruling;
import java.util.Optional;

/**
 * Whether the project's version admits what callers of the last release see change.
 *
 * @param place where model.yaml asks for it
 */
record ContractGate(ContractSpec asked, SpecPlace place, Grounds grounds) {

    private static final String ID = "contract";

    /** The result; none of a first release, which nobody calls yet. */
    Optional<GateResult> result(String version) {
        Optional<Contract> contract = grounds.comparison().contract();
        if (contract.isPresent()) {
            return Optional.of(judged(contract.get(), version));
        }
        if (grounds.comparison().baseline().search() == Search.FIRST_RELEASE) {
            return Optional.empty();
        }
        return Optional.of(result(grounds.absent(Outcome.INCONCLUSIVE, Reason.CONTRACT_UNKNOWN)));
    }

    private GateResult judged(Contract contract, String version) {
        Level admitted = new VersionStep(contract.before(), version).admits();
        boolean kept = contract.level().compareTo(admitted) <= 0;
        Outcome broken = asked.severity() == Severity.ERROR ? Outcome.FAIL : Outcome.WARN;
        return result(
                        kept
                                ? new Ruling(Outcome.PASS, Reason.CONTRACT_KEPT)
                                : new Ruling(broken, Reason.CONTRACT_BROKEN))
                .about(new Kept(contract, version, admitted));
    }

    private GateResult result(Ruling ruling) {
        Rule rule = new Rule(place, Optional.empty(), 0, asked.severity());
        return new GateResult(ID, rule, Optional.empty(), Optional.empty(), ruling);
    }
}
