/**
 * What the steps of a build tell each other: the table of the steps, one record for each of their results under
 * {@code target/ml/<name>}, the finding and the verdict, and what decides whether a step must run and makes its outputs
 * count. Enter at {@link io.github.mlmaven.step.Steps} for what there is, at {@link io.github.mlmaven.step.BuildState} for
 * how far a build has come.
 */
@NullMarked
package io.github.mlmaven.step;

import org.jspecify.annotations.NullMarked;
