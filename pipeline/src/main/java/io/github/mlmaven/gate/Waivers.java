package io.github.mlmaven.gate;

import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.lock.Waiver;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Waived;
import io.github.mlmaven.step.GateResult.Waived.End;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Gates that somebody answers for, as the lock has them. */
final class Waivers {

    private final Map<String, Waiver> waivers;
    private final Optional<String> day;

    /** @param day on which they must count; where nobody says one, none counts */
    Waivers(Optional<Lock> lock, Optional<String> day) {
        this.waivers = lock.<Map<String, Waiver>>map(Lock::waivers).orElse(Map.of());
        this.day = day;
    }

    /** A result that fails, with what the lock says of it; others as they are. */
    GateResult applied(GateResult result) {
        Waiver waiver = waivers.get(result.waiverName());
        if (waiver == null || !result.mayBeWaived()) {
            return result;
        }
        return result.waived(
                new Waived(waiver.until(), waiver.owner(), waiver.reason(), waiver.value(), end(waiver, result)));
    }

    private End end(Waiver waiver, GateResult result) {
        if (day.filter(waiver::holdsOn).isEmpty()) {
            return End.EXPIRED;
        }
        return reaches(waiver.value(), result) ? End.COUNTS : End.EXCEEDED;
    }

    /** Whether what was accepted is no better than what is measured now. */
    private static boolean reaches(OptionalDouble accepted, GateResult result) {
        OptionalDouble now = result.measured().map(Measured::value).orElse(OptionalDouble.empty());
        if (accepted.isEmpty() || now.isEmpty()) {
            return accepted.isEmpty() && now.isEmpty();
        }
        return result.rule()
                .bound()
                .map(Bound::kind)
                .filter(kind -> reaches(kind, accepted.getAsDouble(), now.getAsDouble()))
                .isPresent();
    }

    private static boolean reaches(Kind kind, double accepted, double now) {
        return switch (kind) {
            case MIN, MAX_DECREASE, MIN_RATIO -> now >= accepted;
            case MAX, MAX_INCREASE, MAX_GAP -> now <= accepted;
        };
    }
}
