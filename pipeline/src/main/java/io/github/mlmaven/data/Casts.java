package io.github.mlmaven.data;

/**
 * How a value becomes one of its column's type in the statements of a user's checks. {@link Cells} read the same.
 *
 * <p>A number is decimal and finite. A whole number may be written with a fraction or an exponent as long as it is whole
 * ({@code 3.0}), and has at most 18 digits. A boolean is {@code true}, {@code false}, {@code 1} or {@code 0}, in any case.
 */
final class Casts {

    /** Up to here every whole number is a double. */
    private static final long EXACT = 1L << 53;

    private static final String WHOLE = "'\\s*[+-]?0*[0-9]{1,18}\\s*'";

    private Casts() {}

    /** Of a value as scanned; the statement fails if it is not of the column's type. */
    static String scanned(TableColumn column, String value) {
        return switch (column.type()) {
            case NUMBER ->
                "case when %1$s is null or isfinite(%1$s) then %1$s else error('clash') end".formatted(value);
            case INTEGER ->
                "case when %1$s is null or (%1$s = trunc(%1$s) and abs(%1$s) <= %2$s) then cast(%1$s as bigint) else error('clash') end"
                        .formatted(value, EXACT);
            case BOOLEAN ->
                "case when %1$s is null then null when lower(%1$s) in ('true', '1') then true when lower(%1$s) in ('false', '0') then false else error('clash') end"
                        .formatted(value);
            case CATEGORY, TEXT -> value;
        };
    }

    /** Of a text; null if it is not of the column's type. */
    static String ofText(TableColumn column, String text) {
        return switch (column.type()) {
            case NUMBER ->
                "case when isfinite(try_cast(%1$s as double)) then try_cast(%1$s as double) end".formatted(text);
            case INTEGER ->
                ("case when regexp_full_match(%1$s, %2$s) then try_cast(%1$s as bigint)"
                                + " when try_cast(%1$s as double) = trunc(try_cast(%1$s as double)) and abs(try_cast(%1$s as double)) <= %3$s"
                                + " then cast(try_cast(%1$s as double) as bigint) end")
                        .formatted(text, WHOLE, EXACT);
            case BOOLEAN ->
                "case when lower(%1$s) in ('true', '1') then true when lower(%1$s) in ('false', '0') then false end"
                        .formatted(text);
            case CATEGORY, TEXT -> text;
        };
    }
}
