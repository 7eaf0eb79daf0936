package io.github.mlmaven.validate;

import io.github.mlmaven.measure.ContradictingRows;
import io.github.mlmaven.measure.ContradictingRows.Ambiguous;
import io.github.mlmaven.measure.Contradictions;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.LongSet;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.Share;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import java.util.List;
import java.util.Optional;

/**
 * Rows with equal inputs have equal labels, but for a share of them.
 *
 * @param allowed the share; absent where nobody declared one, and none may
 */
record LabelsAgree(List<String> inputs, String label, Optional<Share> allowed, Severity severity, SpecPlace place)
        implements Constraint {

    LabelsAgree {
        inputs = List.copyOf(inputs);
    }

    static LabelsAgree of(ModelSpec spec, Optional<Share> allowed, Severity severity, SpecPlace place) {
        return new LabelsAgree(spec.inputs(), spec.data().label(), allowed, severity, place);
    }

    @Override
    public Judgement plan(Fold fold) {
        return new Suspected<>(new Contradictions(inputs, label, fold.store()), this::sure).plan(fold);
    }

    private Constraint sure(LongSet candidates) {
        return fold -> {
            Fold.Result<Ambiguous> found = fold.plan(new ContradictingRows(inputs, label, candidates));
            // Rows are equal in columns that are not there, which is a finding of its own.
            return evidence -> evidence.hasAllColumns() ? findings(found.value(), evidence) : List.of();
        };
    }

    private List<Finding> findings(Ambiguous found, Evidence evidence) {
        double most = allowed.orElse(Share.NONE).value() * evidence.rows();
        if (found.rows().count() <= most) {
            return List.of();
        }
        Finding finding = Finding.of(FindingCode.LABEL_CONTRADICTORY, severity, Subject.column(label, place))
                .with(evidence.rows(found.rows()))
                .with("wrong", new Value.Whole(found.wrong()));
        return List.of(allowed.map(share -> finding.with("allowed", new Value.Real(share.value())))
                .orElse(finding));
    }
}
