package io.github.mlmaven.spec;

import io.github.mlmaven.spec.SpecFile.Place;
import io.github.mlmaven.text.Numbers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What can be wrong with the form of a value, each said in one place: with the value's path, and with an example of what is right. */
final class FormProblems {

    private final Problems problems;
    private final Map<String, String> examples = new HashMap<>();

    FormProblems(Problems problems) {
        this.problems = problems;
    }

    /** What a right value looks like, for messages about the path and what is below it. */
    void example(String path, String example) {
        examples.putIfAbsent(path, example);
    }

    void noText(Node node, String path, String expected) {
        boolean bracketed = node instanceof SequenceNode list
                && list.getValue().size() == 1
                && list.getValue().get(0) instanceof ScalarNode;
        add(node, path, "is " + kind(node), "Write " + expected + (bracketed ? ", without brackets." : "."));
    }

    void noValue(Node node, String path, String expected) {
        boolean written =
                node instanceof ScalarNode scalar && !scalar.getValue().isEmpty();
        String quoted = written ? ", or '" + ((ScalarNode) node).getValue() + "' in quotes if it is a text" : "";
        add(node, path, "has no value", "Write " + expected + quoted + ", or remove the key.");
    }

    void noList(Node node, String path) {
        String example = node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
                ? "[" + Shown.of(scalar.getValue()) + "]"
                : examples.getOrDefault(path, "[a, b]");
        add(node, path, "is " + kind(node), "Write a list: " + example + ", or lines that begin with '- '.");
    }

    void noMapping(Node node, String path) {
        add(node, path, "is " + kind(node), "Write keys with values, one on a line: '" + nearestExample(path) + "'.");
    }

    void tooMany(Node node, String path, int found, int most) {
        add(node, path, "has " + Numbers.count(found) + " entries", "Write " + Numbers.count(most) + " at most.");
    }

    void wrong(Node node, String path, String found, String remedy) {
        add(node, path, "is " + Shown.quoted(found), remedy);
    }

    void keyIsNoText(Node key, String path) {
        add(key, path, "has a key that is no text", "Write a plain word as the key.");
    }

    void keyIsLong(Node key, String path) {
        add(
                key,
                path,
                "has a key of more than " + SpecLimits.MAX_KEY + " letters",
                "Write a short word as the key; a text that has a ':' in it needs quotes.");
    }

    void duplicate(Place place, String key, int first) {
        problems.add(
                place,
                "the key " + Shown.quoted(key) + " is here a second time; the first is on line " + first + ".",
                "Remove one of them.");
    }

    void unknown(Place place, String path, String key, List<String> known) {
        problems.add(
                place,
                "unknown key " + Shown.quoted(key) + within(path) + ".",
                () -> (key.equals("<<") ? "YAML 1.2 has no merge keys: write out what is meant. " : "")
                        + Choice.question(key, known, Words.of(Words.KEYS).meant(key))
                        + "Allowed here: " + String.join(", ", known) + ".");
    }

    void absent(Node node, String path, String key) {
        problems.add(SpecBinder.place(node), "the key '" + key + "'" + within(path) + " is missing.", "Add it.");
    }

    private void add(Node node, String path, String what, String remedy) {
        problems.add(SpecBinder.place(node), subject(path) + " " + what + ".", remedy);
    }

    private String nearestExample(String path) {
        String at = path;
        while (!at.isEmpty() && !examples.containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        String example = examples.getOrDefault(at, "key: value");
        // Of a list of mappings, the one in it.
        return example.startsWith("[{") ? example.substring(2, example.length() - 2) : example;
    }

    private static String subject(String path) {
        return path.isEmpty() ? "the file" : Shown.quoted(dotted(path));
    }

    private static String within(String path) {
        return path.isEmpty() ? "" : " in " + Shown.quoted(dotted(path));
    }

    private static String dotted(String path) {
        return path.substring(1).replace('/', '.');
    }

    private static String kind(Node node) {
        if (node instanceof MappingNode) {
            return "a mapping";
        }
        return node instanceof SequenceNode ? "a list" : "a single value";
    }
}
