package io.github.mlmaven.draft;

import io.github.mlmaven.data.NumeralText;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How the texts of a column are written, and the range of those that are numbers. */
final class FormCounts {

    private static final int LONGEST_EXAMPLE = 40;
    private static final int DIGITS_OF_DAY = 8;

    private final EnumMap<TextForm, Long> rows = new EnumMap<>(TextForm.class);
    private final EnumMap<TextForm, String> examples = new EnumMap<>(TextForm.class);
    private final NumeralForms numerals = new NumeralForms();
    private final TimeForms times = new TimeForms();
    private final NumeralText written;
    private @Nullable BigDecimal min;
    private @Nullable BigDecimal max;
    private int longest;

    /** @param written how numbers are */
    FormCounts(NumeralText written) {
        this.written = written;
    }

    void add(String text, long count) {
        TextForm form = TextForm.of(text, written);
        rows.merge(form, count, Long::sum);
        examples.putIfAbsent(form, text.length() > LONGEST_EXAMPLE ? text.substring(0, LONGEST_EXAMPLE) + "..." : text);
        longest = Math.max(longest, text.length());
        boolean isNumber = form == TextForm.WHOLE || form == TextForm.DECIMAL;
        numerals.add(text, isNumber);
        if (form == TextForm.DATE || (form == TextForm.WHOLE && text.length() == DIGITS_OF_DAY)) {
            times.add(text);
        } else {
            times.none();
        }
        if (isNumber) {
            BigDecimal number = number(text);
            min = min == null ? number : min.min(number);
            max = max == null ? number : max.max(number);
        }
    }

    // A whole number to its last digit, any other as the double that it is read as: the exponent of a text has no
    // limit.
    private BigDecimal number(String text) {
        OptionalLong whole = written.whole(text);
        return whole.isPresent()
                ? BigDecimal.valueOf(whole.getAsLong())
                : BigDecimal.valueOf(written.number(text).orElseThrow());
    }

    Facts facts() {
        return new Facts(rows, examples, range(), longest, numerals.facts(), times.facts());
    }

    private Optional<Range> range() {
        return min == null || max == null ? Optional.empty() : Optional.of(new Range(min, max));
    }

    /** The least and the greatest number. */
    record Range(BigDecimal min, BigDecimal max) {}

    /**
     * What was counted.
     *
     * @param rows of each form that occurs
     * @param examples the first text of each form, shortened
     * @param longest letters of the longest text
     * @param numerals in which ways all would be numbers
     * @param times the patterns that read all of them
     */
    record Facts(
            Map<TextForm, Long> rows,
            Map<TextForm, String> examples,
            Optional<Range> range,
            int longest,
            NumeralForms.Facts numerals,
            TimeForms.Facts times) {

        Facts {
            rows = Map.copyOf(rows);
            examples = Map.copyOf(examples);
        }

        /** The same, of texts that are dates by fewer patterns. */
        Facts timed(TimeForms.Facts fewer) {
            return new Facts(rows, examples, range, longest, numerals, fewer);
        }

        /** The same, of texts that are no numbers and no truths, whatever they look like. */
        Facts quoted() {
            Map<TextForm, Long> all = new EnumMap<>(TextForm.class);
            Map<TextForm, String> shown = new EnumMap<>(TextForm.class);
            rows.forEach((form, count) -> all.merge(form.inQuotes(), count, Long::sum));
            examples.forEach((form, text) -> shown.putIfAbsent(form.inQuotes(), text));
            return new Facts(all, shown, Optional.empty(), longest, new NumeralForms.Facts(List.of(), ""), times);
        }

        /** Whether all texts are of these forms, and one of the first. */
        boolean only(TextForm first, TextForm... others) {
            long all = rows.values().stream().mapToLong(Long::longValue).sum();
            long counted = count(first);
            for (TextForm form : others) {
                counted += count(form);
            }
            return count(first) > 0 && counted == all;
        }

        /** The first text of a form; empty where there is none. */
        String example(TextForm form) {
            return examples.getOrDefault(form, "");
        }

        long count(TextForm form) {
            return rows.getOrDefault(form, 0L);
        }
    }
}
