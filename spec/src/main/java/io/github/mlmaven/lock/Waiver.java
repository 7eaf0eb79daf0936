package io.github.mlmaven.lock;

import io.github.mlmaven.api.MlException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a gate that fails does not fail the build for a time: somebody answers for it.
 *
 * @param value the metric that was accepted, beyond which it does not reach; absent where there was none
 * @param until the last day on which it counts, as ISO 8601 writes it
 * @param owner who answers for it; without a colon
 * @param reason why
 */
public record Waiver(OptionalDouble value, String until, String owner, String reason) {

    private static final Pattern TEXT =
            Pattern.compile("(?:([-0-9.Ee]+), )?until (\\d{4}-\\d{2}-\\d{2}), ([^:]+): (.+)", Pattern.DOTALL);

    public Waiver {
        LocalDate.parse(until);
        if (owner.isBlank() || owner.contains(":") || reason.isBlank()) {
            throw new IllegalArgumentException("a waiver of '" + owner + "' for '" + reason + "'");
        }
    }

    /** As the lock has it: {@code 482.1, until 2026-12-31, anna: new data source}. */
    public String text() {
        return (value.isPresent() ? value.getAsDouble() + ", " : "") + "until " + until + ", " + owner + ": " + reason;
    }

    /** The same as far as another value. */
    public Waiver reaching(OptionalDouble other) {
        return new Waiver(other, until, owner, reason);
    }

    /** Whether it counts on a day, which ISO 8601 writes. */
    public boolean holdsOn(String day) {
        return !LocalDate.parse(day).isAfter(LocalDate.parse(until));
    }

    /**
     * The waiver that a lock has.
     *
     * @throws MlException if it is none
     */
    static Waiver parse(String fact, String text) {
        Matcher matcher = TEXT.matcher(text);
        MlException damaged = new MlException(
                "The lock's fact '" + fact + "' is '" + text + "', which is no waiver.",
                "Restore the lock from version control, or accept the model again: " + AcceptCommand.ONLY + ".");
        if (!matcher.matches()) {
            throw damaged;
        }
        try {
            String value = matcher.group(1);
            return new Waiver(
                    value == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value)),
                    matcher.group(2),
                    matcher.group(3),
                    matcher.group(4));
        } catch (DateTimeException | IllegalArgumentException e) {
            damaged.initCause(e);
            throw damaged;
        }
    }
}
