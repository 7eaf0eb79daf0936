package io.github.mlmaven.draft;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.step.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** Data that cannot be read, and no format is known in which it can. */
final class Refusal {

    private Refusal() {}

    /** Files whose records are no rows. */
    static MlException unreadable(List<Finding> faults) {
        String found = faults.stream()
                .flatMap(fault -> ConsoleReport.finding(fault).stream())
                .collect(Collectors.joining("\n  "));
        // The last line is a finding with its code, or one of its rows, which is no sentence.
        return new MlException(
                "The data cannot be read:\n  " + found + (found.endsWith("]") ? "" : "."),
                "Then run the goal again; where the data has to stay as it is, write model.yaml yourself.");
    }
}
