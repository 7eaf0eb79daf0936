package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.lock.Waiver;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.Verdict;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The gates that somebody answers for when a model is accepted.
 *
 * @param asked until when, by whom and why; empty where nobody does
 */
record Waiving(Optional<Terms> asked) {

    /** The terms of all waivers of an acceptance. */
    record Terms(String until, String owner, String reason) {}

    /**
     * What the parameters of the goal say.
     *
     * @param day on which the model is accepted, as ISO 8601 writes it
     * @throws MlException if a part is missing, or the end is no day to come
     */
    static Waiving of(@Nullable String until, @Nullable String owner, Optional<String> reason, String day) {
        String end = until == null ? "" : until.strip();
        String who = owner == null ? "" : owner.strip();
        if (end.isEmpty() && who.isEmpty()) {
            return new Waiving(Optional.empty());
        }
        if (end.isEmpty() || who.isEmpty() || reason.isEmpty()) {
            throw new MlException(
                    "A waiver has an end, an owner and a reason, and of these are missing:"
                            + (end.isEmpty() ? " ml.accept.until" : "")
                            + (who.isEmpty() ? " ml.accept.owner" : "")
                            + (reason.isEmpty() ? " ml.accept.reason" : "") + ".",
                    "Write all three: -Dml.accept.until=2026-12-31 -Dml.accept.owner=anna -Dml.accept.reason=\"...\".");
        }
        if (who.contains(":")) {
            throw new MlException("ml.accept.owner is '" + who + "', with a colon.", "Write a name without one.");
        }
        requireToCome(end, day);
        return new Waiving(Optional.of(new Terms(end, who, reason.get())));
    }

    private static void requireToCome(String end, String day) {
        if (!end.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw noDay(end, new DateTimeException("no such form"));
        }
        try {
            if (!LocalDate.parse(end).isBefore(LocalDate.parse(day))) {
                return;
            }
        } catch (DateTimeException e) {
            throw noDay(end, e);
        }
        throw new MlException("ml.accept.until is " + end + ", which is over on " + day + ".", "Write a day to come.");
    }

    private static MlException noDay(String end, DateTimeException cause) {
        return new MlException(
                "ml.accept.until is '" + end + "', which is no day.",
                "Write a date: -Dml.accept.until=2026-12-31.",
                cause);
    }

    boolean isAsked() {
        return asked.isPresent();
    }

    /** A waiver for each gate that fails and may be waived, by the name that the lock has for it. */
    SortedMap<String, Waiver> of(Verdict verdict) {
        SortedMap<String, Waiver> waivers = new TreeMap<>();
        asked.ifPresent(terms -> verdict.gates().stream()
                .filter(GateResult::mayBeWaived)
                .forEach(gate -> waivers.put(
                        gate.waiverName(), new Waiver(value(gate), terms.until(), terms.owner(), terms.reason()))));
        return waivers;
    }

    static OptionalDouble value(GateResult gate) {
        return gate.measured().map(Measured::value).orElse(OptionalDouble.empty());
    }

    /** What to add to the command where gates may be waived. */
    static String hint(Verdict verdict) {
        return verdict.gates().stream().anyMatch(GateResult::mayBeWaived)
                ? ", and -Dml.accept.until=<day> -Dml.accept.owner=<who> to waive its gates until then"
                : "";
    }
}
