package io.github.mlmaven.draft;

import io.github.mlmaven.data.NumeralText;
import java.util.regex.Pattern;

/** How a text is written; of several forms that it has, the first. */
enum TextForm {
    /** Digits that begin with a zero: a code, which would be another one as a number. */
    LEADING_ZERO("[+-]?0[0-9]+"),
    /** A whole number. */
    WHOLE(""),
    /** Another number. */
    DECIMAL(""),
    /** {@code true} or {@code false}, in any case. */
    TRUTH("(?i)true|false"),
    /** A day, or a moment. */
    DATE(
            "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}([T ]\\d{1,2}:\\d{2}.*)?|\\d{1,2}[-/.]\\d{1,2}[-/.](\\d{2}|\\d{4})([T ]\\d{1,2}:\\d{2}.*)?"
                    + "|\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?"
                    + "|(\\d{1,2}[ -][A-Z][a-z]{2}[ -]|[A-Z][a-z]{2} \\d{1,2},? )\\d{4}( \\d{1,2}:\\d{2}.*)?"),
    /** What looks like a number or a truth, and is a text by its source. */
    QUOTED("(?!)"),
    /** None of the others. */
    OTHER("");

    private final Pattern pattern;

    TextForm(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** @param numerals how numbers are written */
    static TextForm of(String text, NumeralText numerals) {
        String stripped = text.strip();
        if (LEADING_ZERO.is(stripped)) {
            return LEADING_ZERO;
        }
        if (numerals.whole(text).isPresent()) {
            return WHOLE;
        }
        if (numerals.number(text).isPresent()) {
            return DECIMAL;
        }
        for (TextForm form : new TextForm[] {TRUTH, DATE}) {
            // A boolean is read as it stands, without its spaces.
            if (form.is(form == TRUTH ? text : stripped)) {
                return form;
            }
        }
        return OTHER;
    }

    /** The form of such a text where it is known to be no more than a text. */
    TextForm inQuotes() {
        return this == WHOLE || this == DECIMAL || this == TRUTH ? QUOTED : this;
    }

    private boolean is(String text) {
        return pattern.matcher(text).matches();
    }
}
