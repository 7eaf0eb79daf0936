package io.github.mlmaven.draft;

import io.github.mlmaven.draft.FormCounts.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A range that numbers of the same kind will keep: a tenth wider on each side than what was seen, and round. Numbers that are
 * never negative stay so, and shares stay between 0 and 1.
 */
final class Bounds {

    private static final BigDecimal ROOM = new BigDecimal("0.1");

    private Bounds() {}

    /** @param whole whether there are whole numbers alone */
    static Range around(Range seen, boolean whole) {
        BigDecimal min = seen.min();
        BigDecimal max = seen.max();
        if (!whole
                && min.signum() >= 0
                && max.compareTo(BigDecimal.ONE) <= 0
                && max.compareTo(new BigDecimal("0.5")) > 0) {
            return new Range(BigDecimal.ZERO, BigDecimal.ONE);
        }
        BigDecimal width = max.compareTo(min) == 0 ? max.abs() : max.subtract(min);
        if (width.signum() == 0) {
            return new Range(BigDecimal.ZERO, BigDecimal.ONE);
        }
        // The power of ten that is a tenth of the width, or less.
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(width.precision() - width.scale() - 2);
        step = whole ? step.max(BigDecimal.ONE) : step;
        BigDecimal room = width.multiply(ROOM);
        BigDecimal low = round(min.subtract(room), step, RoundingMode.FLOOR);
        BigDecimal high = round(max.add(room), step, RoundingMode.CEILING);
        return new Range(
                min.signum() >= 0 ? low.max(BigDecimal.ZERO) : low,
                max.signum() <= 0 ? high.min(BigDecimal.ZERO) : high);
    }

    private static BigDecimal round(BigDecimal number, BigDecimal step, RoundingMode mode) {
        return number.divide(step, 0, mode).multiply(step);
    }
}
