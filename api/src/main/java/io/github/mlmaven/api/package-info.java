/**
 * What everything else is said in: rows as typed columns ({@link io.github.mlmaven.api.Batch}), tasks, and the exception that
 * tells a person what to do; and what trainers, metrics and transforms tell of themselves
 * ({@link io.github.mlmaven.api.Descriptor}). It needs nothing but the JDK.
 */
@NullMarked
package io.github.mlmaven.api;

import org.jspecify.annotations.NullMarked;
