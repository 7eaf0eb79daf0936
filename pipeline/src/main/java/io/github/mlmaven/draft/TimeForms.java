package io.github.mlmaven.draft;

import io.github.mlmaven.spec.TimeTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In which ways of writing dates and timestamps all texts of a column are some. */
final class TimeForms {

    private static final List<TimeTexts> TEXTS =
            TimePattern.ALL.stream().map(TimePattern::texts).toList();

    private final List<Integer> possible = new ArrayList<>();
    private boolean begun;

    /** Once it was told that a text is none, it is asked no more. */
    void add(String text) {
        if (!begun) {
            begun = true;
            for (int i = 0; i < TEXTS.size(); i++) {
                possible.add(i);
            }
        }
        possible.removeIf(i -> TEXTS.get(i).read(text).isEmpty());
    }

    /** A text that is neither a date nor digits. */
    void none() {
        begun = true;
        possible.clear();
    }

    Facts facts() {
        return new Facts(possible.stream().map(TimePattern.ALL::get).toList(), Optional.empty());
    }

    /**
     * What was seen.
     *
     * @param patterns that read every text, the strictest first
     * @param asIn another column, which told some of them from others
     */
    record Facts(List<TimePattern> patterns, Optional<String> asIn) {

        static final Facts NONE = new Facts(List.of(), Optional.empty());

        Facts {
            patterns = List.copyOf(patterns);
        }

        /** Whether the first number may be the day as well as the month. */
        boolean isDoubtful() {
            return !patterns.isEmpty() && patterns.stream().anyMatch(patterns.get(0)::isTwisted);
        }

        /** The same, of which another column tells what comes first. */
        Facts ordered(TimePattern.Order order, String column) {
            return new Facts(
                    patterns.stream()
                            .filter(pattern -> pattern.order() == order)
                            .toList(),
                    Optional.of(column));
        }
    }
}
