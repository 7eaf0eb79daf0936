package io.github.mlmaven.api;

/**
 * How a transform works.
 *
 * @param arguments of its own parameters
 * @param trainer what the trainer wants of the features
 */
public record TransformSettings(Arguments arguments, TrainerDescriptor.Traits trainer) {}
