/**
 * What everything else is said in: tasks, column types, and the exception that tells a person what to do.
 */
@NullMarked
package io.github.mlmaven.api;

import org.jspecify.annotations.NullMarked;
