package io.github.mlmaven.validate;

import io.github.mlmaven.api.Task;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.measure.Frequencies;
import io.github.mlmaven.measure.ValueCounts;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.text.KebabCase;
import java.util.ArrayList;
import java.util.List;

/** The label can be learned from: every row has one, and not all the same. */
record LabelRules(SpecFile spec) implements Constraint {

    @Override
    public Judgement plan(Fold fold) {
        String label = spec.spec().data().label();
        Fold.Result<Found> missing = fold.plan(Offence.measure(() -> Offences.missing(label)));
        // One value is all that is listed: whether there are others is all that is asked.
        Fold.Result<ValueCounts> values = fold.plan(new Frequencies(label, 1));
        return evidence -> {
            List<Finding> findings = new ArrayList<>();
            if (missing.value().count() > 0 && !evidence.isAbsent(label)) {
                findings.add(finding(FindingCode.LABEL_MISSING, Severity.ERROR).with(evidence.rows(missing.value())));
            }
            values.value().mode().ifPresent(only -> findings.add(single(only)));
            return findings;
        };
    }

    private Finding single(String only) {
        Task task = spec.spec().task();
        Severity severity = task == Task.CLASSIFICATION ? Severity.ERROR : Severity.WARNING;
        return finding(FindingCode.LABEL_SINGLE_CLASS, severity)
                .with("found", only)
                .with("task", KebabCase.of(task));
    }

    private Finding finding(FindingCode code, Severity severity) {
        return Finding.of(code, severity, Subject.column(spec.spec().data().label(), spec.place("data", "label")));
    }
}
