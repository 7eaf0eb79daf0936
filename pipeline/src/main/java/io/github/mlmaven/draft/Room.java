package io.github.mlmaven.draft;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A limit with room for chance: a value and some standard errors beyond it, rounded outwards to a digit of that room. */
final class Room {

    static final int ERRORS = 3;

    private Room() {}

    /** The limit of what must not be larger. */
    static BigDecimal above(double value, double error) {
        return round(value + ERRORS * error, error, RoundingMode.CEILING);
    }

    /** The limit of what must not be smaller. */
    static BigDecimal below(double value, double error) {
        return round(value - ERRORS * error, error, RoundingMode.FLOOR);
    }

    // In steps of a tenth of the room, or less.
    private static BigDecimal round(double limit, double error, RoundingMode mode) {
        BigDecimal room = BigDecimal.valueOf(ERRORS * error);
        int digit = room.precision() - room.scale() - 1;
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(digit - 1);
        return BigDecimal.valueOf(limit).divide(step, 0, mode).multiply(step);
    }
}
