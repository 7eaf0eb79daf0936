package io.github.mlmaven.validate;

import io.github.mlmaven.measure.drift.Moved;
import io.github.mlmaven.measure.drift.MovedCategories;
import io.github.mlmaven.measure.drift.MovedNumbers;
import io.github.mlmaven.measure.drift.Proportion;
import io.github.mlmaven.measure.drift.SliceCounts;
import io.github.mlmaven.spec.DriftSpec.Allowed;
import io.github.mlmaven.step.DataDrift.Outcome;
import io.github.mlmaven.step.DataDrift.What;
import io.github.mlmaven.step.DriftSlices.Course;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * One column's slices, each held against all rows before it.
 *
 * @param column its place among those that were counted
 * @param scale the training rows' numbers by bin; empty for a column of no numbers
 * @param error the chance that one comparison is called drift and is none
 */
record SliceCourses(SliceCounts counts, int column, Optional<long[]> scale, double error) {

    List<Course> courses(Allowed allowed) {
        List<Course> courses = new ArrayList<>();
        if (counts.counts(counts.first(), column).length > 0) {
            What what = scale.isPresent() ? What.NUMBERS : What.CATEGORIES;
            double limit =
                    scale.isPresent() ? allowed.numbers() : allowed.categories().value();
            courses.add(values(new Drawn(what, limit)));
        }
        courses.add(missing(new Drawn(What.MISSING, allowed.missing().value())));
        return courses;
    }

    private Course values(Drawn drawn) {
        long[] before = new long[counts.counts(counts.first(), column).length];
        for (long slice = counts.first(); slice <= counts.last(); slice++) {
            long[] now = counts.counts(slice, column);
            long rows0 = LongStream.of(before).sum();
            long rows1 = LongStream.of(now).sum();
            if (rows0 == 0 || rows1 == 0) {
                drawn.skip();
            } else {
                Moved moved = scale.map(numbers -> MovedNumbers.moved(numbers, before, now, error))
                        .orElseGet(() -> MovedCategories.moved(before, now, error, drawn.allowed));
                drawn.add(moved, Math.min(rows0, rows1));
            }
            Arrays.setAll(before, bin -> before[bin] + now[bin]);
        }
        return drawn.course();
    }

    private Course missing(Drawn drawn) {
        long before = 0;
        long of = 0;
        for (long slice = counts.first(); slice <= counts.last(); slice++) {
            long now = counts.missing(slice, column);
            long rows = counts.rows(slice);
            if (of == 0 || rows == 0) {
                drawn.skip();
            } else {
                drawn.add(
                        Proportion.moved(new Proportion(before, of), new Proportion(now, rows), error),
                        Math.min(of, rows));
            }
            before += now;
            of += rows;
        }
        return drawn.course();
    }

    /** A course that grows slice by slice. */
    private static final class Drawn {

        private static final double DIGITS = 1e6;

        private final What what;
        private final double allowed;
        private final StringBuilder outcomes = new StringBuilder();
        private final List<Double> found = new ArrayList<>();
        private final List<Double> lower = new ArrayList<>();
        private final List<Double> upper = new ArrayList<>();

        Drawn(What what, double allowed) {
            this.what = what;
            this.allowed = allowed;
        }

        void skip() {
            outcomes.append(Course.letter(Optional.empty()));
            found.add(0.0);
            lower.add(0.0);
            upper.add(0.0);
        }

        void add(Moved moved, long rows) {
            outcomes.append(Course.letter(
                    Optional.of(Outcome.valueOf(moved.verdict(allowed, rows).name()))));
            found.add(rounded(moved.found()));
            lower.add(rounded(moved.lower()));
            upper.add(rounded(what == What.NUMBERS ? moved.upper() : Math.min(1, moved.upper())));
        }

        private static double rounded(double number) {
            return Math.rint(number * DIGITS) / DIGITS;
        }

        Course course() {
            return new Course(what, allowed, outcomes.toString(), found, lower, upper);
        }
    }
}
