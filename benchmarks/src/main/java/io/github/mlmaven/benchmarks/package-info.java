/**
 * Paired measurements of the pipeline against the bare engines that it stands on. Enter at
 * {@link io.github.mlmaven.benchmarks.Benchmarks}, which runs each measurement and writes its table.
 */
@NullMarked
package io.github.mlmaven.benchmarks;

import org.jspecify.annotations.NullMarked;
