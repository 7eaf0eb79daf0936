package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Range;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Dates and timestamps of a request. */
class TimeInputsTest {

    private static final Range ANY = new Range(OptionalDouble.empty(), OptionalDouble.empty());

    private final Inputs inputs = new Inputs(
            List.of(
                    new Input("day", ColumnType.DATE, List.of(), ANY, false),
                    new Input("moment", ColumnType.TIMESTAMP, List.of(), ANY, false)),
            "y");

    private Batch batch(String day, String moment) {
        BatchBuilder rows = inputs.batch(1);
        rows.set(0, day);
        rows.set(1, moment);
        rows.endRow();
        return rows.batch();
    }

    @Test
    void they_are_written_by_iso_8601_a_timestamp_with_its_offset() {
        Batch batch = batch("2026-01-31", "2026-01-31T10:15:30+01:00");

        inputs.check(batch, RowName.INDEX);
        assertThat(batch.column("day").text(0)).isEqualTo("2026-01-31");
        assertThat(batch.column("moment").text(0)).isEqualTo("2026-01-31T09:15:30Z");
    }

    @Test
    void what_is_written_otherwise_is_refused() {
        refuses(
                batch("31.01.2026", "2026-01-31T10:15:30Z"),
                "The input 'day' is \"31.01.2026\", the model takes a date such as \"2026-01-31\". Correct its date value.");
        refuses(
                batch("2026-01-31", "2026-01-31T10:15:30"),
                "The input 'moment' is \"2026-01-31T10:15:30\", the model takes a time with its offset such as"
                        + " \"2026-01-31T10:15:30Z\". Correct its timestamp value.");
    }

    private void refuses(Batch batch, String message) {
        assertThatThrownBy(() -> inputs.check(batch, RowName.NONE))
                .isInstanceOf(MlException.class)
                .hasMessage(message);
    }
}
