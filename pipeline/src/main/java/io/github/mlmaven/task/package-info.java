/**
 * All that differs between tasks while a model is made, from the rules for labels to the parts of an evaluation. Enter at
 * {@link io.github.mlmaven.task.TaskKind}.
 */
@NullMarked
package io.github.mlmaven.task;

import org.jspecify.annotations.NullMarked;
