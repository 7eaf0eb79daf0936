package io.github.mlmaven.pages;

import io.github.mlmaven.pages.Chart.Other;
import java.util.List;
import java.util.Optional;

/**
 * A column.
 *
 * @param key its name in the data
 * @param head what it is
 * @param marks what is to be seen first: its findings, its drift
 * @param notes more of the same, in sentences
 * @param drift how far it moved, where that was asked
 * @param chart its values
 * @param facts its statistics
 */
record ColumnView(
        String key,
        Head head,
        List<Mark> marks,
        List<Mark> notes,
        Optional<DriftView> drift,
        Chart chart,
        List<Fact> facts) {

    ColumnView {
        marks = List.copyOf(marks);
        notes = List.copyOf(notes);
        facts = List.copyOf(facts);
    }

    /**
     * What a column is.
     *
     * @param name as it is shown
     * @param kind type and role
     * @param label how much it tells of the label, where that is known
     */
    record Head(String anchor, String name, String kind, Missing missing, String distinct, Optional<String> label) {}

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

    /** Whether other rows are drawn over these. */
    boolean shows(Other rows) {
        if (chart instanceof Chart.Histogram histogram) {
            return histogram.lines().stream().anyMatch(line -> line.rows() == rows);
        }
        return chart instanceof Chart.Bars bars
                && bars.bars().stream().flatMap(bar -> bar.others().stream()).anyMatch(tick -> tick.rows() == rows);
    }
}
