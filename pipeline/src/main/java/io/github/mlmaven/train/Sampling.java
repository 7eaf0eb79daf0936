package io.github.mlmaven.train;

import io.github.mlmaven.api.Arguments.Reading;

/** The shares of rows and of columns that trees see, up to 1. */
record Sampling(double rows, double columns) {

    static Sampling of(Reading in) {
        return new Sampling(in.real("subsample"), in.real("column-sample"));
    }
}
