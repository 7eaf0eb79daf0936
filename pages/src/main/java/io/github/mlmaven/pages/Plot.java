package io.github.mlmaven.pages;

import java.util.List;

/**
 * Two numbers against each other, in a square of {@value #SIDE}.
 *
 * @param says the drawing in words, for who does not see it
 * @param shapes those behind first
 */
record Plot(String title, Axis x, Axis y, List<Shape> shapes, String says) {

    static final int SIDE = 200;

    /** The line on which both numbers are equal. */
    static final Shape DIAGONAL = new Shape("diagonal", "M0 " + SIDE + "L" + SIDE + " 0");

    Plot {
        shapes = List.copyOf(shapes);
    }

    /** @param name what its numbers are */
    record Axis(String name, String low, String middle, String high) {

        static Axis ofShares(String name) {
            return new Axis(name, "0", "0.5", "1");
        }
    }

    /** @param css the class of the style sheet */
    record Shape(String css, String path) {}

    /** Where a share is from the left, in the square. */
    static String across(double share) {
        return Outline.coordinate(share * SIDE);
    }

    /** Where a share is from above, in the square: the greater the higher. */
    static String up(double share) {
        return Outline.coordinate(SIDE - share * SIDE);
    }
}
