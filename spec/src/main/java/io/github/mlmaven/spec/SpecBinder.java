package io.github.mlmaven.spec;

import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.spec.RecordForm.Part;
import io.github.mlmaven.spec.SpecFile.Place;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
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

    private static final Set<String> NULLS = Set.of("~", "Null", "NULL");

    private final Problems problems;
    private final FormProblems forms;
    private final Catalog catalog;
    private final Map<String, Place> places = new LinkedHashMap<>();
    /** Of the rules of each record, by its path. */
    private final Map<String, Map<String, RuleTerms>> terms = new HashMap<>();

    private Optional<Task> task = Optional.empty();

    SpecBinder(Problems problems, Catalog catalog) {
        this.problems = problems;
        this.forms = new FormProblems(problems);
        this.catalog = catalog;
    }

    /** Empty only if there are problems. */
    Optional<ModelSpec> bind(Node root) {
        task = task(root);
        return Optional.ofNullable((ModelSpec) bind(root, ModelSpec.class, ""));
    }

    /** The task, before anything is bound: what the names of its metrics are told by. */
    private static Optional<Task> task(Node root) {
        return root instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals("task"))
                        .map(NodeTuple::getValueNode)
                        .filter(ScalarNode.class::isInstance)
                        .flatMap(value -> ScalarBinder.read(((ScalarNode) value).getValue(), Task.class).stream())
                        .map(Task.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    /** What a text of our own says, which is right. */
    static Object constant(String yaml, Type type) {
        SpecBinder binder = new SpecBinder(new Problems(Path.of("default")), Catalog.builtIn());
        return Objects.requireNonNull(binder.bind(YamlTree.of(yaml), type, ""), yaml);
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
                forms.wrong(node, path, text.get(), ScalarBinder.remedy(text.get(), type));
            }
            return value.orElse(null);
        } catch (MlException e) {
            problems.add(place(node), e.problem(), e.remedy());
            return null;
        }
    }

    private @Nullable Object names(Node node, Named named, String path) {
        if (!(node instanceof SequenceNode sequence)) {
            forms.noList(node, path);
            return null;
        }
        List<Object> found = new ArrayList<>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            Node entry = sequence.getValue().get(i);
            String here = forms.entry(path, i);
            places.putIfAbsent(here, place(entry));
            Object name = name(entry, named, here);
            if (name != null) {
                found.add(name);
            }
        }
        return found.size() == sequence.getValue().size() ? found : null;
    }

    private @Nullable Object name(Node node, Named named, String path) {
        return named.value() == MetricDescriptor.class && node instanceof MappingNode
                ? new MetricBinder(this, forms).bind(node, named, path)
                : known(node, named, path);
    }

    @Nullable
    Object known(Node node, Named named, String path) {
        List<String> known = Named.Names.of(named, catalog);
        Optional<String> name = text(node, path, "one of " + String.join(", ", Named.Names.of(named, catalog, task)));
        if (name.isPresent() && !known.contains(name.get())) {
            List<String> offered = Named.Names.of(named, catalog, task);
            Optional<String> written = MetricBinder.written(name.get(), offered);
            String question = Choice.question(name.get(), offered, catalog.meant(named.value(), name.get()));
            forms.wrong(
                    node,
                    path,
                    name.get(),
                    written.map(text -> "Write " + text + ".")
                            .orElseGet(() -> question + "Write one of " + Choice.list(name.get(), offered) + "."));
            return null;
        }
        return name.orElse(null);
    }

    /** The text of a single value; empty with a problem where it is none. */
    Optional<String> text(Node node, String path, String expected) {
        if (!(node instanceof ScalarNode scalar)) {
            forms.noText(node, path, expected);
            return Optional.empty();
        }
        if (isNull(scalar)) {
            forms.noValue(scalar, path, expected);
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    // As YAML 1.2 has it; the parser's own schema lacks some of these, and the one that has them merges '<<'.
    static boolean isNull(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.NULL)
                || (scalar.getScalarStyle() == ScalarStyle.PLAIN && NULLS.contains(scalar.getValue()));
    }

    private @Nullable Object list(Node node, Type element, String path) {
        if (!(node instanceof SequenceNode sequence)) {
            forms.noList(node, path);
            return null;
        }
        List<Object> values = new ArrayList<>();
        boolean whole = true;
        for (int i = 0; i < sequence.getValue().size(); i++) {
            Object value = bind(sequence.getValue().get(i), element, forms.entry(path, i));
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
        RecordForm form = RecordForm.of(type);
        entries.forEach((key, child) -> {
            if (!form.keys().contains(key)) {
                forms.unknown(places.getOrDefault(path + "/" + key, place(child)), path, key, form.keys());
            }
        });
        return construct(node, form, entries, path);
    }

    private @Nullable Object construct(Node node, RecordForm form, Map<String, Node> entries, String path) {
        @Nullable Object[] values = new @Nullable Object[form.parts().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = part(node, form.parts().get(i), entries, path);
        }
        return Arrays.asList(values).contains(null) ? null : form.make(values);
    }

    private @Nullable Object part(Node node, Part part, Map<String, Node> entries, String path) {
        if (part.isInline()) {
            return construct(node, RecordForm.of((Class<?>) part.type()), entries, path);
        }
        if (part.isOfRules()) {
            return terms.getOrDefault(path, Map.of());
        }
        Node child = entries.get(part.key());
        if (child != null && part.says(Rule.class).isPresent() && LongRule.is(child)) {
            Node value = rule(child, path, part.key());
            return value == null ? null : given(value, part, path + "/" + part.key());
        }
        if (child != null) {
            return given(child, part, path + "/" + part.key());
        }
        if (part.absent().isEmpty()) {
            forms.absent(node, path, part.key());
        }
        return part.absent().orElse(null);
    }

    /** The value of a rule that is written with its terms, which are remembered. */
    private @Nullable Node rule(Node node, String record, String key) {
        String path = record + "/" + key;
        Map<String, Node> entries = entries(node, path);
        if (entries == null) {
            return null;
        }
        entries.forEach((name, child) -> {
            if (!LongRule.KEYS.contains(name)) {
                forms.unknown(places.getOrDefault(path + "/" + name, place(child)), path, name, LongRule.KEYS);
            }
        });
        RuleTerms found = (RuleTerms) construct(node, RecordForm.of(RuleTerms.class), entries, path);
        if (found != null && !found.equals(RuleTerms.USUAL)) {
            terms.computeIfAbsent(record, absent -> new TreeMap<>()).put(key, found);
        }
        if (!entries.containsKey(Rule.VALUE)) {
            forms.absent(node, path, Rule.VALUE);
        }
        return entries.get(Rule.VALUE);
    }

    private @Nullable Object given(Node node, Part part, String path) {
        part.says(Example.class).ifPresent(example -> forms.example(path, example.value()));
        Optional<AtMost> most = part.says(AtMost.class);
        if (most.isPresent()
                && node instanceof CollectionNode<?> entries
                && entries.getValue().size() > most.get().value()) {
            forms.tooMany(node, path, entries.getValue().size(), most.get().value());
            return null;
        }
        Optional<Named> named = part.says(Named.class);
        if (named.isEmpty()) {
            return bind(node, part.type(), path);
        }
        return part.type() == String.class ? name(node, named.get(), path) : names(node, named.get(), path);
    }

    @Nullable
    Map<String, Node> entries(Node node, String path) {
        if (!(node instanceof MappingNode mapping)) {
            forms.noMapping(node, path);
            return null;
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            key(tuple.getKeyNode(), path).ifPresent(key -> {
                Place first = places.get(path + "/" + key);
                if (entries.containsKey(key) && first != null) {
                    forms.duplicate(place(tuple.getKeyNode()), key, first.line());
                } else {
                    places.put(path + "/" + key, place(tuple.getKeyNode()));
                    entries.put(key, tuple.getValueNode());
                }
            });
        }
        return entries;
    }

    private Optional<String> key(Node node, String path) {
        if (!(node instanceof ScalarNode key)) {
            forms.keyIsNoText(node, path);
            return Optional.empty();
        }
        if (key.getValue().length() > SpecLimits.MAX_KEY) {
            forms.keyIsLong(node, path);
            return Optional.empty();
        }
        return Optional.of(key.getValue());
    }
}
