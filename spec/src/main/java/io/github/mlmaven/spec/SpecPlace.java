package io.github.mlmaven.spec;

import java.util.Comparator;

/**
 * A place in a model.yaml.
 *
 * @param file its name, without folders
 * @param line from 1; 0 where it is not known
 * @param column from 1; 0 where it is not known
 */
public record SpecPlace(String file, int line, int column) {

    /** The order in which a reader meets the places of one file. */
    static final Comparator<SpecPlace> IN_THE_FILE =
            Comparator.comparingInt(SpecPlace::line).thenComparingInt(SpecPlace::column);

    /** For messages: {@code model.yaml line 12}. */
    @Override
    public String toString() {
        return line == 0 ? file : file + " line " + line;
    }
}
