/**
 * Whether a model is good enough. Sees metrics and limits, never a model or a row, and fails closed: what was not measured
 * does not pass. Enter at {@link io.github.mlmaven.gate.Gates}.
 */
@NullMarked
package io.github.mlmaven.gate;

import org.jspecify.annotations.NullMarked;
