/**
 * How good a model is: its metrics on the test rows, over all of them and by slice. Enter at
 * {@link io.github.mlmaven.evaluate.Evaluator}.
 */
@NullMarked
package io.github.mlmaven.evaluate;

import org.jspecify.annotations.NullMarked;
