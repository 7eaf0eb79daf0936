package io.github.mlmaven.pages;

import io.github.mlmaven.step.DriftSlices;
import io.github.mlmaven.step.DriftSlices.Course;
import io.github.mlmaven.text.KebabCase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How columns moved over time, each in a small drawing; those that drifted come first.
 *
 * @param about how it was told
 * @param columns as many as a browser draws well
 * @param axis the first slice and the last
 * @param more what is not drawn, in words
 * @param many whether slices are so many that their lines must be thin
 */
record OverTimeView(String about, List<Column> columns, List<String> axis, Optional<String> more, boolean many) {

    private static final int MANY = 80;
    private static final int MOST_DRAWN = 50_000;

    OverTimeView {
        columns = List.copyOf(columns);
        axis = List.copyOf(axis);
    }

    /** The courses of a column. */
    record Column(PageView.Link link, List<CourseView> courses) {

        Column {
            courses = List.copyOf(courses);
        }
    }

    /**
     * The drawings.
     *
     * @param anchors of the columns, in the order of the page
     */
    static OverTimeView of(DriftSlices slices, List<String> names, Map<String, String> anchors) {
        Set<String> order = new LinkedHashSet<>(slices.drifted());
        order.addAll(names);
        order.retainAll(slices.columns().keySet());
        List<Column> columns = new ArrayList<>();
        long drawn = 0;
        int left = 0;
        for (String name : order) {
            List<Course> courses = seen(Objects.requireNonNull(slices.columns().get(name)));
            drawn += (long) courses.size() * slices.names().size();
            Optional<PageView.Link> link = PageView.Link.of(name, anchors);
            if (drawn > MOST_DRAWN || link.isEmpty()) {
                left++;
            } else {
                columns.add(new Column(
                        link.get(),
                        courses.stream()
                                .map(course -> CourseView.of(slices, course))
                                .toList()));
            }
        }
        return new OverTimeView(
                about(slices),
                columns,
                List.of(slices.names().get(0), slices.names().get(slices.names().size() - 1)),
                left == 0 ? Optional.empty() : Optional.of(PageView.counted(left, "more column") + " in drift.json."),
                slices.names().size() > MANY);
    }

    /** Without the missing values of a column that has none. */
    private static List<Course> seen(List<Course> courses) {
        return courses.stream()
                .filter(course -> courses.size() == 1 || course.found().stream().anyMatch(found -> found > 0))
                .toList();
    }

    private static String about(DriftSlices slices) {
        String unit = KebabCase.of(slices.by().every());
        return "Each " + unit + " of '" + VisibleText.name(slices.by().column()) + "' against all rows before it: "
                + PageView.counted(slices.names().size(), unit) + "."
                + (slices.without() == 0
                        ? ""
                        : " " + PageView.counted(slices.without(), "row") + " without a time "
                                + (slices.without() == 1 ? "is" : "are") + " in none.");
    }
}
