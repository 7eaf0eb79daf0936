/**
 * Whether rows are of another distribution than earlier ones, by counts alone: formulas without state, for a build as for a
 * server. Each says how far something moved, between bounds that hold but for a chance that the caller chooses. Enter at {@link
 * io.github.mlmaven.measure.drift.Moved}.
 */
@NullMarked
package io.github.mlmaven.measure.drift;

import org.jspecify.annotations.NullMarked;
