package io.github.mlmaven.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.tribuo.Tribuo;

/** The software of the built-in trainers that can change a model, by artifactId. */
final class Versions {

    private Versions() {}

    /** What makes a linear model. */
    static SortedMap<String, String> linear() {
        return new TreeMap<>(Map.of("tribuo", Tribuo.VERSION));
    }

    /** What makes a model of trees. */
    static SortedMap<String, String> trees() {
        return new TreeMap<>(Map.of("tribuo", Tribuo.VERSION, "xgboost", xgboost()));
    }

    private static String xgboost() {
        Properties properties = new Properties();
        try (InputStream in = XGBoost.class.getResourceAsStream("/xgboost4j-version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
