package io.github.mlmaven.measure;

/** A value as text, as {@link io.github.mlmaven.api.Column#text} writes it, and how many rows have it. */
public record Frequency(String value, long rows) {}
