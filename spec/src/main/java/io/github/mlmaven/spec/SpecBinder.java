package io.github.mlmaven.spec;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SpecFile.Place;
import io.github.mlmaven.text.Nearest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Turns a YAML tree into the spec's records by their components' names and types. A value that cannot be bound is a problem
 * at its place and {@code null}; binding goes on, so that all problems are found.
 */
final class SpecBinder {

    private final Problems problems;
    private final Catalog catalog;
    private final Map<String, Place> places = new LinkedHashMap<>();

    SpecBinder(Problems problems, Catalog catalog) {
        this.problems = problems;
        this.catalog = catalog;
    }

    /** Empty only if there are problems. */
    Optional<ModelSpec> bind(Node root) {
        return Optional.ofNullable((ModelSpec) bind(root, ModelSpec.class, ""));
    }

    /** Where each key stands, by its path. */
    Map<String, Place> places() {
        return places;
    }

    static Place place(Node node) {
        return node.getStartMark()
                .map(mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Place(1, 1));
    }

    private @Nullable Object bind(Node node, Type type, String path) {
        places.putIfAbsent(path, place(node));
        if (type instanceof ParameterizedType generic) {
            return bindGeneric(node, generic, path);
        }
        Class<?> raw = (Class<?>) type;
        if (ScalarBinder.reads(raw)) {
            return scalar(node, raw, path);
        }
        return bindRecord(node, raw, path);
    }

