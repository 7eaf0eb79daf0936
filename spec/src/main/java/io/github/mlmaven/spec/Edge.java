package io.github.mlmaven.spec;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;

/** An end of a range as it is written: a whole number is not rounded to one that a double can hold. */
public record Edge(BigDecimal exact) implements Comparable<Edge> {

    /** As files and models keep it: a double, unless that is not the number. */
    @JsonValue
    public Number number() {
        return isRounded() ? (Number) exact : Double.valueOf(real());
    }

    /** The nearest double. */
    public double real() {
        return exact.doubleValue();
    }

    /** Whether it is a whole number that no double is. */
    public boolean isRounded() {
        return exact.stripTrailingZeros().scale() <= 0
                && new BigDecimal(real(), MathContext.UNLIMITED).compareTo(exact) != 0;
    }

    @Override
    public int compareTo(Edge other) {
        return exact.compareTo(other.exact);
    }
}
