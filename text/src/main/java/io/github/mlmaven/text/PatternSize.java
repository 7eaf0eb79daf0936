package io.github.mlmaven.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a regular expression of RE2 becomes. Its matcher writes counted repetitions out, those within others too, so that a
 * short text can take all memory, and follows parentheses as deep as they go.
 */
public final class PatternSize {

    /** Letters and groups, once repetitions are written out. */
    public static final int MOST = 10_000;
    /** Parentheses within parentheses. */
    public static final int DEEPEST = 100;

    private static final Pattern COUNTED = Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?}");
    private static final Pattern CLASS =
            Pattern.compile("\\[\\^?]?(?:\\\\.|\\[:\\^?[a-z]+:]|[^\\\\\\]])*+]?", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:[pPx]\\{[^}]*}?|.?)", Pattern.DOTALL);

    private final String pattern;
    /** Sizes of what is around the group at hand. */
    private final Deque<Long> around = new ArrayDeque<>();

    private long size;
    private long last;

    private PatternSize(String pattern) {
        this.pattern = pattern;
    }

    /** What is too large about a pattern, as a clause; empty if nothing is. */
    public static Optional<String> tooLarge(String pattern) {
        return new PatternSize(pattern).measure();
    }

    private Optional<String> measure() {
        int at = 0;
        while (at < pattern.length()) {
            at = next(at);
            if (around.size() > DEEPEST) {
                return Optional.of("has more than " + DEEPEST + " parentheses within each other");
            }
            if (size > MOST || around.stream().anyMatch(outer -> outer > MOST)) {
                return Optional.of(
                        "has more than " + Numbers.count(MOST) + " letters once its repetitions are written out");
            }
        }
        return Optional.empty();
    }

    /** Takes what begins at a letter; where the next begins. */
    private int next(int at) {
        switch (pattern.charAt(at)) {
            case '\\' -> {
                return atom(ESCAPED, at);
            }
            case '[' -> {
                return atom(CLASS, at);
            }
            case '{' -> {
                return repeated(at);
            }
            case '(' -> {
                around.push(size);
                size = 0;
                last = 0;
            }
            case ')' -> {
                long group = size + 2;
                size = (around.isEmpty() ? 0 : around.pop()) + group;
                last = group;
            }
            default -> add(1);
        }
        return at + 1;
    }

    private int atom(Pattern form, int at) {
        Matcher matcher = form.matcher(pattern).region(at, pattern.length());
        add(1);
        return matcher.lookingAt() ? Math.max(matcher.end(), at + 1) : at + 1;
    }

    private int repeated(int at) {
        Matcher counted = COUNTED.matcher(pattern).region(at, pattern.length());
        if (!counted.lookingAt()) {
            add(1);
            return at + 1;
        }
        String most = counted.group(2);
        long times =
                Math.max(Long.parseLong(counted.group(1)), most == null || most.isEmpty() ? 0 : Long.parseLong(most));
        long more = last * Math.max(0, times - 1);
        size += more;
        last += more;
        return counted.end();
    }

    private void add(long atoms) {
        size += atoms;
        last = atoms;
    }
}
