package io.github.mlmaven.spec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.Parameter;
import io.github.mlmaven.api.ParameterType;

/** The JSON Schema of a metric with what it is told. */
final class MetricSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private MetricSchema() {}

    static ObjectNode of(MetricDescriptor metric) {
        ObjectNode properties = JSON.objectNode();
        properties.set(
                MetricBinder.NAME, JSON.objectNode().put("const", metric.name()).put("description", metric.doc()));
        ArrayNode required = JSON.arrayNode().add(MetricBinder.NAME);
        for (Parameter parameter : metric.parameters()) {
            properties.set(parameter.name(), of(parameter));
            // The label may follow from the labels.
            if (parameter.isRequired() && !(parameter.type() instanceof ParameterType.Label)) {
                required.add(parameter.name());
            }
        }
        ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        schema.set("properties", properties);
        schema.set("required", required);
        return schema;
    }

    private static ObjectNode of(Parameter parameter) {
        ObjectNode schema = ofType(parameter.type());
        schema.put("description", parameter.doc());
        if (!parameter.defaultValue().isEmpty()) {
            schema.put("default", parameter.defaultValue());
        }
        return schema;
    }

    private static ObjectNode ofType(ParameterType type) {
        ObjectNode schema = JSON.objectNode();
        if (type instanceof ParameterType.Whole whole) {
            return schema.put("type", "integer").put("minimum", whole.min()).put("maximum", whole.max());
        }
        if (type instanceof ParameterType.Rank) {
            return schema.put("type", "integer").put("minimum", 1);
        }
        if (type instanceof ParameterType.Real real) {
            return schema.put("type", "number").put("minimum", real.min()).put("maximum", real.max());
        }
        if (type instanceof ParameterType.Flag) {
            return schema.put("type", "boolean");
        }
        if (type instanceof ParameterType.Choice choice) {
            ArrayNode values = JSON.arrayNode();
            choice.values().forEach(values::add);
            schema.set("enum", values);
            return schema;
        }
        if (type instanceof ParameterType.Share) {
            schema.set("type", JSON.arrayNode().add("number").add("string"));
            return schema.put("pattern", "^[0-9]+(\\.[0-9]+)?%$");
        }
        if (type instanceof ParameterType.Label) {
            schema.set("type", JSON.arrayNode().add("string").add("number").add("boolean"));
            return schema;
        }
        ObjectNode row = JSON.objectNode().put("type", "object");
        row.set("additionalProperties", JSON.objectNode().put("type", "number"));
        schema.put("type", "object").set("additionalProperties", row);
        return schema;
    }
}
