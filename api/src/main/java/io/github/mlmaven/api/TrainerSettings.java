package io.github.mlmaven.api;

/**
 * How a trainer works.
 *
 * @param arguments of its own parameters
 * @param seed of every random choice
 * @param threads at least 1; changes the time, never the result
 */
public record TrainerSettings(Arguments arguments, long seed, int threads) {}
