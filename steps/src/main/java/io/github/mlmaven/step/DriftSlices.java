package io.github.mlmaven.step;

import io.github.mlmaven.api.CalendarUnit;
import io.github.mlmaven.step.DataDrift.Outcome;
import io.github.mlmaven.step.DataDrift.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How columns moved over time: each slice held against all rows before it.
 *
 * @param by the column of times
 * @param without rows without a time, which are in no slice
 * @param names of all slices from the first to the last, those without rows among them
 * @param rows of each
 * @param columns by column its courses
 */
public record DriftSlices(
        By by, long without, List<String> names, List<Long> rows, SortedMap<String, List<Course>> columns) {

    public DriftSlices {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
        SortedMap<String, List<Course>> copy = new TreeMap<>();
        columns.forEach((name, courses) -> copy.put(name, List.copyOf(courses)));
        columns = copy;
        int slices = names.size();
        if (rows.size() != slices
                || columns.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(course -> course.outcomes().length() != slices)) {
            throw new IllegalArgumentException("not as many figures as the " + slices + " slices");
        }
    }

    /** What cuts the rows. */
    public record By(String column, CalendarUnit every) {}

    /**
     * How one thing of a column moved, by slice.
     *
     * @param outcomes a letter for each slice: {@code n} none, {@code d} drift, {@code i} inconclusive, {@code -} not compared
     * @param found standard deviations of the training rows' numbers, else a share of rows; 0 where nothing is compared, as the
     *     bounds are; all to six digits behind the point
     */
    public record Course(
            What what, double allowed, String outcomes, List<Double> found, List<Double> lower, List<Double> upper) {

        private static final char NOT_COMPARED = '-';

        public Course {
            found = List.copyOf(found);
            lower = List.copyOf(lower);
            upper = List.copyOf(upper);
            if (!outcomes.matches("[-dni]*")) {
                throw new IllegalArgumentException("outcomes '" + outcomes + "'");
            }
            if (found.size() != outcomes.length()
                    || lower.size() != outcomes.length()
                    || upper.size() != outcomes.length()) {
                throw new IllegalArgumentException("not as many figures as outcomes");
            }
        }

        /** The letter of an outcome; empty is not compared. */
        public static char letter(Optional<Outcome> outcome) {
            return outcome.map(known -> switch (known) {
                        case NONE -> 'n';
                        case DRIFT -> 'd';
                        case INCONCLUSIVE -> 'i';
                    })
                    .orElse(NOT_COMPARED);
        }

        /** What is known of a slice; empty where it was not compared. */
        public Optional<Outcome> outcome(int slice) {
            return switch (outcomes.charAt(slice)) {
                case 'n' -> Optional.of(Outcome.NONE);
                case 'd' -> Optional.of(Outcome.DRIFT);
                case 'i' -> Optional.of(Outcome.INCONCLUSIVE);
                default -> Optional.empty();
            };
        }

        /** The slices that drifted, rising. */
        public List<Integer> drifted() {
            List<Integer> drifted = new ArrayList<>();
            for (int slice = 0; slice < outcomes.length(); slice++) {
                if (outcome(slice).filter(Outcome.DRIFT::equals).isPresent()) {
                    drifted.add(slice);
                }
            }
            return drifted;
        }

        /** How many slices were compared. */
        public long compared() {
            return outcomes.chars().filter(letter -> letter != NOT_COMPARED).count();
        }
    }

    /** Stretches of slices that drifted, by their names: {@code 2026-03}, {@code 2026-05 to 2026-07}. */
    public List<String> stretches(Course course) {
        List<String> stretches = new ArrayList<>();
        List<Integer> drifted = course.drifted();
        for (int i = 0; i < drifted.size(); ) {
            int from = i++;
            while (i < drifted.size() && drifted.get(i) == drifted.get(i - 1) + 1) {
                i++;
            }
            String first = names.get(drifted.get(from));
            stretches.add(i - from == 1 ? first : first + " to " + names.get(drifted.get(i - 1)));
        }
        return stretches;
    }

    /** The columns of which a slice drifted, the one that did first first. */
    public List<String> drifted() {
        SortedMap<Integer, List<String>> byFirst = new TreeMap<>();
        columns.forEach((column, courses) -> first(courses)
                .ifPresent(first -> byFirst.computeIfAbsent(first, none -> new ArrayList<>())
                        .add(column)));
        return byFirst.values().stream().flatMap(List::stream).toList();
    }

    /** The first slice that drifted in any of a column's courses. */
    public static Optional<Integer> first(List<Course> courses) {
        return courses.stream()
                .flatMap(course -> course.drifted().stream().limit(1))
                .min(Integer::compare);
    }
}
