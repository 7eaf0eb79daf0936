/**
 * What the steps of a build tell each other: one record for each file under {@code target/ml/<name>}, the finding and
 * the verdict, and the fingerprints that decide whether a step must run. Enter at {@link io.github.mlmaven.step.BuildState}.
 */
@NullMarked
package io.github.mlmaven.step;

import org.jspecify.annotations.NullMarked;
