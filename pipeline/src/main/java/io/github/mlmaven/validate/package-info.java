/**
 * What is wrong with data and what it looks like: the schema and the checks as a handful of SQL statements over the loaded
 * table. Enter at {@link io.github.mlmaven.validate.DataValidation}.
 */
@NullMarked
package io.github.mlmaven.validate;

import org.jspecify.annotations.NullMarked;
