package io.github.mlmaven.data;

import io.github.mlmaven.spec.BooleanTexts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a text becomes a value of its column's type in the statements of a user's checks: null if it is none. {@link Cells}
 * read the same.
 *
 * <p>A number is written as a {@link DecimalText} and finite. A whole number may be written with a fraction or an exponent as
 * long as it is whole ({@code 3.0}), and has at most 18 digits. A boolean is written as
 * {@link BooleanTexts} say.
 */
final class Casts {

    private static final String PLAIN = "'[\\t-\\r ]*[+-]?0*[0-9]{1,18}[\\t-\\r ]*'";
    private static final String DECIMAL = "'[\\t-\\r ]*[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?[\\t-\\r ]*'";

    /** The whole number of a decimal, digit by digit. */
    private static final String MACROS = """
            create or replace temp macro ml_part(t, pattern) as coalesce(regexp_extract(t, pattern, 1), '');
            create or replace temp macro ml_digits(t) as
                ltrim(replace(ml_part(t, '^[\\t-\\r ]*[+-]?([0-9.]*)'), '.', ''), '0');
            create or replace temp macro ml_zeros(t) as
                coalesce(try_cast(nullif(ml_part(t, '[eE]([+-]?[0-9]+)'), '') as bigint), 0)
                    - strlen(ml_part(t, '[.]([0-9]*)'))
                    + strlen(ml_digits(t)) - strlen(rtrim(ml_digits(t), '0'));
            create or replace temp macro ml_far(t) as
                ml_part(t, '[eE]([+-]?[0-9]+)') <> '' and try_cast(ml_part(t, '[eE]([+-]?[0-9]+)') as bigint) is null;
            create or replace temp macro ml_whole(t) as
                case when ml_digits(t) = '' then 0
                    when ml_far(t) or ml_zeros(t) < 0 or ml_zeros(t) + strlen(rtrim(ml_digits(t), '0')) > 18 then null
                    else cast(ml_part(t, '^[\\t-\\r ]*([+-]?)') || rtrim(ml_digits(t), '0') || repeat('0', ml_zeros(t)) as bigint)
                end
            """;

    private Casts() {}

    /** Defines what {@link #ofText} uses. */
    static void define(Engine engine) {
        engine.run(MACROS);
    }

    /** Whether a text that the engine takes for a number is none, as an expression. */
    static String isOdd(String text) {
        return "contains(%1$s, '_') or contains(%1$s, '+-')".formatted(text);
    }

    /** Null if the text is not of the column's type, or is one of the numbers that stand for a missing value. */
    static String ofText(TableColumn column, String field, MissingTexts missing) {
        String text = column.type().isNumeric() ? missing.numerals().sql(field) : field;
        return switch (column.type()) {
            case NUMBER ->
                present(
                        "case when isfinite(try_cast(%1$s as double)) and not (%2$s) then try_cast(%1$s as double) end"
                                .formatted(text, isOdd(text)),
                        Arrays.stream(missing.numbers()).mapToObj(number -> "cast('" + number + "' as double)"));
            case INTEGER ->
                present(
                        ("case when regexp_full_match(%1$s, %2$s) then try_cast(%1$s as bigint)"
                                        + " when regexp_full_match(%1$s, %3$s) then ml_whole(%1$s) end")
                                .formatted(text, PLAIN, DECIMAL),
                        Arrays.stream(missing.wholeNumbers()).mapToObj(Long::toString));
            case BOOLEAN ->
                "case when %s then true when %s then false end"
                        .formatted(isTrue(text, column.booleans()), isFalse(text, column.booleans()));
            case CATEGORY, TEXT -> text;
            case DATE, TIMESTAMP -> TimeCasts.ofText(column, text);
        };
    }

    /** Whether a text is true, as an expression. */
    static String isTrue(String text, BooleanTexts texts) {
        return isWord(text, "true", texts.isUsual() ? List.of("1") : texts.trueValues());
    }

    /** Whether a text is false, as an expression. */
    static String isFalse(String text, BooleanTexts texts) {
        return isWord(text, "false", texts.isUsual() ? List.of("0") : texts.falseValues());
    }

    private static String isWord(String text, String word, List<String> others) {
        return "(lower(%1$s) = '%2$s' or %1$s in (%3$s))".formatted(text, word, Sql.literals(others));
    }

    private static String present(String value, Stream<String> missing) {
        String listed = missing.collect(Collectors.joining(", "));
        return listed.isEmpty() ? value : "case when (%1$s) not in (%2$s) then %1$s end".formatted(value, listed);
    }
}
