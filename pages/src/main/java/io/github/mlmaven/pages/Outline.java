package io.github.mlmaven.pages;

import io.github.mlmaven.text.Numbers;
import java.util.List;

/**
 * Bins of numbers as the outline of an SVG path: as high as dense, so that bins of different widths are told as they are.
 *
 * @param edges ascending, one more than counts
 * @param counts values from one edge to the next
 */
record Outline(List<Double> edges, List<Long> counts) {

    static final int WIDTH = 400;
    static final int HEIGHT = 100;

    Outline {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
        if (edges.size() != counts.size() + 1 || counts.isEmpty()) {
            throw new IllegalArgumentException(edges.size() + " edges of " + counts.size() + " bins");
        }
    }

    double low() {
        return edges.get(0);
    }

    double high() {
        return edges.get(edges.size() - 1);
    }

    /** The share of all values that a unit of the axis holds, where it holds most. */
    double peak() {
        double peak = 0;
        for (int i = 0; i < counts.size(); i++) {
            peak = Math.max(peak, density(i));
        }
        return peak;
    }

    /** How many values the fullest bin has. */
    long most() {
        return counts.stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    /** The path within the frame. */
    String path(double low, double high, double peak) {
        StringBuilder path = new StringBuilder("M" + coordinate(x(low(), low, high)) + " " + HEIGHT);
        for (int i = 0; i < counts.size(); i++) {
            path.append("V").append(coordinate(HEIGHT - HEIGHT * density(i) / peak));
            path.append("H").append(coordinate(x(edges.get(i + 1), low, high)));
        }
        return path.append("V").append(HEIGHT).toString();
    }

    /** How far the outlines are apart where they are farthest, as a share of the peak. */
    double distance(Outline other, double peak) {
        double distance = 0;
        for (Outline outline : List.of(this, other)) {
            for (int i = 0; i < outline.counts.size(); i++) {
                double middle = outline.edges.get(i) / 2 + outline.edges.get(i + 1) / 2;
                distance = Math.max(distance, Math.abs(at(middle) - other.at(middle)) / peak);
            }
        }
        return distance;
    }

    private double at(double number) {
        for (int i = 0; i < counts.size(); i++) {
            if (edges.get(i) <= number && number < edges.get(i + 1)) {
                return density(i);
            }
        }
        return 0;
    }

    private double density(int bin) {
        double width = edges.get(bin + 1) - edges.get(bin);
        double rows = counts.stream().mapToLong(Long::longValue).sum();
        return width <= 0 || rows == 0 ? 0 : counts.get(bin) / rows / width;
    }

    /** Where a number of the axis is in the frame; halves, as the difference of two doubles may be none. */
    static double x(double value, double low, double high) {
        return (value / 2 - low / 2) / (high / 2 - low / 2) * WIDTH;
    }

    static String coordinate(double value) {
        return Numbers.plain(Math.rint(value * 10) / 10);
    }
}
