package io.github.mlmaven.data;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Column.Clash;
import io.github.mlmaven.api.Tick;
import io.github.mlmaven.spec.TimeTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/**
 * Days or instants that are times in their file too. A timestamp without a zone is one of the column's zone; one at midnight
 * is a day as well. Infinity, a day's part, an hour that the clocks left out, and what is between two microseconds clash.
 */
final class TypedTimeCells implements Cells {

    private static final long PER_DAY = Tick.MICROSECOND.perDay();

    private final List<String> sql;
    private final TimeTexts format;
    private final boolean local;

    /** @param type as the engine calls it */
    TypedTimeCells(String field, String type, TableColumn column) {
        String micros = micros(field, type);
        this.sql = List.of(micros, "case when (%s) is null then cast(%s as varchar) end".formatted(micros, field));
        this.format = TimeTexts.of(column.type(), column.time());
        this.local = !type.contains("WITH TIME ZONE");
    }

    private static String micros(String field, String type) {
        String exact = type.equals("TIMESTAMP_NS") ? " and epoch_ns(%s) %% 1000 = 0".formatted(field) : "";
        String value = type.equals("DATE") || type.equals("TIMESTAMP_S") || type.equals("TIMESTAMP_MS")
                ? "cast(" + field + " as timestamp)"
                : field;
        return "case when isfinite(%1$s)%2$s then epoch_us(%3$s) end"
                .formatted(type.equals("DATE") ? field : value, exact, value);
    }

    /** A value for a user's check: of its SQL type, null where it clashes. */
    static String value(String field, String type, TableColumn column) {
        String time = "make_timestamp(" + micros(field, type) + ")";
        String within = "%1$s >= timestamp '0001-01-01' and %1$s < timestamp '10000-01-01'".formatted(time);
        return Tick.of(column.type()) == Tick.DAY
                ? "case when %1$s and date_trunc('day', %2$s) = %2$s then cast(%2$s as date) end"
                        .formatted(within, time)
                : "case when %s then %s end".formatted(within, time);
    }

    @Override
    public List<String> sql() {
        return sql;
    }

    @Override
    public Buffer buffer() {
        return new TimeBuffer();
    }

    private OptionalLong value(long micros) {
        OptionalLong value = OptionalLong.empty();
        if (format.tick() == Tick.DAY) {
            if (micros % PER_DAY == 0) {
                value = OptionalLong.of(micros / PER_DAY);
            }
        } else {
            value = local ? format.inZone(micros) : OptionalLong.of(micros);
        }
        return value.isPresent() && format.tick().isWithin(value.getAsLong()) ? value : OptionalLong.empty();
    }

    private final class TimeBuffer implements Buffer {

        private final SparseTexts texts = new SparseTexts();
        private long[] values = new long[0];

        @Override
        public void fill(DuckDBDataChunkReader chunk, int first, int rows) {
            if (values.length < rows) {
                values = new long[rows];
            }
            DuckDBReadableVector vector = chunk.vector(first);
            for (int row = 0; row < rows; row++) {
                values[row] = vector.isNull(row) ? Column.Times.MISSING : vector.getLong(row);
            }
            texts.fill(chunk.vector(first + 1), rows);
        }

        @Override
        public Column column(int rows) {
            List<Clash> clashes = new ArrayList<>(texts.clashes());
            int typed = clashes.size();
            for (int row = 0; row < rows; row++) {
                long micros = values[row];
                if (micros != Column.Times.MISSING) {
                    OptionalLong value = value(micros);
                    values[row] = value.orElse(Column.Times.MISSING);
                    if (value.isEmpty()) {
                        clashes.add(new Clash(row, Tick.MICROSECOND.text(micros)));
                    }
                }
            }
            if (clashes.size() > typed) {
                clashes.sort((one, other) -> Integer.compare(one.row(), other.row()));
            }
            return new Column.Times(format.tick(), values, rows, clashes);
        }
    }
}
