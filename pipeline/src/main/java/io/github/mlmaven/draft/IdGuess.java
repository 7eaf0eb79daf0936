package io.github.mlmaven.draft;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The column that identifies a row: unique, never missing, and either named like a key or counting the rows.
 *
 * @param reason a phrase
 */
record IdGuess(String column, String reason) {

    private static final String NAMES =
            "id|(.*[^a-z])?(id|uuid|guid|key|rowid|row_?number)|index|id_.*|row_?names?|unnamed: 0|" + "row|nr|no";

    static Optional<IdGuess> among(List<SeenColumn> columns, Optional<String> label) {
        List<SeenColumn> keys = columns.stream()
                .filter(column -> !label.equals(Optional.of(column.name())) && isKey(column))
                .toList();
        Optional<IdGuess> named = keys.stream()
                .filter(column -> isNamed(column.name()))
                .findFirst()
                .map(column -> new IdGuess(column.name(), "named like a key, and no value comes twice"));
        return named.or(() -> keys.stream()
                .filter(IdGuess::counts)
                .findFirst()
                .map(column -> new IdGuess(column.name(), "counts the rows")));
    }

    /** Whether a name is that of a key: {@code id}, {@code customer_id}, {@code customerId}. */
    static boolean isNamed(String name) {
        return name.toLowerCase(Locale.ROOT).matches(NAMES) || name.matches(".*[a-z]I[dD]");
    }

    /** Whether the values of a column could identify rows. */
    static boolean isKey(SeenColumn column) {
        return column.size().unique()
                && column.size().missing() == 0
                && column.size().values() > 1
                && column.forms().count(TextForm.DECIMAL) == 0;
    }

    /** Whether a column identifies rows, and says so by its name or by counting them. */
    static boolean isSurely(SeenColumn column) {
        return isKey(column) && (isNamed(column.name()) || counts(column));
    }

    private static boolean counts(SeenColumn column) {
        return column.forms().only(TextForm.WHOLE)
                && column.forms()
                        .range()
                        .filter(range -> BigDecimal.valueOf(column.size().rows() - 1)
                                        .compareTo(range.max().subtract(range.min()))
                                == 0)
                        .isPresent();
    }
}
