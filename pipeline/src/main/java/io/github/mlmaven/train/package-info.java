/**
 * How a model is fitted: the encoder, trainers of trees and of linear models, and the model as files. Enter at
 * {@link io.github.mlmaven.train.Fit}.
 */
@NullMarked
package io.github.mlmaven.train;

import org.jspecify.annotations.NullMarked;
