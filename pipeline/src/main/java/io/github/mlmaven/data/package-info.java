/**
 * The rows of a model's data: typed batches, in the order of the files, each row in one split, read by an engine that can
 * reach nothing but the declared files. All SQL of the house stands here. Enter at {@link io.github.mlmaven.data.Table}; a
 * further kind of source is one more {@code Source}. What a database has is made a file first, by
 * {@link io.github.mlmaven.data.DatabaseFetch}.
 */
@NullMarked
package io.github.mlmaven.data;

import org.jspecify.annotations.NullMarked;
