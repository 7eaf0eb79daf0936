package io.github.mlmaven.step;

import io.github.mlmaven.spec.Severity;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is not as the spec says.
 *
 * @param code a stable code in kebab case, such as {@code value-out-of-range}
 * @param column the column, where the finding is about one
 * @param text where, what was found and what is allowed, as whole sentences
 * @param remedy what to do
 * @param rows the evidence
 */
public record Finding(String code, Severity severity, Optional<String> column, String text, String remedy, Rows rows) {

    public static Finding of(String code, Severity severity, String text, String remedy) {
        return new Finding(code, severity, Optional.empty(), text, remedy, Rows.NONE);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /**
     * The rows that a finding is about.
     *
     * @param count how many rows, 0 where the finding is not about rows
     * @param first the first of them in the order of the data, at most five
     */
    public record Rows(long count, List<Offender> first) {

        public static final Rows NONE = new Rows(0, List.of());

        public Rows {
            first = List.copyOf(first);
        }
    }

    /**
     * One row.
     *
     * @param file relative to the project
     * @param line the line of a text file, from 1; the row number, from 1, of a Parquet file
     * @param value what was found there
     */
    public record Offender(String file, long line, String value) {}
}
