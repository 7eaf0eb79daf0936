package io.github.mlmaven.train;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.text.Numbers;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What boosting is told.
 *
 * @param rounds at least 1
 * @param patience rounds without progress on the validation rows after which it stops; 0 never stops early
 */
record BoostingSettings(int rounds, int patience, Growth growth, Sampling sampling, Penalties penalties) {

    /** What leaves cost, and how much of a tree counts. */
    record Penalties(double learningRate, double lambda, double alpha, double gamma) {}

    static BoostingSettings of(Arguments arguments) {
        return arguments.bind(in -> new BoostingSettings(
                in.whole("rounds"),
                in.whole("early-stopping"),
                Growth.of(in),
                Sampling.of(in),
                new Penalties(in.real("learning-rate"), in.real("lambda"), in.real("alpha"), in.real("gamma"))));
    }

    /** The settings in XGBoost's own names, without rounds and patience, which it is not told. */
    SortedMap<String, Object> engine() {
        SortedMap<String, Object> engine = new TreeMap<>();
        growth.tell(engine);
        engine.put("subsample", Numbers.plain(sampling.rows()));
        engine.put("colsample_bytree", Numbers.plain(sampling.columns()));
        engine.put("eta", Numbers.plain(penalties.learningRate()));
        engine.put("lambda", Numbers.plain(penalties.lambda()));
        engine.put("alpha", Numbers.plain(penalties.alpha()));
        engine.put("gamma", Numbers.plain(penalties.gamma()));
        return engine;
    }
}
