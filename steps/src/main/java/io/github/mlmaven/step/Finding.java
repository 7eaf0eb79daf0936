package io.github.mlmaven.step;

import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SourceKeys;
import io.github.mlmaven.spec.SpecPlace;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One thing that is not as the spec says, as data: what it says in words is {@code report}'s alone.
 *
 * @param about what it is about
 * @param rows the evidence
 * @param values by the names that its {@link FindingCode} gives
 */
public record Finding(FindingCode code, Severity severity, Subject about, Rows rows, SortedMap<String, Value> values) {

    public Finding {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Finding of(FindingCode code, Severity severity, Subject about) {
        return new Finding(code, severity, about, Rows.NONE, new TreeMap<>());
    }

    /** The same finding with its evidence. */
    public Finding with(Rows evidence) {
        return new Finding(code, severity, about, evidence, values);
    }

    /** The same finding with one more value. */
    public Finding with(String name, Value value) {
        SortedMap<String, Value> more = new TreeMap<>(values);
        more.put(name, value);
        return new Finding(code, severity, about, rows, more);
    }

    /** The same finding with one more text. */
    public Finding with(String name, String text) {
        return with(name, new Value.Text(text));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /**
     * What a finding is about.
     *
     * @param file relative to the project, where it is about a file as such
     * @param column where it is about one
     * @param place the rule in model.yaml, where there is one
     */
    public record Subject(Optional<String> file, Optional<String> column, Optional<SpecPlace> place) {

        public static Subject file(String name) {
            return new Subject(Optional.of(name), Optional.empty(), Optional.empty());
        }

        public static Subject column(String name, SpecPlace place) {
            return new Subject(Optional.empty(), Optional.of(name), Optional.of(place));
        }

        public static Subject rule(SpecPlace place) {
            return new Subject(Optional.empty(), Optional.empty(), Optional.of(place));
        }
    }

    /**
     * The rows that a finding is about.
     *
     * @param count how many rows, 0 where the finding is not about rows
     * @param of how many rows were looked at
     * @param first the first of them in the order of the data, at most five; may be none where a finding counts alone
     */
    public record Rows(long count, long of, List<Offender> first) {

        public static final Rows NONE = new Rows(0, 0, List.of());

        public Rows {
            first = List.copyOf(first);
        }
    }

    /**
     * One row.
     *
     * @param file relative to the project, or {@code data.query} for the result of a query
     * @param line the line of a text file, from 1; the row number, from 1, of a Parquet file, of an array of JSON and of a result
     * @param key what tells the row of a result where its number does not: {@code house = 17}
     * @param value what was found there
     */
    public record Offender(String file, long line, Optional<String> key, String value) {

        private static final Pattern WITHOUT_LINES =
                Pattern.compile(".*[.:](parquet|json|json[.]gz)(:[^:/]+)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

        /** A row of a file. */
        public Offender(String file, long line, String value) {
            this(file, line, Optional.empty(), value);
        }

        /** Whether the row is on a line of its own: one of Parquet, of an array of JSON or of a result is not. */
        public boolean isOnLine() {
            return !SourceKeys.isQuery(file) && !WITHOUT_LINES.matcher(file).matches();
        }
    }
}
