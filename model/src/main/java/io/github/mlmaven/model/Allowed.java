package io.github.mlmaven.model;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Schema.Input;
import java.util.List;

/** What the schema of the training data allows in a column, beyond its type. A missing value is none of its matters. */
@FunctionalInterface
interface Allowed {

    /** How many values are not allowed. */
    long outside(Column column);

    static Allowed of(Input input) {
        return switch (input.type()) {
            case NUMBER, INTEGER, DATE, TIMESTAMP -> within(input);
            case CATEGORY, TEXT -> among(input.values());
            case BOOLEAN -> column -> 0;
        };
    }

    private static Allowed within(Input input) {
        double min = input.range().min().orElse(Double.NEGATIVE_INFINITY);
        double max = input.range().max().orElse(Double.POSITIVE_INFINITY);
        return column -> {
            long outside = 0;
            for (int row = 0; row < column.rows(); row++) {
                double number = column.number(row);
                outside += number < min || number > max ? 1 : 0;
            }
            return outside;
        };
    }

    private static Allowed among(List<String> values) {
        if (values.isEmpty()) {
            return column -> 0;
        }
        Categories known = new Categories(values);
        return column -> {
            long outside = 0;
            for (int place : known.places(column, 0, column.rows())) {
                outside += place == Categories.UNKNOWN ? 1 : 0;
            }
            return outside;
        };
    }
}
