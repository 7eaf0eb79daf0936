/**
 * How much of a number may be chance. Enter at {@link io.github.mlmaven.chance.Deviations}.
 */
@NullMarked
package io.github.mlmaven.chance;

import org.jspecify.annotations.NullMarked;
