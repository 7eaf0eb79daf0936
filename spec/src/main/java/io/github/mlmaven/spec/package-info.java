/**
 * What people decide: {@code model.yaml} as immutable records. Enter at {@link io.github.mlmaven.spec.SpecReader}, which
 * reads the file strictly and names line and column of every error.
 */
@NullMarked
package io.github.mlmaven.spec;

import org.jspecify.annotations.NullMarked;
