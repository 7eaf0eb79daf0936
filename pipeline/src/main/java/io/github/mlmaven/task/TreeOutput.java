package io.github.mlmaven.task;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tribuo.Output;
import org.tribuo.common.xgboost.protos.XGBoostOutputConverterProto;
import org.tribuo.provenance.TrainerProvenance;

/**
 * What boosters learn, and how their outputs are read.
 *
 * @param objective the loss, in XGBoost's own names
 * @param output what is learned, in Tribuo's words
 * @param converter how Tribuo's model reads a booster's outputs
 * @param provenance how Tribuo tells of a training
 */
public record TreeOutput<T extends Output<T>>(
        SortedMap<String, Object> objective,
        TribuoOutput<T> output,
        XGBoostOutputConverterProto converter,
        Provenance provenance) {

    static final String LOGISTIC = "binary:logistic";
    static final String SQUARED_ERROR = "reg:squarederror";
    static final String LABELS = "num_class";

    public TreeOutput {
        objective = Collections.unmodifiableSortedMap(new TreeMap<>(objective));
    }

    /** Whether a booster starts from a probability, which is then that of the training rows. */
    public boolean startsFromShare() {
        return LOGISTIC.equals(objective.get("objective"));
    }

    /** How many outputs a booster has: one for each label where there are more than two. */
    public int width() {
        return (int) objective.getOrDefault(LABELS, 1);
    }

    /** How Tribuo tells of a training. */
    @FunctionalInterface
    public interface Provenance {

        /**
         * What a model file says of its trainer.
         *
         * @param parameters what XGBoost was told
         */
        TrainerProvenance of(int rounds, Map<String, Object> parameters);
    }
}
