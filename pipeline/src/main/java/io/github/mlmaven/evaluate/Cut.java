package io.github.mlmaven.evaluate;

import io.github.mlmaven.model.Categories;
import java.util.List;

/** Test rows cut by one column. */
final class Cut {

    private static final String MISSING = "(missing)";

    private final List<String> names;
    private final int[] groups;

    /** @param groups by row, an index of the names, or {@link Categories#MISSING} */
    Cut(List<String> names, int[] groups) {
        this.names = names;
        this.groups = groups;
    }

    int rows() {
        return groups.length;
    }

    /** How many groups there can be. */
    int size() {
        return names.size() + 1;
    }

    /** Rows without a value come last. */
    int group(int row) {
        return groups[row] == Categories.MISSING ? names.size() : groups[row];
    }

    String name(int row) {
        return groups[row] == Categories.MISSING ? MISSING : names.get(groups[row]);
    }
}
