package io.github.mlmaven.train;

import io.github.mlmaven.data.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.tribuo.Tribuo;

/** The software that can change a model. */
final class Versions {

    private Versions() {}

    static SortedMap<String, String> of(Table table, boolean trees) {
        SortedMap<String, String> versions = new TreeMap<>();
        versions.putAll(table.versions());
        versions.put("java", Integer.toString(Runtime.version().feature()));
        versions.put("tribuo", Tribuo.VERSION);
        if (trees) {
            versions.put("xgboost", xgboost());
        }
        return versions;
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
