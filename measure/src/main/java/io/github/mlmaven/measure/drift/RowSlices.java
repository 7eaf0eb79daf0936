package io.github.mlmaven.measure.drift;

import io.github.mlmaven.api.CalendarUnit;
import io.github.mlmaven.api.Column;
import org.jspecify.annotations.Nullable;

/** Which slice each row of a batch is in. Rows that follow one another are mostly of one. */
final class RowSlices {

    private final CalendarUnit every;
    private SliceCounts.@Nullable Slice[] slices = new SliceCounts.Slice[0];

    RowSlices(CalendarUnit every) {
        this.every = every;
    }

    /** By row, after each was counted; null without a time. What it says of too many slices is of no use. */
    SliceCounts.@Nullable Slice[] of(Column.Times times, SliceCounts counts) {
        int rows = times.rows();
        if (slices.length < rows) {
            slices = new SliceCounts.Slice[rows];
        }
        long[] values = times.values();
        long perDay = times.tick().perDay();
        long lastDay = Long.MIN_VALUE;
        SliceCounts.Slice last = null;
        for (int row = 0; row < rows; row++) {
            if (values[row] == Column.Times.MISSING) {
                counts.addWithout();
                slices[row] = null;
                continue;
            }
            long day = Math.floorDiv(values[row], perDay);
            if (day != lastDay) {
                lastDay = day;
                last = counts.slice(every.of(day));
            }
            slices[row] = last;
            if (last != null) {
                last.addRow();
            }
        }
        return slices;
    }
}
