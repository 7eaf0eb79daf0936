package io.github.mlmaven.spec;

/**
 * A place in a model.yaml.
 *
 * @param file its name, without folders
 * @param line from 1; 0 where it is not known
 * @param column from 1; 0 where it is not known
 */
public record SpecPlace(String file, int line, int column) {

    /** For messages: {@code model.yaml line 12}. */
    @Override
    public String toString() {
        return line == 0 ? file : file + " line " + line;
    }
}
