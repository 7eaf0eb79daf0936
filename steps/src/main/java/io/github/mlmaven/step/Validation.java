package io.github.mlmaven.step;

import java.util.List;

/**
 * {@code validation.json}: what the data is and what is wrong with it.
 *
 * @param rows the rows that were read and kept
 * @param dropped the rows that {@code data.where} did not keep
 */
public record Validation(int format, long rows, long dropped, List<Finding> findings) {

    public static final int FORMAT = 3;

    public Validation {
        findings = List.copyOf(findings);
    }

    public boolean failed() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
