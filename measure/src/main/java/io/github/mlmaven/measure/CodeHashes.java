package io.github.mlmaven.measure;

import io.github.mlmaven.api.Dictionary;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The hashes of a column's texts by code, each computed once for a dictionary. */
public final class CodeHashes {

    private @Nullable Dictionary of;
    private long[] hashes = new long[16];
    private int known;

    /** By code; valid until a dictionary is asked for again. */
    public long[] of(Dictionary dictionary) {
        if (dictionary != of) {
            of = dictionary;
            known = 0;
        }
        int size = dictionary.size();
        if (size > hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.max(size, 2 * hashes.length));
        }
        for (; known < size; known++) {
            hashes[known] = Hash.of(dictionary.text(known));
        }
        return hashes;
    }
}
