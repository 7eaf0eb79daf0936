package io.github.mlmaven.measure;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.CalendarPart;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which numbers of a row are measured. */
public sealed interface Variable {

    /** The numbers of a batch's rows. */
    Column of(Batch batch);

    /** The values of a column. */
    static Variable column(String name) {
        return new Values(name);
    }

    /** The positions of a column's texts among the given ones; a text that is not among them is missing. */
    static Variable position(String name, List<String> texts) {
        return new Position(name, texts);
    }

    /**
     * A part of the times of a column.
     *
     * @param offset minutes that the clock is ahead of UTC
     */
    static Variable part(String name, CalendarPart part, int offset) {
        return new Part(name, part, offset);
    }

    /** See {@link #part}. */
    record Part(String name, CalendarPart part, int offset) implements Variable {

        @Override
        public Column of(Batch batch) {
            if (!(batch.column(name) instanceof Column.Times times)) {
                throw new IllegalArgumentException("column '" + name + "' has no times");
            }
            double[] parts = new double[times.rows()];
            for (int row = 0; row < parts.length; row++) {
                parts[row] = part.of(times, row, offset);
            }
            return new Column.Doubles(parts, parts.length, List.of());
        }
    }

    /** See {@link #column}. */
    record Values(String name) implements Variable {

        @Override
        public Column of(Batch batch) {
            return batch.column(name);
        }
    }

    /** See {@link #position}. */
    record Position(String name, List<String> texts) implements Variable {

        public Position {
            texts = List.copyOf(texts);
        }

        @Override
        public Column of(Batch batch) {
            if (!(batch.column(name) instanceof Column.Texts column)) {
                throw new IllegalArgumentException("column '" + name + "' has no texts");
            }
            double[] byCode = byCode(column.dictionary());
            double[] positions = new double[column.rows()];
            for (int row = 0; row < positions.length; row++) {
                int code = column.codes()[row];
                positions[row] = code == Column.Texts.MISSING ? Double.NaN : byCode[code];
            }
            return new Column.Doubles(positions, positions.length, List.of());
        }

        private double[] byCode(Dictionary dictionary) {
            Map<String, Integer> positions = new HashMap<>();
            for (int i = 0; i < texts.size(); i++) {
                positions.putIfAbsent(texts.get(i), i);
            }
            double[] byCode = new double[dictionary.size()];
            for (int code = 0; code < byCode.length; code++) {
                Integer position = positions.get(dictionary.text(code));
                byCode[code] = position == null ? Double.NaN : position;
            }
            return byCode;
        }
    }
}
