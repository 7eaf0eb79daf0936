package io.github.mlmaven.pages;

import java.util.List;
import java.util.Optional;

/**
 * A column.
 *
 * @param key its name in the data
 * @param head what it is
 * @param marks what is to be seen first: its findings, its drift
 * @param chart its values
 * @param facts its statistics
 */
record ColumnView(String key, Head head, List<Mark> marks, Chart chart, List<Fact> facts) {

    ColumnView {
        marks = List.copyOf(marks);
        facts = List.copyOf(facts);
    }

    /**
     * What a column is.
     *
     * @param name as it is shown
     * @param kind type and role
     */
    record Head(String anchor, String name, String kind, Missing missing, String distinct) {}

    /** @param some whether a value is missing */
    record Missing(String share, boolean some) {}

    /**
     * A number and its name.
     *
     * @param before what it was in the accepted data
     */
    record Fact(String name, String value, Optional<String> before) {

        static Fact of(String name, String value) {
            return new Fact(name, value, Optional.empty());
        }
    }

    String anchor() {
        return head.anchor();
    }
}
