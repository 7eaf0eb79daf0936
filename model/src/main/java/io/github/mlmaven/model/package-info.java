/**
 * What a model is: fitted encoder, predictor, and the bundle that carries both. Enter at
 * {@link io.github.mlmaven.model.MlModel}, which a service loads from its class path and asks for predictions.
 */
@NullMarked
package io.github.mlmaven.model;

import org.jspecify.annotations.NullMarked;
