package io.github.mlmaven.spec;

import io.github.mlmaven.api.Tick;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A value that model.yaml has for a column, held to the column's rules. */
record CellValue(ColumnSpec column) {

    private static final List<String> TRUTHS = List.of("true", "false");

    boolean allows(String value) {
        return switch (column.type()) {
            case NUMBER -> number(value).filter(this::isWithin).isPresent();
            case INTEGER ->
                number(value)
                        .filter(number -> number.stripTrailingZeros().scale() <= 0)
                        .filter(this::isWithin)
                        .isPresent();
            case BOOLEAN -> TRUTHS.contains(value);
            case CATEGORY ->
                column.domain().values().isEmpty() || column.domain().values().contains(value);
            case TEXT -> true;
            case DATE, TIMESTAMP -> Tick.of(column.type()).read(value).isPresent();
        };
    }

    private static Optional<BigDecimal> number(String text) {
        return ScalarBinder.read(text, Edge.class)
                .map(Edge.class::cast)
                .filter(edge -> !edge.time())
                .map(Edge::exact);
    }

    private boolean isWithin(BigDecimal number) {
        Domain domain = column.domain();
        return domain.min().filter(min -> number.compareTo(min.exact()) < 0).isEmpty()
                && domain.max().filter(max -> number.compareTo(max.exact()) > 0).isEmpty();
    }

    /** What it takes, to complete the sentence "Write ...". */
    String wanted() {
        Domain domain = column.domain();
        String range = domain.min().map(min -> " from " + min.text()).orElse("")
                + domain.max().map(max -> " to " + max.text()).orElse("");
        return switch (column.type()) {
            case NUMBER -> "a number" + range;
            case INTEGER -> "a whole number" + range;
            case BOOLEAN -> "true or false";
            case CATEGORY -> "one of " + String.join(", ", domain.values());
            case TEXT -> "a text";
            case DATE -> "a date such as 2026-01-31";
            case TIMESTAMP -> "a time with its offset such as 2026-01-31T10:15:30Z";
        };
    }
}
