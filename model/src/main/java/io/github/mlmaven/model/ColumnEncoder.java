package io.github.mlmaven.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How one input column becomes features, with statistics of the training rows.
 *
 * <p>An input is one raw number: the number itself, 0 or 1 for a boolean, the index in {@link #categories()} for a category,
 * -1 for a category that is not among them, NaN where missing.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "encoding")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ColumnEncoder.Numeric.class, name = "number"),
    @JsonSubTypes.Type(value = ColumnEncoder.Flag.class, name = "boolean"),
    @JsonSubTypes.Type(value = ColumnEncoder.Ordinal.class, name = "ordinal"),
    @JsonSubTypes.Type(value = ColumnEncoder.OneHot.class, name = "one-hot")
})
public sealed interface ColumnEncoder {

    /** The input column. */
    String column();

    /** The categories that raw indices count; empty for numbers and booleans. */
    default List<String> categories() {
        return List.of();
    }

    /** The names of the features, in the order of {@link #encode}. */
    List<String> features();

    /** Encodes one raw number as the feature with an index. */
    float encode(double raw, int feature);

    /**
     * A number: (raw - shift) / scale.
     *
     * @param scale more than 0
     * @param missing what stands for a missing value, before shift and scale; absent where missing stays missing
     */
    record Numeric(String column, double shift, double scale, OptionalDouble missing) implements ColumnEncoder {
        public Numeric {
            requireScale(column, shift, scale);
            if (missing.isPresent() && !Double.isFinite(missing.getAsDouble())) {
                throw new IllegalArgumentException("column " + column + ": " + missing.getAsDouble() + " for missing");
            }
        }

        @Override
        public List<String> features() {
            return List.of(column);
        }

        @Override
        public float encode(double raw, int feature) {
            return (float) ((orElse(raw, missing) - shift) / scale);
        }
    }

    /**
     * A boolean: 0 or 1.
     *
     * @param missing what stands for a missing value; absent where missing stays missing
     */
    record Flag(String column, OptionalDouble missing) implements ColumnEncoder {
        public Flag {
            requireIndex(column, missing, 2);
        }

        @Override
        public List<String> features() {
            return List.of(column);
        }

        @Override
        public float encode(double raw, int feature) {
            return (float) orElse(raw, missing);
        }
    }

    /**
     * An ordered category: its index, shifted and scaled. A category that is not among the known is treated as missing.
     *
     * @param scale more than 0
     * @param missing the index that stands for a missing value; absent where missing stays missing
     */
    record Ordinal(String column, List<String> categories, double shift, double scale, OptionalDouble missing)
            implements ColumnEncoder {
        public Ordinal {
            categories = distinct(column, categories);
            requireScale(column, shift, scale);
            // A column without any category has 0 for all rows.
            requireIndex(column, missing, Math.max(1, categories.size()));
        }

        @Override
        public List<String> features() {
            return List.of(column);
        }

        @Override
        public float encode(double raw, int feature) {
            return (float) ((orElse(raw < 0 ? Double.NaN : raw, missing) - shift) / scale);
        }
    }

    /**
     * A feature for each category: 1 for the row's own, else 0. All are 0 for a missing value and for a category that is
     * not among the known.
     *
     * @param missing the index that stands for a missing value; absent where it is none of them
     */
    record OneHot(String column, List<String> categories, OptionalDouble missing) implements ColumnEncoder {
        public OneHot {
            categories = distinct(column, categories);
            requireIndex(column, missing, categories.size());
        }

        @Override
        public List<String> features() {
            return categories.stream().map(category -> column + "=" + category).toList();
        }

        @Override
        public float encode(double raw, int feature) {
            return orElse(raw, missing) == feature ? 1 : 0;
        }
    }

    private static double orElse(double raw, OptionalDouble missing) {
        return Double.isNaN(raw) && missing.isPresent() ? missing.getAsDouble() : raw;
    }

    private static void requireScale(String column, double shift, double scale) {
        if (!(scale > 0) || !Double.isFinite(shift) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("column " + column + ": shift " + shift + ", scale " + scale);
        }
    }

    private static void requireIndex(String column, OptionalDouble missing, int count) {
        if (missing.isPresent()) {
            double index = missing.getAsDouble();
            if (index != Math.rint(index) || index < 0 || index >= count) {
                throw new IllegalArgumentException(
                        "column " + column + ": " + index + " for missing, with " + count + " values");
            }
        }
    }

    private static List<String> distinct(String column, List<String> categories) {
        if (Set.copyOf(categories).size() != categories.size()) {
            throw new IllegalArgumentException("column " + column + ": a category is listed twice");
        }
        return List.copyOf(categories);
    }
}
