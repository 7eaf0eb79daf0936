package io.github.mlmaven.report;

import io.github.mlmaven.spec.SourceKeys;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Predicted;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.text.Numbers;
import io.github.mlmaven.text.Shown;
import java.util.List;
import java.util.Optional;

/** What a finding says, as the pieces of sentences; each is an error where the finding does not say it. */
final class FindingValues {

    private static final int SHOWN_VALUES = 10;

    /** Behind the type in the coordinates of an artifact. */
    private static final String CLASSIFIER = "(:[^:/]+)?";

    private final Finding finding;

    FindingValues(Finding finding) {
        this.finding = finding;
    }

    String file() {
        return Shown.whole(said(finding.about().file(), "file"));
    }

    String column() {
        return Shown.whole(said(finding.about().column(), "column"));
    }

    String place() {
        return said(finding.about().place(), "place").toString();
    }

    /** {@code data/d.csv line 17}, {@code data.query row 17 (house = 3)}. */
    String row() {
        Offender row = finding.rows().first().get(0);
        return Shown.whole(row.file()) + (row.isOnLine() ? " line " : " row ") + row.line() + key(row);
    }

    /** What tells a row beside its number, behind it. */
    static String key(Offender row) {
        return row.key().map(key -> " (" + Shown.whole(key) + ")").orElse("");
    }

    /** Whether rows are no file's, but a result. */
    static boolean isResult(String file) {
        return SourceKeys.isQuery(file);
    }

    /** What was found in the first row. */
    String first() {
        return Shown.whole(finding.rows().first().get(0).value());
    }

    /** How many rows there are. */
    long count() {
        return finding.rows().count();
    }

    /** Among how many rows. */
    long of() {
        return finding.rows().of();
    }

    /** {@code ; 3 of 100 rows are so}, or nothing if there is only the first. */
    String more() {
        return count() == 1 ? "" : "; %s of %s rows are so".formatted(count(), of());
    }

    String text(String name) {
        return Shown.whole(raw(name));
    }

    /** A text that is no part of a sentence. */
    String raw(String name) {
        return value(name, Value.Text.class).text();
    }

    List<String> texts(String name) {
        return value(name, Value.Texts.class).texts().stream().map(Shown::whole).toList();
    }

    String number(String name) {
        Value value = said(Optional.ofNullable(finding.values().get(name)), name);
        if (value instanceof Value.Text time) {
            return time.text();
        }
        return value instanceof Value.Whole whole
                ? Long.toString(whole.number())
                : Numbers.plain(value(name, Value.Real.class).number());
    }

    /** Whether it is about rows to be predicted: who has them corrects the file, and not what the model was made of. */
    boolean isOfPrediction() {
        return has(Predicted.ASKED);
    }

    boolean has(String name) {
        return finding.values().containsKey(name);
    }

    /** Whether a file has keys and no header. */
    static boolean isJson(String file) {
        return file.matches(".*[.:](json|jsonl|ndjson)([.]gz)?" + CLASSIFIER);
    }

    /** The format that the finding proposes, as model.yaml has it. */
    Optional<String> format() {
        return has("csv") ? Optional.of(text("csv")) : Optional.empty();
    }

    /** {@code "a", "b" and 3 more}. */
    static String quoted(List<String> values) {
        return list(values, "\"");
    }

    /** {@code 'a', 'b' and 3 more}. */
    static String named(List<String> values) {
        return list(values, "'");
    }

    private static String list(List<String> values, String quote) {
        int shown = Math.min(values.size(), SHOWN_VALUES);
        String list = quote + String.join(quote + ", " + quote, values.subList(0, shown)) + quote;
        return values.size() > shown ? list + " and " + (values.size() - shown) + " more" : list;
    }

    private <T extends Value> T value(String name, Class<T> type) {
        return said(
                Optional.ofNullable(finding.values().get(name))
                        .filter(type::isInstance)
                        .map(type::cast),
                name);
    }

    private <T> T said(Optional<T> value, String what) {
        return value.orElseThrow(() ->
                new IllegalArgumentException("the finding " + finding.code().key() + " does not say its " + what));
    }
}
