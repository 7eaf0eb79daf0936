package io.github.mlmaven.validate;

import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.step.Finding;
import java.util.List;
import java.util.Optional;

/** Something that must be true of the data: what is measured, how an offending row is recognised, and what is said of both. */
interface Constraint {

    /** Plans what has to be measured, together with all else that is wanted of the rows. */
    Judgement plan(Fold fold);

    /** What a constraint says once the rows were folded. */
    interface Judgement {

        /** What is wrong. */
        List<Finding> findings(Evidence evidence);

        /**
         * What a second pass has to make sure of, where the first leaves a doubt: its findings are said instead. Most data
         * leaves none.
         */
        default Optional<Constraint> doubt() {
            return Optional.empty();
        }
    }
}
