/**
 * A first model.yaml, guessed from data that nobody has described yet: all rows are read as texts, each guess has its reason,
 * and the gates are what a first model keeps. Enter at {@link io.github.mlmaven.draft.Drafting}; a further form that values
 * can have is one more {@code TextForm}.
 */
@NullMarked
package io.github.mlmaven.draft;

import org.jspecify.annotations.NullMarked;
