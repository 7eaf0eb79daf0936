package io.github.mlmaven.data;

import io.github.mlmaven.step.Finding;
import java.util.List;

/**
 * What loading did.
 *
 * @param hasText whether the table {@code text} holds the columns of {@code t} as they are written, because some value is
 *     not of its type
 * @param findings what is wrong with the files as such
 */
record Loaded(long rows, boolean hasText, Origins origins, List<Finding> findings) {

    Loaded {
        findings = List.copyOf(findings);
    }
}
