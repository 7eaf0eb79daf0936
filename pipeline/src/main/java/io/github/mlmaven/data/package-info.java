/**
 * The rows of a model's data, loaded once into an engine that can reach nothing but the declared files: typed by the schema,
 * in the order of the files, each row in one split. Enter at {@link io.github.mlmaven.data.Table}.
 */
@NullMarked
package io.github.mlmaven.data;

import org.jspecify.annotations.NullMarked;
