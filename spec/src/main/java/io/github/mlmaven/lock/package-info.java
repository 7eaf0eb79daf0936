/**
 * What people accepted: {@code model.lock.json}, one line for each fact about inputs, settings, outputs and metrics of the
 * accepted model. Enter at {@link io.github.mlmaven.lock.Lock}.
 */
@NullMarked
package io.github.mlmaven.lock;

import org.jspecify.annotations.NullMarked;
