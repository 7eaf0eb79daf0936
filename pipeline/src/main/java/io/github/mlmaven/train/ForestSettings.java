package io.github.mlmaven.train;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.api.TrainingSet;
import io.github.mlmaven.text.Numbers;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a forest is told.
 *
 * @param trees at least 1
 */
record ForestSettings(int trees, Growth growth, Sampling sampling) {

    /** Of four features, three of which are one category, a tree that tried one at each node explained 60 % in place of 98 %. */
    private static final int FEWEST_TRIED = 5;

    static ForestSettings of(Arguments arguments) {
        return arguments.bind(in -> new ForestSettings(in.whole("trees"), Growth.of(in), Sampling.of(in)));
    }

    /** The settings in XGBoost's own names. */
    SortedMap<String, Object> engine(TrainingSet rows) {
        SortedMap<String, Object> engine = new TreeMap<>();
        growth.tell(engine);
        engine.put("num_parallel_tree", trees);
        engine.put("subsample", Numbers.plain(sampling.rows()));
        engine.put("colsample_bynode", Numbers.plain(columns(rows)));
        // XGBoost shrinks each leaf, which is a mean of labels, to its part in the mean over the trees.
        engine.put("eta", 1);
        engine.put("lambda", 0);
        return engine;
    }

    /**
     * As {@code column-sample} says; else, as Breiman has it, the root of the features' number or a third of it, and not so few
     * that a node draws none that splits it: XGBoost ends the tree there, where other forests draw again.
     */
    private double columns(TrainingSet rows) {
        if (sampling.columns() > 0) {
            return sampling.columns();
        }
        int features = rows.features().size();
        boolean classifies = rows.target().task() == Task.CLASSIFICATION;
        int tried = Math.max(FEWEST_TRIED, classifies ? (int) Math.sqrt(features) : features / 3);
        // XGBoost cuts the share of the features to a whole number: half a feature more is above its rounding.
        return Math.min(1, (tried + 0.5) / features);
    }
}
