package io.github.mlmaven.train;

import io.github.mlmaven.api.Arguments.Reading;

/** The shares of rows and of columns that trees see, in (0, 1]. */
record Shares(double rows, double columns) {

    static Shares of(Reading in) {
        return new Shares(in.real("subsample"), in.real("column-sample"));
    }
}
