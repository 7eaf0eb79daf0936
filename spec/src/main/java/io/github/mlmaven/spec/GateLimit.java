package io.github.mlmaven.spec;

import io.github.mlmaven.text.Numbers;
import java.math.BigDecimal;

/**
 * What a metric is held to, written {@code 600}, or {@code 95%} where the metric is a share of a whole.
 *
 * @param value in the metric's own unit: 95% is 0.95
 * @param percentage whether it was written as one
 */
public record GateLimit(double value, boolean percentage) {

    /** As model.yaml has it. */
    public String text() {
        return percentage ? percent(value) : Numbers.plain(value);
    }

    static String percent(double value) {
        return Numbers.plain(BigDecimal.valueOf(value).movePointRight(2).doubleValue()) + "%";
    }
}
