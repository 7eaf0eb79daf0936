package io.github.mlmaven.plugin;

import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What is said of long work while it goes on: one line every few seconds, none of work that is done before. */
final class TickLines {

    private static final long TICK_NANOS = 5_000_000_000L;

    private final LongSupplier nanos;
    private long last;

    /** @param nanos a clock, as {@link System#nanoTime} */
    TickLines(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** {@code training round 20 of 200 (10 %)}, if it is time to say so; of one piece there is no share. */
    Optional<String> of(String what, long done, long total) {
        if (total == 1) {
            return isTime() ? Optional.of(what + (done == 0 ? " begins" : " is done")) : Optional.empty();
        }
        return total > 0 && isTime() ? Optional.of(line(what, done, " of ", total)) : Optional.empty();
    }

    /** {@code read rows 3,000,000 of about 12,000,000 (25 %)}, as far as it is known how much there is, if it is time to say so. */
    Optional<String> about(String what, long done, long expected) {
        if (!isTime()) {
            return Optional.empty();
        }
        return Optional.of(
                done < expected
                        ? line(what, done, " of about ", expected)
                        : String.format(Locale.ROOT, "%s %,d", what, done));
    }

    private static String line(String what, long done, String of, long total) {
        return String.format(Locale.ROOT, "%s %,d%s%,d (%d %%)", what, done, of, total, 100 * done / total);
    }

    private boolean isTime() {
        long now = nanos.getAsLong();
        if (now - last < TICK_NANOS) {
            return false;
        }
        last = now;
        return true;
    }
}
