/**
 * The chain of steps that brings a model's build up to date, and the worker's entry. Enter at
 * {@link io.github.mlmaven.pipeline.Pipeline}.
 */
@NullMarked
package io.github.mlmaven.pipeline;

import org.jspecify.annotations.NullMarked;
