package io.github.mlmaven.train;

import io.github.mlmaven.api.Arguments.Reading;
import io.github.mlmaven.text.Numbers;
import java.util.SortedMap;

/** How far a tree grows, and how finely it splits. */
record Growth(int maxDepth, double minChildWeight, int maxBins) {

    static Growth of(Reading in) {
        return new Growth(in.whole("max-depth"), in.real("min-child-weight"), in.whole("max-bins"));
    }

    void tell(SortedMap<String, Object> engine) {
        engine.put("max_depth", Integer.toString(maxDepth));
        engine.put("min_child_weight", Numbers.plain(minChildWeight));
        engine.put("max_bin", Integer.toString(maxBins));
    }
}
