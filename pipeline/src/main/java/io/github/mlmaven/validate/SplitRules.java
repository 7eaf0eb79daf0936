package io.github.mlmaven.validate;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SplitBy;
import io.github.mlmaven.spec.SplitSpec;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Split;
import java.util.ArrayList;
import java.util.List;

/** The split leaves rows for every use, and a split column names nothing else. */
record SplitRules(SpecFile spec) implements Constraint {

    @Override
    public Judgement plan(Fold fold) {
        SplitSpec split = spec.spec().data().split();
        Fold.Result<Found> unknown = fold.plan(
                Offence.measure(() -> split.column().map(SplitRules::unknown).orElse((batch, found) -> {})));
        return evidence -> {
            List<Finding> findings = new ArrayList<>();
            if (split.column().filter(evidence::isAbsent).isPresent()) {
                return findings;
            }
            Split sizes = evidence.split();
            if (evidence.isWhole() && evidence.hasAllColumns()) {
                empty(sizes, evidence, findings);
            }
            if (unknown.value().count() > 0) {
                Subject subject = Subject.column(split.column().orElseThrow(), spec.place("data", "split", "column"));
                FindingCode code =
                        split.by() == SplitBy.TIME ? FindingCode.SPLIT_TIME_MISSING : FindingCode.SPLIT_UNKNOWN;
                findings.add(Finding.of(code, Severity.ERROR, subject).with(evidence.rows(unknown.value())));
            }
            return findings;
        };
    }

    /** The finding, with the column that decides of a row's part, if one does: what keeps rows together depends on it. */
    static Finding decided(Finding finding, SplitSpec split) {
        return split.column()
                .map(name -> finding.with(split.by() == SplitBy.TIME ? "time-column" : "part-column", name))
                .orElse(finding);
    }

    private void empty(Split sizes, Evidence evidence, List<Finding> findings) {
        SplitSpec split = spec.spec().data().split();
        empty("training", sizes.train(), Severity.ERROR, evidence, findings);
        empty("test", sizes.test(), Severity.ERROR, evidence, findings);
        if (split.partColumn().isEmpty() && split.validation().value() > 0) {
            empty("validation", sizes.validation(), Severity.WARNING, evidence, findings);
        }
    }

    private static Offence unknown(String name) {
        return (batch, found) -> {
            Column column = batch.column(name);
            byte[] parts = Part.codes(batch);
            for (int row = 0; row < batch.rows(); row++) {
                if (parts[row] == Part.NONE) {
                    int at = row;
                    found.add(batch.position(row), () -> column.isMissing(at) ? "" : column.text(at));
                }
            }
        };
    }

    private void empty(String part, long rows, Severity severity, Evidence evidence, List<Finding> findings) {
        if (rows == 0) {
            findings.add(Finding.of(FindingCode.SPLIT_EMPTY, severity, Subject.rule(spec.place("data", "split")))
                    .with(new Finding.Rows(0, evidence.rows(), List.of()))
                    .with("part", part));
        }
    }
}
