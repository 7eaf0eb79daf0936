package io.github.mlmaven.data;

import io.github.mlmaven.text.Nearest;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the engine says of a condition that it cannot evaluate, as a phrase without an end. */
final class ConditionFault {

    private static final Pattern NO_COLUMN =
            Pattern.compile("Binder Error: Referenced column \"(.*)\" (not found in FROM clause|was not found).*");

    private ConditionFault() {}

    /**
     * The first line of a message, and of a name that is no column's, what may be meant.
     *
     * @param columns that a condition can name
     */
    static String of(String message, Collection<String> columns) {
        String first = firstLine(message);
        Matcher absent = NO_COLUMN.matcher(first);
        if (!absent.matches()) {
            return first;
        }
        String name = absent.group(1);
        return "'%s' is no column of the data; %s"
                .formatted(
                        name,
                        Nearest.to(name, columns)
                                .map(near -> "the nearest is '" + near + "'")
                                .orElse("a text has single quotes"));
    }

    static String firstLine(String message) {
        return message.lines().findFirst().orElse("unknown").replaceAll("[.!]+$", "");
    }
}
