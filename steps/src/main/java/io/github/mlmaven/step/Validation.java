package io.github.mlmaven.step;

import java.util.List;

/**
 * {@code validation.json}: what the data is and what is wrong with it.
 *
 * @param rows the rows that were read
 */
public record Validation(int format, long rows, List<Finding> findings) {

    public static final int FORMAT = 2;

    public Validation {
        findings = List.copyOf(findings);
    }

    public boolean failed() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
