package io.github.mlmaven.validate;

import io.github.mlmaven.measure.profile.Sampled;
import io.github.mlmaven.step.Profile.Associations;
import io.github.mlmaven.step.Profile.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What columns tell of the label and of one another, in the sample of training rows. */
final class Relations {

    /** Pairs are looked for among so many columns. */
    private static final int LOOKED = 64;

    private static final int PAIRS = 20;

    private final Map<String, Double> ofLabel = new HashMap<>();
    private final Associations associations;

    /** @param columns of the sample */
    Relations(String label, List<String> columns, Sampled sampled) {
        List<String> others = new ArrayList<>(columns);
        others.remove(label);
        others.forEach(name -> sampled.between(name, label).ifPresent(found -> ofLabel.put(name, found)));
        // A stable sort: columns that tell as much stay in the order of the schema.
        others.sort(Comparator.comparingDouble((String name) -> ofLabel.getOrDefault(name, -1.0))
                .reversed());
        associations = associations(others, sampled);
    }

    Optional<Double> ofLabel(String column) {
        return Optional.ofNullable(ofLabel.get(column));
    }

    Associations associations() {
        return associations;
    }

    private static Associations associations(List<String> others, Sampled sampled) {
        return new Associations(
                sampled.rows(),
                Math.min(LOOKED, others.size()),
                sampled.strongest(others, LOOKED, PAIRS).stream()
                        .map(pair -> new Pair(pair.one(), pair.other(), pair.association()))
                        .toList());
    }
}
