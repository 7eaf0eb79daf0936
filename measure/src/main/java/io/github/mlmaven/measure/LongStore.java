package io.github.mlmaven.measure;

import java.util.function.Supplier;

/** Keeps arrays of numbers that nobody changes any more, in memory or elsewhere. Many threads may use it. */
public interface LongStore {

    /** All in memory. */
    LongStore MEMORY = chunk -> () -> chunk;

    /**
     * Takes an array.
     *
     * @return gets it again, as often as asked for; whoever does must not change it
     */
    Supplier<long[]> keep(long[] chunk);
}
