package io.github.mlmaven.draft;

import io.github.mlmaven.data.NumeralText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was seen of a column. Texts that may stand for a missing value are kept apart, until {@link #resolved} decides.
 *
 * @param doubtful rows of each text that may stand for a missing value
 */
record SeenColumn(String name, Size size, FormCounts.Facts forms, Listed listed, SortedMap<String, Long> doubtful) {

    SeenColumn {
        doubtful = new TreeMap<>(doubtful);
    }

    /**
     * How many there are.
     *
     * @param values rows with a value
     * @param distinct different values, as far as they are told apart
     * @param unique whether no value comes twice
     */
    record Size(long rows, long values, long distinct, boolean unique) {

        long missing() {
            return rows - values;
        }
    }

    /**
     * The values with their rows.
     *
     * @param complete whether these are all; otherwise none is listed
     */
    record Listed(boolean complete, SortedMap<String, Long> counts) {

        Listed {
            counts = new TreeMap<>(counts);
        }
    }

    /** Whether every value is a number, so that what is none stands for a missing one. */
    boolean isNumeric() {
        return size.values() > 0 && forms.count(TextForm.WHOLE) + forms.count(TextForm.DECIMAL) == size.values();
    }

    /** Whether every value is a date or a timestamp, by some pattern. */
    boolean isTimes() {
        return forms.only(TextForm.DATE) && !forms.times().patterns().isEmpty();
    }

    /** The same, of texts that are dates by fewer patterns. */
    SeenColumn timed(TimeForms.Facts fewer) {
        return new SeenColumn(name, size, forms.timed(fewer), listed, doubtful);
    }

    /** The same, if its values are texts by their source: numbers and truths among them are in quotes. */
    SeenColumn asText() {
        return new SeenColumn(name, size, forms.quoted(), listed, doubtful);
    }

    /** The same, once it is known which texts stand for missing values: the other doubtful ones are values. */
    SeenColumn resolved(Set<String> missing) {
        SortedMap<String, Long> counts = new TreeMap<>(listed.counts());
        FormCounts added = new FormCounts(NumeralText.PLAIN);
        long values = size.values();
        long distinct = size.distinct();
        boolean unique = size.unique();
        for (Map.Entry<String, Long> text : doubtful.entrySet()) {
            if (!missing.contains(text.getKey())) {
                added.add(text.getKey(), text.getValue());
                counts.put(text.getKey(), text.getValue());
                values += text.getValue();
                distinct++;
                unique &= text.getValue() == 1;
            }
        }
        return new SeenColumn(
                name,
                new Size(size.rows(), values, distinct, unique),
                merged(added.facts()),
                new Listed(listed.complete(), listed.complete() ? counts : new TreeMap<>()),
                new TreeMap<>());
    }

    private FormCounts.Facts merged(FormCounts.Facts added) {
        Map<TextForm, Long> rows = new TreeMap<>(forms.rows());
        added.rows().forEach((form, count) -> rows.merge(form, count, Long::sum));
        Map<TextForm, String> examples = new TreeMap<>(added.examples());
        examples.putAll(forms.examples());
        boolean same = added.rows().isEmpty();
        return new FormCounts.Facts(
                rows,
                examples,
                forms.range(),
                Math.max(forms.longest(), added.longest()),
                same ? forms.numerals() : new NumeralForms.Facts(List.of(), ""),
                same ? forms.times() : TimeForms.Facts.NONE);
    }
}
