package io.github.mlmaven.spec;

import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.MetricName;
import io.github.mlmaven.api.Parameter;
import io.github.mlmaven.api.ParameterType.Label;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one name of each metric that a model.yaml writes in some way: with all that it is told, defaults as well. Of two labels
 * the second stands where a metric of one label names none. What is wrong stays as it is, for {@link MetricRules} to say.
 */
final class MetricNames {

    private final Catalog catalog;
    private final List<String> labels;

    /** @param spec as it was bound */
    MetricNames(ModelSpec spec, Catalog catalog) {
        this.catalog = catalog;
        this.labels = spec.labels();
    }

    String of(String written) {
        MetricName name = MetricName.parse(written);
        MetricDescriptor metric = catalog.metric(name.base());
        SortedMap<String, String> told = new TreeMap<>(name.arguments());
        for (Parameter parameter : metric.parameters()) {
            String text = told.getOrDefault(parameter.name(), parameter.defaultValue());
            told.put(
                    parameter.name(),
                    parameter.type() instanceof Label label ? ofLabel(label, text) : plain(parameter, text));
        }
        return new MetricName(name.base(), told).text();
    }

    private static String plain(Parameter parameter, String text) {
        return parameter.type().plain(text).orElse(text);
    }

    private String ofLabel(Label type, String text) {
        if (labels.size() != 2) {
            return text;
        }
        String second = labels.get(1);
        if (type.orAll()) {
            // What is of all labels is of the second, where there are two.
            return text.equals(second) ? "" : text;
        }
        return text.isEmpty() ? second : text;
    }
}
