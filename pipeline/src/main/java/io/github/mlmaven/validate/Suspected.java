package io.github.mlmaven.validate;

import io.github.mlmaven.api.Measure;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.LongSet;
import io.github.mlmaven.step.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule about rows that belong together by their values. Hashes of the rows tell in the first pass whether some may break it,
 * and only then a second pass compares the values: what is found is exact, and most data is read once.
 *
 * @param suspects the hashes of rows that may break the rule
 * @param sure compares the values of rows with such hashes
 */
record Suspected<S>(Measure<S, LongSet> suspects, Function<LongSet, Constraint> sure) implements Constraint {

    @Override
    public Judgement plan(Fold fold) {
        Fold.Result<LongSet> found = fold.plan(suspects);
        return new Judgement() {
            @Override
            public List<Finding> findings(Evidence evidence) {
                return List.of();
            }

            @Override
            public Optional<Constraint> doubt() {
                LongSet hashes = found.value();
                return hashes.isEmpty() ? Optional.empty() : Optional.of(sure.apply(hashes));
            }
        };
    }
}
