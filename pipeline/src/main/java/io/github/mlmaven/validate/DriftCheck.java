package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.spec.DriftSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.DataDrift;
import io.github.mlmaven.step.DataDrift.Comparison;
import io.github.mlmaven.step.DataDrift.Movement;
import io.github.mlmaven.step.DataDrift.Outcome;
import io.github.mlmaven.step.DataDrift.Since;
import io.github.mlmaven.step.DriftSlices;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.text.KebabCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Holds the rows of a table against the profiles of others, all in one pass. */
public final class DriftCheck {

    private final SpecFile spec;
    private final DriftSpec drift;
    private final Fold fold = new Fold();

    private DriftCheck(SpecFile spec) {
        this.spec = spec;
        this.drift = spec.spec()
                .drift()
                .orElseThrow(() -> new IllegalArgumentException("model.yaml does not ask for drift"));
    }

    /**
     * How far a table moved.
     *
     * @param training the profile of its training rows
     */
    public static DataDrift of(Table table, SpecFile spec, Baseline baseline, Profile training) {
        return new DriftCheck(spec).run(table, baseline, training);
    }

    private DataDrift run(Table table, Baseline baseline, Profile training) {
        List<Finding> findings = new ArrayList<>();
        List<DriftPlan> plans = new ArrayList<>();
        Predicate<String> times = column -> spec.spec().column(column).type().isTime();
        if (baseline instanceof Baseline.Accepted accepted) {
            DriftColumns columns = new DriftColumns(spec, drift, accepted.profile());
            findings.addAll(columns.findings());
            plans.add(new DriftPlan(Since.ACCEPTED, accepted.profile(), columns.compared(), times, drift.allowed()));
        } else if (baseline instanceof Baseline.Absent absent) {
            findings.add(absent(absent));
        }
        List<String> ofSplit = new DriftColumns(spec, drift, training).compared();
        plans.add(new DriftPlan(Since.TRAINING, training, ofSplit, times, drift.allowed()));
        plans.forEach(plan -> plan.plan(fold, plan.since() == Since.ACCEPTED ? DriftCheck::all : DriftCheck::tested));
        Optional<SliceDrift> sliced = drift.by().map(by -> new SliceDrift(spec, by, training, ofSplit, fold));
        table.fold(fold);
        List<Comparison> comparisons = plans.stream().map(DriftPlan::comparison).toList();
        comparisons.forEach(comparison -> findings.addAll(drifted(comparison)));
        Optional<DriftSlices> slices = sliced.flatMap(SliceDrift::slices);
        sliced.ifPresent(found -> findings.addAll(found.findings(slices)));
        return new DataDrift(DataDrift.FORMAT, comparisons, slices, findings);
    }

    private static boolean[] all(Batch batch) {
        boolean[] rows = new boolean[batch.rows()];
        Arrays.fill(rows, true);
        return rows;
    }

    private static boolean[] tested(Batch batch) {
        byte[] parts = Part.codes(batch);
        boolean[] rows = new boolean[batch.rows()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = parts[row] == Part.TEST.code();
        }
        return rows;
    }

    /** A lock that does not vouch for its profile is an error: what the build is to be held to is gone. */
    private Finding absent(Baseline.Absent absent) {
        Severity severity = absent.reason() == Baseline.Reason.NO_LOCK || absent.reason() == Baseline.Reason.NO_HASH
                ? Severity.WARNING
                : Severity.ERROR;
        return Finding.of(FindingCode.DRIFT_BASELINE, severity, Subject.rule(spec.place("drift")))
                .with("file", absent.file())
                .with("reason", KebabCase.of(absent.reason()));
    }

    private List<Finding> drifted(Comparison comparison) {
        Function<String, Subject> subject = column -> Subject.column(column, spec.place("drift"));
        // That the parts of a split differ is no change of the data.
        Severity severity = comparison.since() == Since.ACCEPTED ? drift.severity() : Severity.WARNING;
        List<Finding> findings = new ArrayList<>();
        comparison
                .columns()
                .forEach((column, movements) -> movements.stream()
                        .filter(movement -> movement.outcome() == Outcome.DRIFT)
                        .forEach(movement ->
                                findings.add(finding(comparison.since(), movement, severity, subject.apply(column)))));
        return findings;
    }

    private static Finding finding(Since since, Movement movement, Severity severity, Subject subject) {
        return Finding.of(FindingCode.DRIFT, severity, subject)
                .with("what", KebabCase.of(movement.what()))
                .with("since", KebabCase.of(since))
                .with("found", new Value.Real(movement.found()))
                .with("lower", new Value.Real(movement.lower()))
                .with("allowed", new Value.Real(movement.allowed()));
    }
}
