package io.github.mlmaven.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code profile.json} and {@code training-profile.json}: statistics of all rows of a table, and of those that the model
 * learns from; small enough to travel with the model.
 *
 * @param rows that it is of
 * @param associations between columns other than the label, of the training rows
 */
public record Profile(int format, long rows, SortedMap<String, ColumnProfile> columns, Associations associations) {

    public static final int FORMAT = 2;

    public Profile {
        columns = new TreeMap<>(columns);
    }

    /**
     * Statistics of one column.
     *
     * @param missing rows without a value, or with one that is not of the column's type
     * @param numbers for numeric columns with at least one value
     * @param lengths for columns of texts with at least one value
     * @param label how much the column tells of the label, from 0 to 1, in the sample of training rows
     */
    public record ColumnProfile(
            long missing, Values values, Optional<Numbers> numbers, Optional<Lengths> lengths, Optional<Double> label) {

        /** How many different values there are. */
        public long distinct() {
            return values.distinct();
        }

        /** The most frequent values, most frequent first; empty where there are too many different values. */
        public List<ValueCount> top() {
            return values.top();
        }
    }

    /**
     * The different values of a column.
     *
     * @param distinct how many
     * @param error the standard error of that, relative to it; 0 where it is counted
     * @param top the most frequent values, at most 50, most frequent first, then rising; of numbers only where there are no
     *     more than 50 different ones; none where there are too many to count
     * @param known what tells a value that is not among these: of up to a thousand categories, of booleans, and of numbers of
     *     which there are no more than 50 different ones
     */
    public record Values(long distinct, double error, List<ValueCount> top, Optional<Known> known) {

        public Values {
            top = List.copyOf(top);
        }
    }

    /**
     * All values that there were.
     *
     * @param hashes in hexadecimal, twelve digits each, rising
     * @param once how many values a single row has
     * @param twice how many values two rows have
     */
    public record Known(String hashes, long once, long twice) {

        /** The digits of a hash. */
        public static final int DIGITS = 12;

        public Known {
            if (hashes.length() % DIGITS != 0 || !hashes.matches("[0-9a-f]*")) {
                throw new IllegalArgumentException("hashes of other digits");
            }
            if (once < 0 || twice < 0 || once + twice > hashes.length() / DIGITS) {
                throw new IllegalArgumentException("more values that occur once or twice than there are");
            }
        }
    }

    /**
     * The numbers of a column.
     *
     * @param error by how much a quantile can be off, relative to it; 0 where all are exact. What is between the edges of bins
     *     is always exact
     * @param quantiles by rising share
     * @param histogram from the least to the greatest number, the edges between as even as the counts being exact allows
     * @param bins what drift is measured by: edges at quantiles, and how many numbers are below the first, between, and from
     *     the last on
     */
    public record Numbers(Moments moments, double error, List<Quantile> quantiles, Bins histogram, Bins bins) {

        public Numbers {
            quantiles = List.copyOf(quantiles);
        }

        public double min() {
            return moments.min();
        }

        public double max() {
            return moments.max();
        }

        public double mean() {
            return moments.mean();
        }
    }

    /**
     * Each the nearest double of the exact result.
     *
     * @param deviation the root of the mean square of the distances from the mean; absent beyond a double
     * @param zeros how many numbers are 0
     * @param negatives how many are below
     */
    public record Moments(
            double min, double max, double mean, Optional<Double> deviation, long zeros, long negatives) {}

    /** The number below which a share of all is, between two of them in proportion. */
    public record Quantile(double share, double value) {}

    /** Counts between edges. A number is behind each edge that is not above it. */
    public record Bins(List<Double> edges, List<Long> counts) {

        public Bins {
            edges = List.copyOf(edges);
            counts = List.copyOf(counts);
            List<Double> rising = new ArrayList<>(edges);
            rising.sort(Double::compare);
            if (!rising.equals(edges) || edges.stream().anyMatch(edge -> !Double.isFinite(edge))) {
                throw new IllegalArgumentException("edges that do not rise");
            }
            if (counts.stream().anyMatch(count -> count < 0) || Math.abs(edges.size() - counts.size()) > 1) {
                throw new IllegalArgumentException("counts that are not those of bins");
            }
        }
    }

    /** Lengths of texts in code points. */
    public record Lengths(long min, long max, double mean) {}

    public record ValueCount(String value, long count) {}

    /**
     * What columns tell of one another.
     *
     * @param rows how many training rows were sampled: an association is off by about one by the root of that
     * @param pairs the strongest first, at most 20
     * @param columns how many columns pairs were looked for among: those that tell most of the label
     */
    public record Associations(long rows, int columns, List<Pair> pairs) {

        public static final Associations NONE = new Associations(0, 0, List.of());

        public Associations {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * Two columns, in the order of the schema.
     *
     * @param association from 0 to 1
     */
    public record Pair(String one, String other, double association) {}
}
