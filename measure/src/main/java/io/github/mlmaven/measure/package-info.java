/**
 * What can be told of the columns of a table, as folds over batches: the same value whatever the order of the batches and the
 * number of threads or machines. Enter at {@link io.github.mlmaven.api.Measure} and {@link io.github.mlmaven.measure.Fold}.
 */
@NullMarked
package io.github.mlmaven.measure;

import org.jspecify.annotations.NullMarked;
