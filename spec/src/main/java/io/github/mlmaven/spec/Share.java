package io.github.mlmaven.spec;

import io.github.mlmaven.api.MlException;

/**
 * A part of a whole, written {@code 0.05} or {@code 5%}.
 *
 * @param value in [0, 1]
 */
public record Share(double value) {

    public static final Share NONE = new Share(0);

    public Share {
        if (!(value >= 0 && value <= 1)) {
            throw new MlException(
                    "A share of " + value + " is out of range.", "Write a number from 0 to 1, or 0% to 100%.");
        }
    }
}
