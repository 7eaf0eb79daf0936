package io.github.mlmaven.pages;

import io.github.mlmaven.text.KebabCase;
import java.util.List;
import java.util.Optional;

/** How a column's values are drawn. */
sealed interface Chart {

    /** There is nothing to draw. */
    record Empty(String why) implements Chart {}

    /** Rows that are drawn over the rows that the page is about. */
    enum Other {
        /** The accepted data. */
        ACCEPTED,
        /** The training part of these rows. */
        TRAINING,
        /** The test part, over the training part. */
        TESTED;

        String css() {
            return KebabCase.of(this);
        }
    }

    /**
     * Numbers by how often they occur, in a frame of {@link Outline#WIDTH} by {@link Outline#HEIGHT}.
     *
     * @param bars an outline to be filled
     * @param lines outlines over it
     * @param axis the numbers at the left end, in the middle, at the right end
     * @param quartiles below it, where they are known
     * @param says the drawing in words, for who does not see it
     */
    record Histogram(String bars, List<Line> lines, List<String> axis, Optional<Quartiles> quartiles, String says)
            implements Chart {

        public Histogram {
            lines = List.copyOf(lines);
            axis = List.copyOf(axis);
        }
    }

    /**
     * Other rows in a histogram.
     *
     * @param path an outline to be drawn over bars
     */
    record Line(Other rows, String path) {}

    /** Where a twentieth, a quarter, half, three quarters and all but a twentieth of the values are below, in the frame. */
    record Quartiles(String low, String first, String median, String third, String high) {

        String box() {
            return "M" + first + " 0H" + third + "V10H" + first + "z";
        }

        String whisker() {
            return "M" + low + " 5H" + high;
        }

        String middle() {
            return "M" + median + " -1V11";
        }
    }

    /**
     * Values with how often they occur.
     *
     * @param others what is not drawn, in words
     */
    record Bars(List<Bar> bars, Optional<String> others) implements Chart {

        public Bars {
            bars = List.copyOf(bars);
        }

        /** The same, standing side by side, in a frame of 100 by 100. */
        String spark() {
            StringBuilder path = new StringBuilder();
            double step = 100.0 / bars.size();
            for (int i = 0; i < bars.size(); i++) {
                path.append("M%s 100V%sh%sV100z"
                        .formatted(
                                Outline.coordinate(i * step),
                                Outline.coordinate(100 - bars.get(i).width()),
                                Outline.coordinate(step * 0.85)));
            }
            return path.toString();
        }
    }

    /**
     * A value and how often it occurs.
     *
     * @param width of 100
     * @param others the width in other rows
     */
    record Bar(String value, double width, String share, String count, List<Tick> others) {

        public Bar {
            others = List.copyOf(others);
        }

        String drawn() {
            return Outline.coordinate(width);
        }
    }

    /**
     * How often a value occurs in other rows.
     *
     * @param at of 100
     */
    record Tick(Other rows, double at) {

        String path() {
            return "M" + Outline.coordinate(at) + " -2V12";
        }
    }
}
