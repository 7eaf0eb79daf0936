package io.github.mlmaven.pages;

import java.util.List;
import java.util.Optional;

/** How a column's values are drawn. */
sealed interface Chart {

    /** There is nothing to draw. */
    record Empty(String why) implements Chart {}

    /**
     * Numbers by how often they occur, in a frame of {@link Outline#WIDTH} by {@link Outline#HEIGHT}.
     *
     * @param bars an outline to be filled
     * @param accepted the outline of the accepted data
     * @param axis the numbers at the left end, in the middle, at the right end
     * @param says the drawing in words, for who does not see it
     */
    record Histogram(String bars, Optional<String> accepted, List<String> axis, String says) implements Chart {}

    /** Values with how often they occur. */
    record Bars(List<Bar> bars, Optional<String> others) implements Chart {

        /** The same, standing side by side, in a frame of 100 by 100. */
        String spark() {
            StringBuilder path = new StringBuilder();
            double step = 100.0 / bars.size();
            for (int i = 0; i < bars.size(); i++) {
                path.append("M%s 100V%sh%sV100z"
                        .formatted(
                                Outline.coordinate(i * step),
                                Outline.coordinate(
                                        100 - Double.parseDouble(bars.get(i).width())),
                                Outline.coordinate(step * 0.85)));
            }
            return path.toString();
        }
    }

    /**
     * A value and how often it occurs.
     *
     * @param width of 100
     * @param accepted the width in the accepted data
     */
    record Bar(String value, String width, String share, String count, Optional<String> accepted) {}
}
