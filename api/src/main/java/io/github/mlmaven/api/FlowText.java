package io.github.mlmaven.api;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words and mappings of words on one line, as YAML's flow style has them: {@code {fraud: {ok: 10}}}. What could be taken for
 * something else is in quotes, as JSON has it, and brackets are never written as such, so that they can mean something around
 * it.
 */
final class FlowText {

    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}_./+-]([\\p{L}\\p{N} _./+-]*[\\p{L}\\p{N}_./+-])?%?");

    private final String text;
    private int at;

    private FlowText(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** A word, in quotes where it needs them. */
    static String word(String word) {
        return PLAIN.matcher(word).matches() ? word : quoted(word);
    }

    private static String quoted(String word) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (letter == '[' || letter == ']' || !isPrinted(letter)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isPrinted(char letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** A mapping of words to mappings of words, sorted. */
    static String matrix(SortedMap<String, SortedMap<String, String>> rows) {
        return rows.entrySet().stream()
                .map(row -> word(row.getKey()) + ": " + mapping(row.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String mapping(SortedMap<String, String> row) {
        return row.entrySet().stream()
                .map(entry -> word(entry.getKey()) + ": " + word(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** The mapping that a text is; empty where it is none, or has a key twice. */
    static Optional<SortedMap<String, SortedMap<String, String>>> matrix(String text) {
        try {
            FlowText flow = new FlowText(text, 0);
            SortedMap<String, SortedMap<String, String>> rows = flow.entries(() -> flow.entries(flow::next));
            return flow.at == text.length() ? Optional.of(rows) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The words of {@code beta=2, label=fraud}, which an end follows with which the text ends.
     *
     * @throws IllegalArgumentException if it is none such
     */
    static SortedMap<String, String> arguments(String text, int from, char end) {
        FlowText flow = new FlowText(text, from);
        SortedMap<String, String> arguments = flow.entries('=', end, flow::nextOrMatrix);
        if (flow.at != text.length()) {
            throw flow.unexpected();
        }
        return arguments;
    }

    private interface Next<V> {
        V read();
    }

    private <V> SortedMap<String, V> entries(Next<V> value) {
        require('{');
        return entries(':', '}', value);
    }

    private <V> SortedMap<String, V> entries(char between, char end, Next<V> value) {
        SortedMap<String, V> entries = new TreeMap<>();
        skipBlanks();
        while (!comes(end)) {
            String key = next();
            require(between);
            if (entries.put(key, value.read()) != null) {
                throw new IllegalArgumentException("'" + key + "' stands twice in " + text);
            }
            skipBlanks();
            if (!comes(end)) {
                require(',');
            }
        }
        require(end);
        return Collections.unmodifiableSortedMap(entries);
    }

    /** A word, or the text of a mapping as it stands. */
    private String nextOrMatrix() {
        skipBlanks();
        int from = at;
        if (!comes('{')) {
            return next();
        }
        entries(() -> entries(this::next));
        return text.substring(from, at);
    }

    private String next() {
        skipBlanks();
        if (comes('"')) {
            return unquoted();
        }
        int from = at;
        while (at < text.length() && ",:=(){}[]\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at).strip();
        if (!PLAIN.matcher(word).matches()) {
            throw unexpected();
        }
        return word;
    }

    private String unquoted() {
        require('"');
        StringBuilder word = new StringBuilder();
        while (!comes('"')) {
            char letter = take();
            word.append(letter == '\\' ? escaped() : letter);
        }
        require('"');
        return word.toString();
    }

    private char escaped() {
        char letter = take();
        if (letter != 'u') {
            return letter;
        }
        String digits = "" + take() + take() + take() + take();
        return (char) Integer.parseInt(digits, 16);
    }

    private boolean comes(char letter) {
        return at < text.length() && text.charAt(at) == letter;
    }

    private void require(char letter) {
        skipBlanks();
        if (!comes(letter)) {
            throw unexpected();
        }
        at++;
    }

    private char take() {
        if (at == text.length()) {
            throw unexpected();
        }
        return text.charAt(at++);
    }

    private void skipBlanks() {
        while (comes(' ')) {
            at++;
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("unexpected at letter " + (at + 1) + " of " + text);
    }
}
