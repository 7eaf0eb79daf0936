package io.github.mlmaven.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what a misspelt name was meant to be. */
public final class Nearest {

    /** Pairs of letters that are compared for one name: some milliseconds. What has more is not compared at all. */
    private static final long AFFORDABLE = 4_000_000;

    private Nearest() {}

    /**
     * The known name that is nearest to a misspelt one, if any is near: at most two changed, added, missing or swapped
     * letters, or a third of the name's length.
     */
    public static Optional<String> to(String name, Collection<String> known) {
        int tolerance = Math.max(2, name.length() / 3);
        return comparable(name, known).stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= tolerance)
                .map(candidate -> new Candidate(candidate, distance(name, candidate)))
                .filter(candidate -> candidate.distance() <= tolerance && candidate.isLike(name))
                .min(Candidate.ORDER)
                .map(Candidate::name);
    }

    /** The sentence {@code Did you mean 'x'?} with a space behind it, or nothing. */
    public static String question(String name, Collection<String> known) {
        return to(name, known).map(near -> "Did you mean '" + near + "'? ").orElse("");
    }

    /** The known names that are nearest to a misspelt one, however far, the nearest first; the first of those that are too many. */
    public static List<String> first(String name, Collection<String> known, int count) {
        if (comparable(name, known).isEmpty()) {
            return known.stream().limit(count).toList();
        }
        return known.stream()
                .map(candidate -> new Candidate(candidate, distance(name, candidate)))
                .sorted(Candidate.ORDER)
                .limit(count)
                .map(Candidate::name)
                .toList();
    }

    private static Collection<String> comparable(String name, Collection<String> known) {
        long letters = known.stream().mapToLong(String::length).sum();
        return letters * name.length() > AFFORDABLE ? List.of() : known;
    }

    // Optimal string alignment: Levenshtein's distance where swapped neighbours count once. A row of its table needs
    // the two
    // before it.
    private static int distance(String a, String b) {
        int[] twoBefore = new int[b.length() + 1];
        int[] before = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    row[j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(before[j - 1] + (same ? 0 : 1), Math.min(before[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], twoBefore[j - 2] + 1);
                }
            }
            int[] free = twoBefore;
            twoBefore = before;
            before = row;
            row = free;
        }
        return before[b.length()];
    }

    private record Candidate(String name, int distance) {

        static final Comparator<Candidate> ORDER =
                Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name);

        /** Whether a letter at least is where it is in another name: two names of one letter are not alike. */
        boolean isLike(String other) {
            return distance < Math.max(name.length(), other.length());
        }
    }
}
