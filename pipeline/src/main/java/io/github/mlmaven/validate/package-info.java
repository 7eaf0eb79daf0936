/**
 * What is wrong with data and what it looks like: constraints and a profile, measured together in one pass over the rows.
 * Enter at {@link io.github.mlmaven.validate.DataValidation}.
 */
@NullMarked
package io.github.mlmaven.validate;

import org.jspecify.annotations.NullMarked;
