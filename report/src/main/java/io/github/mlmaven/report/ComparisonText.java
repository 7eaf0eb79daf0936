package io.github.mlmaven.report;

import io.github.mlmaven.step.BaselineOrigin;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.GateResult.Baseline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A model beside another one, in words and as a table. */
public record ComparisonText(Comparison comparison, Evaluation evaluation) {

    /** Which model it is beside, a line for each metric of all test rows, and what callers see change. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(beside());
        comparison.overall().ifPresent(changes -> lines.addAll(table()));
        lines.addAll(told());
        return lines;
    }

    /** The same without the table, for who has one. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (comparison.isOnSameRows()) {
            notes.add(beside());
        }
        notes.addAll(told());
        return notes;
    }

    private List<String> told() {
        List<String> lines = new ArrayList<>();
        if (comparison.same()) {
            lines.add("both predict the same of each row");
        }
        comparison.contract().ifPresent(contract -> {
            lines.add("callers of version " + contract.before() + " see "
                    + (contract.changes().isEmpty() ? "no change" : "these changes:"));
            ContractText.lines(contract).forEach(line -> lines.add("  " + line));
        });
        return lines;
    }

    private String beside() {
        if (!comparison.obstacles().isEmpty()) {
            return BaselineText.notTested(new Baseline(
                    comparison.baseline().origin().orElse(BaselineOrigin.NAMED),
                    comparison.baseline().name(),
                    OptionalDouble.empty(),
                    false,
                    Optional.empty(),
                    comparison.obstacles()));
        }
        return switch (comparison.baseline().search()) {
            case RELEASE, NAMED -> "beside " + comparison.baseline().name() + ", on the same rows";
            case FIRST_RELEASE ->
                "there is no release of " + comparison.baseline().name() + " to compare with";
            case UNREACHED ->
                "whether there is a release of " + comparison.baseline().name() + " could not be found out";
            case LOCK, NOT_ASKED -> "ml.baseline names no model to compare with";
        };
    }

    private List<String> table() {
        AlignedLines table = new AlignedLines();
        table.row(List.of("", "baseline", "now", "change", MetricText.heading(evaluation) + " of the change"));
        MetricText.of(evaluation, comparison)
                .forEach(metric -> table.row(List.of(
                        metric.metric(),
                        metric.baseline(),
                        metric.now().value(),
                        metric.moved().value(),
                        metric.moved().interval())));
        return table.lines();
    }
}
