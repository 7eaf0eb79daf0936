package io.github.mlmaven.pages;

import io.github.mlmaven.step.DataDrift.Outcome;
import io.github.mlmaven.step.DataDrift.What;
import io.github.mlmaven.step.DriftSlices;
import io.github.mlmaven.step.DriftSlices.Course;
import java.util.List;
import java.util.Optional;

/**
 * How one thing of a column moved from slice to slice, in a frame of {@link Outline#WIDTH} by {@link Outline#HEIGHT}: of each
 * slice its interval as a line and what was found as a dot.
 *
 * @param what moved
 * @param verdict what is known of all slices
 * @param range what the frame reaches to, and what is allowed
 * @param allowed where in the frame more is drift
 * @param outcomes the slices by what is known of them; those of drift last, so that they are over the others
 * @param says the drawing in words, for who does not see it
 */
record CourseView(String what, Mark verdict, String range, String allowed, List<Slices> outcomes, String says) {

    CourseView {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Slices of one outcome.
     *
     * @param css the class of the style sheet
     */
    record Slices(String css, String intervals, String dots) {}

    /** More than what was found, so that its dot is not at the edge. */
    private static final double ROOM = 1.15;

    static CourseView of(DriftSlices slices, Course course) {
        boolean share = course.what() != What.NUMBERS;
        double top = top(course);
        List<String> drifted = slices.stretches(course);
        return new CourseView(
                DriftView.what(course.what()),
                verdict(course, drifted),
                "0 to " + DriftView.shown(top, share) + ", " + DriftView.shown(course.allowed(), share) + " is allowed",
                Outline.coordinate(y(course.allowed(), top)),
                List.of(
                        drawn(course, Outcome.INCONCLUSIVE, "inconclusive", top),
                        drawn(course, Outcome.NONE, "same", top),
                        drawn(course, Outcome.DRIFT, "drifted", top)),
                says(slices, drifted));
    }

    /** Intervals that tell something are whole; one that tells nothing would press all others to the ground. */
    private static double top(Course course) {
        double top = 2 * course.allowed();
        for (int slice = 0; slice < course.outcomes().length(); slice++) {
            boolean told = course.outcome(slice)
                    .filter(known -> known != Outcome.INCONCLUSIVE)
                    .isPresent();
            top = Math.max(
                    top,
                    told ? course.upper().get(slice) : ROOM * course.found().get(slice));
        }
        return top;
    }

    private static Mark verdict(Course course, List<String> drifted) {
        if (!drifted.isEmpty()) {
            String more = drifted.size() > 1 ? " and later" : "";
            return new Mark(Mark.Tone.WARNING, "drift in " + drifted.get(0) + more);
        }
        boolean unknown = course.compared() == 0
                || course.outcomes().indexOf(Course.letter(Optional.of(Outcome.INCONCLUSIVE))) >= 0;
        return unknown ? new Mark(Mark.Tone.QUIET, "no drift seen") : new Mark(Mark.Tone.GOOD, "none");
    }

    private static String says(DriftSlices slices, List<String> drifted) {
        String range = "From " + slices.names().get(0) + " to "
                + slices.names().get(slices.names().size() - 1) + ", ";
        return drifted.isEmpty()
                ? range + "no slice that moved by more than is allowed."
                : range + "more than is allowed in " + String.join(", ", drifted) + ".";
    }

    private static Slices drawn(Course course, Outcome outcome, String css, double top) {
        StringBuilder intervals = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        int slices = course.outcomes().length();
        for (int slice = 0; slice < slices; slice++) {
            if (course.outcome(slice).filter(outcome::equals).isEmpty()) {
                continue;
            }
            String x = "M" + Outline.coordinate((slice + 0.5) * Outline.WIDTH / slices) + " ";
            intervals
                    .append(x)
                    .append(Outline.coordinate(y(course.lower().get(slice), top)))
                    .append('V')
                    .append(Outline.coordinate(y(course.upper().get(slice), top)));
            dots.append(x)
                    .append(Outline.coordinate(y(course.found().get(slice), top)))
                    .append("h0");
        }
        return new Slices(css, intervals.toString(), dots.toString());
    }

    /** An interval that reaches farther ends at the edge. */
    private static double y(double moved, double top) {
        return Outline.HEIGHT - Outline.HEIGHT * Math.min(moved, top) / top;
    }
}
