/**
 * How a model is fitted: trainers of trees and of linear models, and the model's files.
 */
@NullMarked
package io.github.mlmaven.train;

import org.jspecify.annotations.NullMarked;
