package io.github.mlmaven.spec;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.mlmaven.api.Tick;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An end of a range as it is written: a whole number is not rounded to one that a double can hold.
 *
 * @param exact the number, or the microseconds of a time since 1970-01-01T00:00Z
 * @param time whether it is a time
 */
public record Edge(BigDecimal exact, boolean time) implements Comparable<Edge> {

    /** A number. */
    public Edge(BigDecimal exact) {
        this(exact, false);
    }

    /** A day, which is its midnight in UTC, or an instant with its offset; empty where a text is neither. */
    static Optional<Edge> ofTime(String text) {
        OptionalLong day = Tick.DAY.read(text);
        OptionalLong micros = day.isPresent()
                ? OptionalLong.of(Tick.midnight(LocalDate.ofEpochDay(day.getAsLong())))
                : Tick.MICROSECOND.read(text);
        return micros.isPresent()
                ? Optional.of(new Edge(BigDecimal.valueOf(micros.getAsLong()), true))
                : Optional.empty();
    }

    /** As files and models keep it: a double, unless that is not the number; of a time its text. */
    @JsonValue
    public Object raw() {
        if (time) {
            return text();
        }
        return isRounded() ? (Number) exact : Double.valueOf(real());
    }

    /** The nearest double; of a time its days since 1970, as {@link Tick#days} tells them. */
    public double real() {
        return time ? Tick.MICROSECOND.days(exact.longValueExact()) : exact.doubleValue();
    }

    /** Whether it is a whole number that no double is. */
    public boolean isRounded() {
        return !time
                && exact.stripTrailingZeros().scale() <= 0
                && new BigDecimal(real(), MathContext.UNLIMITED).compareTo(exact) != 0;
    }

    /** Whether it is the beginning of a day in UTC. */
    public boolean isDay() {
        return time && exact.longValueExact() % Tick.MICROSECOND.perDay() == 0;
    }

    /** As model.yaml writes it. */
    public String text() {
        if (!time) {
            return exact.stripTrailingZeros().toPlainString();
        }
        long micros = exact.longValueExact();
        return isDay()
                ? Tick.DAY.text(Math.floorDiv(micros, Tick.MICROSECOND.perDay()))
                : Tick.MICROSECOND.text(micros);
    }

    @Override
    public int compareTo(Edge other) {
        return exact.compareTo(other.exact);
    }
}
