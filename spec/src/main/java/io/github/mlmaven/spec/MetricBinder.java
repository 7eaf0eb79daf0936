package io.github.mlmaven.spec;

import io.github.mlmaven.api.MetricName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads a metric that is told something: {@code {name: f-beta, beta: 2}}. Whether it can be told that, {@link MetricRules} say. */
final class MetricBinder {

    /** The key of what is told something, beside which stands what it is told. */
    static final String NAME = "name";

    private static final String EXPECTED = "a text or a number";

    private final SpecBinder binder;
    private final FormProblems forms;

    MetricBinder(SpecBinder binder, FormProblems forms) {
        this.binder = binder;
        this.forms = forms;
    }

    /** The text of a {@link MetricName}, with values as the file has them. */
    @Nullable
    Object bind(Node node, Named named, String path) {
        forms.example(path, "{name: f-beta, beta: 2, label: fraud}");
        Map<String, Node> entries = binder.entries(node, path);
        if (entries == null) {
            return null;
        }
        Node name = entries.remove(NAME);
        if (name == null) {
            forms.absent(node, path, NAME);
            return null;
        }
        Object base = binder.known(name, named, path + "/" + NAME);
        SortedMap<String, String> arguments = new TreeMap<>();
        entries.forEach((key, value) -> argument(value, path + "/" + key).ifPresent(text -> arguments.put(key, text)));
        return base == null || arguments.size() < entries.size()
                ? null
                : new MetricName((String) base, arguments).text();
    }

    /** How a file writes what reports call by one name; empty where a text is none of a known metric. */
    static Optional<String> written(String text, List<String> known) {
        try {
            MetricName name = MetricName.parse(text);
            return known.contains(name.base()) ? Optional.of(name.written()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A word, or a mapping of words to mappings of words. */
    private Optional<String> argument(Node node, String path) {
        if (node instanceof MappingNode) {
            return matrix(node, path);
        }
        Optional<String> text = binder.text(node, path, EXPECTED);
        if (text.isPresent() && text.get().isEmpty()) {
            forms.noValue((ScalarNode) node, path, EXPECTED);
            return Optional.empty();
        }
        return text;
    }

    private Optional<String> matrix(Node node, String path) {
        forms.example(path, "{fraud: {ok: 10}, ok: {fraud: 1}}");
        Map<String, Node> entries = binder.entries(node, path);
        if (entries == null) {
            return Optional.empty();
        }
        SortedMap<String, SortedMap<String, String>> rows = new TreeMap<>();
        entries.forEach((key, value) -> row(value, path + "/" + key).ifPresent(row -> rows.put(key, row)));
        return rows.size() == entries.size() ? Optional.of(MetricName.matrix(rows)) : Optional.empty();
    }

    private Optional<SortedMap<String, String>> row(Node node, String path) {
        Map<String, Node> entries = binder.entries(node, path);
        if (entries == null) {
            return Optional.empty();
        }
        SortedMap<String, String> row = new TreeMap<>();
        entries.forEach(
                (key, value) -> binder.text(value, path + "/" + key, "a number").ifPresent(text -> row.put(key, text)));
        return row.size() == entries.size() ? Optional.of(row) : Optional.empty();
    }
}
