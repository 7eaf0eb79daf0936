package io.github.mlmaven.spec;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Numbers;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** How large a model.yaml can be: far more than a person writes, and no more than can be read in a second. */
final class SpecLimits {

    /** How deep lists and mappings can be nested, with what aliases stand for. */
    static final int MAX_DEPTH = 64;
    /** How many keys, values, lists and mappings there can be, with what aliases stand for. */
    static final int MAX_VALUES = 100_000;
    /** How many letters a key can have. */
    static final int MAX_KEY = 256;

    private final Path file;

    SpecLimits(Path file) {
        this.file = file;
    }

    void requireDepth(int depth, Optional<Mark> mark) {
        if (depth > MAX_DEPTH) {
            throw refused(
                    mark,
                    "lists and mappings are nested more than " + MAX_DEPTH + " deep.",
                    "Look for brackets that are not closed.");
        }
    }

    void requireValues(long values, Optional<Mark> mark) {
        if (values > MAX_VALUES) {
            throw refused(
                    mark,
                    "the file has more than " + Numbers.count(MAX_VALUES) + " values.",
                    "Leave to the data what is in the data, and repeat less by aliases.");
        }
    }

    MlException refused(Optional<Mark> mark, String problem, String remedy) {
        int line = mark.map(Mark::getLine).orElse(0) + 1;
        int column = mark.map(Mark::getColumn).orElse(0) + 1;
        return new MlException(
                "%s line %s, column %s: %s".formatted(file.getFileName(), line, column, problem), remedy);
    }
}
