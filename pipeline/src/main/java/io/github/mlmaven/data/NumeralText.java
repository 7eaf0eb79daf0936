package io.github.mlmaven.data;

import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.spec.TextFormat.Numerals;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * How the numbers of a file are written. A text is made plain first, so that {@link DecimalText} alone says what a number is:
 * with a decimal comma {@code 44,2} is 44.2 and {@code 44.2} is none; thousands stand in groups of three, all of them or none:
 * {@code 1.234.567,8}, not {@code 1234.567,8}.
 */
public final class NumeralText {

    public static final NumeralText PLAIN = new NumeralText(TextFormat.PLAIN.numerals());

    private final Numerals numerals;
    private final String grammar;
    private final Pattern pattern;

    public NumeralText(Numerals numerals) {
        this.numerals = numerals;
        this.grammar = grammar(numerals);
        this.pattern = Pattern.compile(grammar);
    }

    /** The engine and Java read it alike. */
    private static String grammar(Numerals numerals) {
        String groups = numerals.thousands()
                .map(thousands -> "[0-9]{1,3}([" + thousands + "][0-9]{3})+|")
                .orElse("");
        String decimal = "[" + numerals.decimal() + "]";
        return "[\\t-\\r ]*[+-]?((" + groups + "[0-9]+)(" + decimal + "[0-9]*)?|" + decimal
                + "[0-9]+)([eE][+-]?[0-9]+)?[\\t-\\r ]*";
    }

    /** The number that a text is, if it is one and finite. */
    public OptionalDouble number(String text) {
        return plain(text).map(DecimalText::number).orElse(OptionalDouble.empty());
    }

    /** The whole number of at most 18 digits that a text is. */
    public OptionalLong whole(String text) {
        return plain(text).map(DecimalText::whole).orElse(OptionalLong.empty());
    }

    /** A text as {@link DecimalText} reads it; nothing of what is no number here, and might be one there. */
    private Optional<String> plain(String text) {
        if (numerals.isPlain()) {
            return Optional.of(text);
        }
        if (!pattern.matcher(text).matches()) {
            return Optional.empty();
        }
        String bare = numerals.thousands().map(mark -> text.replace(mark, "")).orElse(text);
        return Optional.of(bare.replace(numerals.decimal(), "."));
    }

    /** The same as an expression over a text; null where it is no number here. */
    String sql(String text) {
        if (numerals.isPlain()) {
            return text;
        }
        String bare = numerals.thousands()
                .map(mark -> "replace(%s, %s, '')".formatted(text, Sql.literal(mark)))
                .orElse(text);
        return "case when regexp_full_match(%s, %s) then replace(%s, %s, '.') end"
                .formatted(text, Sql.literal(grammar), bare, Sql.literal(numerals.decimal()));
    }
}
