package io.github.mlmaven.validate;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What checks ask for beside the rows.
 *
 * @param references the keys of other tables
 * @param today what day it is, if somebody said so
 */
public record ToldChecks(ReferencedKeys references, Optional<LocalDate> today) {

    static final ToldChecks NOTHING = new ToldChecks(ReferencedKeys.NONE, Optional.empty());
}
