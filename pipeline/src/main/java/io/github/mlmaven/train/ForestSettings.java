package io.github.mlmaven.train;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.text.Numbers;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a forest is told.
 *
 * @param trees at least 1
 */
record ForestSettings(int trees, Growth growth, Shares shares) {

    static ForestSettings of(Arguments arguments) {
        return arguments.bind(in -> new ForestSettings(in.whole("trees"), Growth.of(in), Shares.of(in)));
    }

    /** The settings in XGBoost's own names. */
    SortedMap<String, Object> engine() {
        SortedMap<String, Object> engine = new TreeMap<>();
        growth.tell(engine);
        engine.put("num_parallel_tree", trees);
        engine.put("subsample", Numbers.plain(shares.rows()));
        engine.put("colsample_bynode", Numbers.plain(shares.columns()));
        engine.put("eta", 1);
        // The leaves of a forest are means; as XGBoost's own random forest does it.
        engine.put("lambda", 1e-5);
        return engine;
    }
}
