package io.github.mlmaven.spec;

import io.github.mlmaven.spec.SpecFile.Place;
import io.github.mlmaven.text.Nearest;
import io.github.mlmaven.text.Numbers;
import io.github.mlmaven.text.Shown;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What can be wrong with the form of a value, each said in one place: with the value's path, and with an example of what is right. */
final class FormProblems {

    private final Problems problems;
    private final Map<String, String> examples = new HashMap<>();
    private final Set<String> misspelt = new HashSet<>();
    private final Set<String> entries = new HashSet<>();

    FormProblems(Problems problems) {
        this.problems = problems;
    }

    /** What a right value looks like, for messages about the path and what is below it. */
    void example(String path, String example) {
        examples.putIfAbsent(path, example);
    }

    /** The path of an entry of a list, which a path alone does not tell: a column may be named {@code 0}. */
    String entry(String list, int index) {
        String path = list + "/" + index;
        entries.add(path);
        return path;
    }

    void noText(Node node, String path, String expected) {
        boolean bracketed = node instanceof SequenceNode list
                && list.getValue().size() == 1
                && list.getValue().get(0) instanceof ScalarNode;
        add(node, path, "is " + kind(node), "Write " + expected + (bracketed ? ", without brackets." : "."));
    }

    void noValue(ScalarNode node, String path, String expected) {
        String quoted = node.getValue().isEmpty() ? "" : ", or '" + node.getValue() + "' in quotes if it is a text";
        add(node, path, "has no value", "Write " + expected + quoted + ", or remove " + removable(path) + ".");
    }

    void noList(Node node, String path) {
        String example = examples.getOrDefault(path, "[a, b]");
        if (node instanceof ScalarNode scalar && !SpecBinder.isNull(scalar)) {
            example = "[" + Shown.of(scalar.getValue()) + "]";
        }
        wrongKind(node, path, "Write a list: " + example + ", or lines that begin with '- '");
    }

    void noMapping(Node node, String path) {
        wrongKind(node, path, "Write keys with values" + example(path));
    }

    private void wrongKind(Node node, String path, String remedy) {
        if (node instanceof ScalarNode scalar && SpecBinder.isNull(scalar)) {
            add(node, path, "has no value", remedy + ", or remove " + removable(path) + ".");
        } else {
            add(node, path, "is " + kind(node), remedy + ".");
        }
    }

    private String removable(String path) {
        return entries.contains(path) ? "it" : "the key";
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
        Optional<String> meant = Words.of(Words.KEYS).meant(key).filter(known::contains);
        meant.or(() -> Nearest.to(key, known)).ifPresent(name -> misspelt.add(path + "/" + name));
        problems.add(
                place,
                "unknown key " + Shown.quoted(key) + within(path) + ".",
                () -> hint(key)
                        + JdbcRules.hint(path, key)
                        + Choice.question(key, known, meant)
                        + "Allowed here: " + String.join(", ", known) + ".");
    }

    private static String hint(String key) {
        if (key.equals("<<")) {
            return "YAML 1.2 has no merge keys: write out what is meant. ";
        }
        return key.matches("[0-9]+%?") ? "If it is what follows a decimal comma, write a point: 80.5. " : "";
    }

    /** A key that must be there; one that is there by another name is told by that name alone. */
    void absent(Node node, String path, String key) {
        if (!misspelt.contains(path + "/" + key)) {
            problems.add(SpecBinder.place(node), "the key '" + key + "'" + within(path) + " is missing.", "Add it.");
        }
    }

    private void add(Node node, String path, String what, String remedy) {
        problems.add(SpecBinder.place(node), subject(path) + " " + what + ".", remedy);
    }

    /** That of the path, or of one above it the part that is a mapping. */
    private String example(String path) {
        if (examples.containsKey(path)) {
            return ", one on a line: '" + examples.get(path) + "'";
        }
        String at = path;
        while (!at.isEmpty() && !examples.containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        String above = examples.getOrDefault(at, "");
        return above.contains("{")
                ? ": " + above.substring(above.indexOf('{'), above.lastIndexOf('}') + 1)
                : ", one on a line: 'key: value'";
    }

    private String subject(String path) {
        return path.isEmpty() ? "the file" : named(path);
    }

    private String within(String path) {
        return path.isEmpty() ? "" : " in " + named(path);
    }

    /** {@code 'baseline.max-increase' in entry 2 of 'gates'}: entries count from 1, as people do. */
    private String named(String path) {
        String entry = path;
        while (!entry.isEmpty() && !entries.contains(entry)) {
            entry = entry.substring(0, entry.lastIndexOf('/'));
        }
        if (entry.isEmpty()) {
            return Shown.quoted(dotted(path));
        }
        int slash = entry.lastIndexOf('/');
        int number = Integer.parseInt(entry.substring(slash + 1)) + 1;
        String name = "entry " + number + " of " + named(entry.substring(0, slash));
        return path.equals(entry) ? name : Shown.quoted(dotted(path.substring(entry.length()))) + " in " + name;
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
