/** Rows of files that a model predicts, held to the schema that its requests are held to. Enter at {@code FilePredictions}. */
@NullMarked
package io.github.mlmaven.predict;

import org.jspecify.annotations.NullMarked;
