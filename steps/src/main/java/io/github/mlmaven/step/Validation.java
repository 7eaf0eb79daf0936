package io.github.mlmaven.step;

import java.util.ArrayList;
import java.util.Comparator;
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

    /** The same with what a look at drift found too, errors first. */
    public Validation and(List<Finding> drifted) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(drifted);
        all.sort(Comparator.comparing(Finding::severity));
        return new Validation(format, rows, dropped, all);
    }

    public boolean failed() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
