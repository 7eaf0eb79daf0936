package io.github.mlmaven.train;

import io.github.mlmaven.spec.TrainSpec;
import io.github.mlmaven.spec.Trainer.Parameter;
import io.github.mlmaven.step.Training.Settings;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** A trainer's settings with all defaults, each number in its shortest plain form. */
final class Resolved {

    private Resolved() {}

    static Settings settings(TrainSpec train) {
        SortedMap<String, String> parameters = new TreeMap<>();
        for (Parameter parameter : train.trainer().parameters()) {
            String value = train.parameters().getOrDefault(parameter.name(), parameter.defaultValue());
            parameters.put(parameter.name(), plain(value));
        }
        return new Settings(train.trainer(), train.seed(), parameters);
    }

    private static String plain(String number) {
        BigDecimal value = new BigDecimal(number);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
