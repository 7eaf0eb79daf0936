package io.github.mlmaven.spec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mlmaven.api.MetricDescriptor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The JSON Schema of model.yaml, draft 2020-12, made from the records that {@link SpecReader} binds: editors complete and
 * check what the build accepts. Rules between keys are the build's alone.
 */
public final class SpecSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Catalog catalog;

    private SpecSchema(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The schema as a JSON object.
     *
     * @param catalog what a file can name
     */
    public static ObjectNode json(Catalog catalog) {
        ObjectNode schema = new SpecSchema(catalog).record(ModelSpec.class);
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "model.yaml of ml-maven-plugin");
        root.setAll(schema);
        return root;
    }

    private ObjectNode record(Class<?> type) {
        ObjectNode properties = JSON.objectNode();
        ArrayNode required = JSON.arrayNode();
        for (RecordComponent component : Keys.components(type)) {
            ObjectNode property = property(component);
            property.put("description", component.getAnnotation(Doc.class).value());
            AtMost most = component.getAnnotation(AtMost.class);
            if (most != null) {
                property.put(component.getType() == List.class ? "maxItems" : "maxProperties", most.value());
            }
            Default absent = component.getAnnotation(Default.class);
            if (absent != null && ScalarBinder.reads(component.getType())) {
                property.put("default", absent.value());
            }
            properties.set(Keys.of(component), property);
            if (isRequired(component)) {
                required.add(Keys.of(component));
            }
        }
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.put("additionalProperties", false);
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private ObjectNode property(RecordComponent component) {
        Named named = component.getAnnotation(Named.class);
        if (named != null) {
            return component.getType() == List.class ? list(name(named)) : name(named);
        }
        ObjectNode value = type(component.getGenericType());
        return component.isAnnotationPresent(Rule.class) ? withTerms(value) : value;
    }

    /** A name; of a metric perhaps with what it is told. */
    private ObjectNode name(Named named) {
        ObjectNode name = oneOf(Named.Names.of(named, catalog));
        if (named.value() != MetricDescriptor.class) {
            return name;
        }
        ArrayNode either = JSON.arrayNode().add(name);
        catalog.all(MetricDescriptor.class).stream()
                .filter(metric -> !metric.parameters().isEmpty())
                .forEach(metric -> either.add(MetricSchema.of(metric)));
        ObjectNode schema = JSON.objectNode();
        schema.set("anyOf", either);
        return schema;
    }

    private static ObjectNode list(ObjectNode items) {
        ObjectNode list = JSON.objectNode().put("type", "array");
        list.set("items", items);
        return list;
    }

    /** A rule by its value alone, or with its terms. */
    private ObjectNode withTerms(ObjectNode value) {
        ObjectNode rule = record(RuleTerms.class);
        ((ObjectNode) rule.get("properties")).set(Rule.VALUE, value.deepCopy());
        rule.set("required", JSON.arrayNode().add(Rule.VALUE));
        ObjectNode either = JSON.objectNode();
        either.set("anyOf", JSON.arrayNode().add(value).add(rule));
        return either;
    }

    /** Whether a key must be there. */
    static boolean isRequired(RecordComponent component) {
        return component.getAnnotation(Default.class) == null
                && !component.getType().getName().startsWith("java.util.Optional");
    }

    private ObjectNode type(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return list(type(arguments[0]));
            }
            if (generic.getRawType() == Map.class) {
                ObjectNode map = JSON.objectNode().put("type", "object");
                map.set("additionalProperties", type(arguments[1]));
                return map;
            }
            return type(arguments[0]);
        }
        Class<?> raw = (Class<?>) type;
        return ScalarBinder.reads(raw) ? scalar(raw) : recordOrShorthand(raw);
    }

    private ObjectNode recordOrShorthand(Class<?> type) {
        if (type.getAnnotation(Shorthand.class) == null) {
            return record(type);
        }
        ObjectNode either = JSON.objectNode();
        either.set("anyOf", JSON.arrayNode().add(scalar(String.class)).add(record(type)));
        return either;
    }

    private static ObjectNode scalar(Class<?> type) {
        if (type.isEnum()) {
            return oneOf(ScalarBinder.names(type));
        }
        ObjectNode schema = JSON.objectNode();
        // A text may be written without quotes even where it looks like a number.
        ArrayNode names = JSON.arrayNode();
        jsonTypes(type).forEach(names::add);
        schema.set("type", names.size() == 1 ? names.get(0) : names);
        if (type == Edge.class) {
            schema.put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T.+)?$");
        }
        if (ScalarBinder.isPercentage(type)) {
            schema.put("pattern", "^[0-9]+(\\.[0-9]+)?%$");
        }
        return schema;
    }

    private static ObjectNode oneOf(List<String> values) {
        ArrayNode names = JSON.arrayNode();
        values.forEach(names::add);
        ObjectNode schema = JSON.objectNode();
        schema.set("enum", names);
        return schema;
    }

    private static List<String> jsonTypes(Class<?> type) {
        if (type == String.class) {
            return List.of("string", "number", "boolean");
        }
        if (type == boolean.class) {
            return List.of("boolean");
        }
        if (ScalarBinder.isPercentage(type) || type == Edge.class) {
            return List.of("number", "string");
        }
        return List.of(type == int.class || type == long.class || type == OptionalLong.class ? "integer" : "number");
    }
}