    private @Nullable Object bindGeneric(Node node, ParameterizedType type, String path) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return list(node, arguments[0], path);
        }
        if (type.getRawType() == Map.class) {
            return map(node, arguments[1], path);
        }
        Object value = bind(node, arguments[0], path);
        return value == null ? null : Optional.of(value);
    }

    private @Nullable Object scalar(Node node, Class<?> type, String path) {
        Optional<String> text = text(node, path, ScalarBinder.expected(type));
        if (text.isEmpty()) {
            return null;
        }
        try {
            Optional<Object> value = ScalarBinder.read(text.get(), type);
            if (value.isEmpty()) {
                problem(node, path, "is '" + text.get() + "'", ScalarBinder.remedy(text.get(), type));
            }
            return value.orElse(null);
        } catch (MlException e) {
            problems.add(place(node), e.problem(), e.remedy());
            return null;
        }
    }

    private @Nullable Object name(Node node, List<String> known, String path) {
        String expected = "one of " + String.join(", ", known);
        Optional<String> name = text(node, path, expected);
        if (name.isPresent() && !known.contains(name.get())) {
            problem(
                    node,
                    path,
                    "is '" + name.get() + "'",
                    Nearest.question(name.get(), known) + "Write " + expected + ".");
            return null;
        }
        return name.orElse(null);
    }

    /** The text of a single value; empty with a problem where it is none. */
    private Optional<String> text(Node node, String path, String expected) {
        if (!(node instanceof ScalarNode scalar)) {
            problem(node, path, "is " + kind(node), "Write " + expected + ".");
            return Optional.empty();
        }
        if (scalar.getTag().equals(Tag.NULL)) {
            problem(node, path, "has no value", "Write " + expected + ", or remove the key.");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    private @Nullable Object list(Node node, Type element, String path) {
        if (!(node instanceof SequenceNode sequence)) {
            problem(node, path, "is " + kind(node), "Write a list: [a, b], or lines that begin with '- '.");
            return null;
        }
        List<Object> values = new ArrayList<>();
        boolean whole = true;
        for (int i = 0; i < sequence.getValue().size(); i++) {
            Object value = bind(sequence.getValue().get(i), element, path + "/" + i);
            whole &= value != null;
            if (value != null) {
                values.add(value);
            }
        }
        return whole ? values : null;
    }

    private @Nullable Object map(Node node, Type element, String path) {
        Map<String, Node> entries = entries(node, path);
        if (entries == null) {
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        entries.forEach((key, child) -> {
            Object value = bind(child, element, path + "/" + key);
            if (value != null) {
                values.put(key, value);
            }
        });
        return values.size() == entries.size() ? values : null;
    }

    private @Nullable Object bindRecord(Node node, Class<?> type, String path) {
        Shorthand shorthand = type.getAnnotation(Shorthand.class);
        Map<String, Node> entries =
                shorthand != null && node instanceof ScalarNode ? Map.of(shorthand.value(), node) : entries(node, path);
        if (entries == null) {
            return null;
        }
        List<String> known = Keys.names(type);
        entries.forEach((key, child) -> {
            if (!known.contains(key)) {
                problems.add(
                        keyPlace(path, key, child),
                        "unknown key '" + key + "'" + within(path) + ".",
                        Nearest.question(key, known) + "Allowed here: " + String.join(", ", known) + ".");
            }
        });
        return construct(node, type, entries, path);
    }

    private @Nullable Object construct(Node node, Class<?> type, Map<String, Node> entries, String path) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(node, components[i], entries, path);
        }
        if (Arrays.asList(values).contains(null)) {
            return null;
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof MlException refusal) {
                problems.add(place(node), refusal.problem(), refusal.remedy());
                return null;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object component(Node node, RecordComponent component, Map<String, Node> entries, String path) {
        if (component.isAnnotationPresent(Inline.class)) {
            return construct(node, component.getType(), entries, path);
        }
        String key = Keys.of(component);
        Node child = entries.get(key);
        Named named = component.getAnnotation(Named.class);
        if (child != null && named != null) {
            return name(child, Named.Names.of(named, catalog), path + "/" + key);
        }
        if (child != null) {
            return bind(child, component.getGenericType(), path + "/" + key);
        }
        Default absent = component.getAnnotation(Default.class);
        if (absent != null) {
            return new SpecBinder(problems, catalog)
                    .bind(compose(absent.value()), component.getGenericType(), path + "/" + key);
        }
        return empty(component.getType()).orElseGet(() -> {
            problems.add(place(node), "the key '" + key + "'" + within(path) + " is missing.", "Add it.");
            return null;
        });
    }

    /** Whether a value is what stands for an absent key. */
    static boolean isDefault(RecordComponent component, Object value) {
        Default absent = component.getAnnotation(Default.class);
        return absent != null
                && value.equals(new SpecBinder(new Problems(Path.of("")), Catalog.builtIn())
                        .bind(compose(absent.value()), component.getGenericType(), ""));
    }

    private static Optional<Object> empty(Class<?> type) {
        if (type == Optional.class) {
            return Optional.of(Optional.empty());
        }
        if (type == OptionalDouble.class) {
            return Optional.of(OptionalDouble.empty());
        }
        if (type == OptionalLong.class) {
            return Optional.of(OptionalLong.empty());
        }
        return Optional.empty();
    }

    private @Nullable Map<String, Node> entries(Node node, String path) {
        if (!(node instanceof MappingNode mapping)) {
            problem(node, path, "is " + kind(node), "Write keys with values, one on a line: 'key: value'.");
            return null;
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                problem(tuple.getKeyNode(), path, "has a key that is no text", "Write a plain word as the key.");
                continue;
            }
            String key = keyNode.getValue();
            Place first = places.get(path + "/" + key);
            if (entries.containsKey(key) && first != null) {
                problems.add(
                        place(keyNode),
                        "the key '" + key + "' is here a second time; the first is on line " + first.line() + ".",
                        "Remove one of them.");
                continue;
            }
            places.put(path + "/" + key, place(keyNode));
            entries.put(key, tuple.getValueNode());
        }
        return entries;
    }

    private Place keyPlace(String path, String key, Node child) {
        return places.getOrDefault(path + "/" + key, place(child));
    }

    private void problem(Node node, String path, String what, String remedy) {
        String name = path.isEmpty() ? "the file" : "'" + path.substring(1).replace('/', '.') + "'";
        problems.add(place(node), name + " " + what + ".", remedy);
    }

    private static String within(String path) {
        return path.isEmpty() ? "" : " in '" + path.substring(1).replace('/', '.') + "'";
    }

    private static String kind(Node node) {
        if (node instanceof MappingNode) {
            return "a mapping";
        }
        return node instanceof SequenceNode ? "a list" : "a single value";
    }

    private static Node compose(String text) {
        return new Compose(LoadSettings.builder().build()).composeString(text).orElseThrow();
    }
}
