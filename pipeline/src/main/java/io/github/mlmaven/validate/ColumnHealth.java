package io.github.mlmaven.validate;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Value;
import java.util.List;
import java.util.Optional;

/** An input has something to learn from, and no more categories than can be learned. The profile of all rows tells. */
record ColumnHealth(String name, SpecFile spec) implements Constraint {

    /** Of fewer rows nothing is said. */
    private static final int FEWEST_ROWS = 20;
    /** Fewer categories are never too many for their rows. */
    private static final int FEWEST_CATEGORIES = 100;
    /** The share of rows with a category of their own from which on a column looks like a key. */
    private static final double NEAR_UNIQUE = 0.5;
    /** The most categories that get a feature each. */
    static final int WIDEST = 10_000;

    @Override
    public Judgement plan(Fold fold) {
        return evidence -> evidence.rows() < FEWEST_ROWS || evidence.isAbsent(name)
                ? List.of()
                : finding(evidence).stream().toList();
    }

    private Optional<Finding> finding(Evidence evidence) {
        ModelSpec model = spec.spec();
        ColumnProfile profile = evidence.profile(name);
        if (profile.missing() == evidence.rows()) {
            return evidence.cells(name).clashes() > 0
                    ? Optional.empty()
                    : Optional.of(finding(FindingCode.COLUMN_ALL_MISSING, Severity.WARNING));
        }
        if (profile.distinct() == 1 && profile.missing() == 0) {
            return Optional.of(
                    finding(FindingCode.COLUMN_CONSTANT, Severity.WARNING).with("found", only(profile)));
        }
        boolean open = model.column(name).type() == ColumnType.CATEGORY
                && model.column(name).domain().values().isEmpty();
        if (open && model.transform(name).equals("one-hot") && profile.distinct() > WIDEST) {
            return Optional.of(finding(FindingCode.CATEGORY_TOO_WIDE, Severity.ERROR)
                    .with("found", new Value.Whole(profile.distinct()))
                    .with("allowed", new Value.Whole(WIDEST)));
        }
        long values = evidence.rows() - profile.missing();
        return open && profile.distinct() >= FEWEST_CATEGORIES && profile.distinct() > NEAR_UNIQUE * values
                ? Optional.of(finding(FindingCode.CATEGORY_NEAR_UNIQUE, Severity.WARNING)
                        .with(new Finding.Rows(0, values, List.of()))
                        .with("found", new Value.Whole(profile.distinct())))
                : Optional.empty();
    }

    private static String only(ColumnProfile profile) {
        return profile.numbers()
                .map(numbers -> Column.decimal(numbers.min()))
                .orElseGet(() -> profile.top().get(0).value());
    }

    private Finding finding(FindingCode code, Severity severity) {
        return Finding.of(code, severity, Subject.column(name, spec.place("columns", name)));
    }
}
