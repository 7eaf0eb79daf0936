package io.github.mlmaven.chance;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of several findings are beyond chance, so that with a stated probability none of them is by chance, however they hang
 * together: S. Holm, "A simple sequentially rejective multiple test procedure", 1979.
 */
public final class Holm {

    private Holm() {}

    /**
     * Those that are.
     *
     * @param chances by name, how probable it is that chance alone makes as much of it; in [0, 1]
     * @param error the probability of naming one or more that are not
     */
    public static Set<String> beyondChance(Map<String, Double> chances, double error) {
        return beyondChance(chances, chances.size(), error);
    }

    /**
     * The same where more was looked at than is named.
     *
     * @param looked how much, at least as much as there are chances; of the others nobody says that it is beyond chance
     */
    public static Set<String> beyondChance(Map<String, Double> chances, long looked, double error) {
        List<Map.Entry<String, Double>> rising = chances.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .toList();
        Set<String> beyond = new HashSet<>();
        for (int i = 0; i < rising.size(); i++) {
            if (!(rising.get(i).getValue() <= error / (looked - i))) {
                break;
            }
            beyond.add(rising.get(i).getKey());
        }
        return beyond;
    }
}
