package io.github.mlmaven.train;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Schema;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Rows;
import io.github.mlmaven.model.Encoder;
import io.github.mlmaven.model.Golden.Case;
import io.github.mlmaven.model.Inputs;
import io.github.mlmaven.model.Outputs;
import io.github.mlmaven.model.Predictor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes golden predictions: of rows spread evenly over the test rows, over the training rows if there are none, as the side
 * that trains encodes and predicts them. Whoever replays them holds the side that serves to it.
 */
final class GoldenRows {

    private static final int COUNT = 10;

    private final Schema schema;
    private final Inputs inputs;
    private final Encoder encoder;
    private final Predictor predictor;

    GoldenRows(Schema schema, Encoder encoder, Predictor predictor) {
        this.schema = schema;
        this.inputs = new Inputs(schema.inputs(), schema.label());
        this.encoder = encoder;
        this.predictor = predictor;
    }

    /** At most ten rows that the model accepts, with what the model says about them. */
    List<Case> of(Rows rows) {
        List<Case> cases = of(rows, Part.TEST);
        return cases.isEmpty() ? of(rows, Part.TRAIN) : cases;
    }

    private List<Case> of(Rows rows, Part part) {
        // As good as always all rows are accepted, and one pass is enough.
        Picked picked = read(rows, part, rows.count(part));
        return picked.accepted == picked.expected ? picked.cases : read(rows, part, picked.accepted).cases;
    }

    private Picked read(Rows rows, Part part, long expected) {
        Picked picked = new Picked(expected);
        if (expected > 0) {
            rows.read(part, names(schema.inputs()), picked::add);
        }
        return picked;
    }

    /** Rows that are spread evenly over a number of accepted rows, if there are as many. */
    private final class Picked {

        private final List<Case> cases = new ArrayList<>();
        private final long expected;
        private long accepted;

        Picked(long expected) {
            this.expected = expected;
        }

        void add(Batch batch) {
            int[] chosen = new int[COUNT];
            int count = 0;
            for (int row = 0; row < batch.rows(); row++) {
                if (inputs.isAccepted(batch, row)) {
                    if (isChosen(accepted++)) {
                        chosen[count++] = row;
                    }
                }
            }
            if (count > 0) {
                record(batch.pick(chosen, count), cases);
            }
        }

        private boolean isChosen(long index) {
            for (int i = 0; i < COUNT; i++) {
                if (expected * i / COUNT == index) {
                    return true;
                }
            }
            return false;
        }
    }

    private void record(Batch batch, List<Case> cases) {
        int width = encoder.features().size();
        float[] features = new float[batch.rows() * width];
        encoder.encode(batch, features, 0);
        Outputs outputs = Outputs.of(schema);
        for (int row = 0; row < batch.rows(); row++) {
            double[] numbers = new double[outputs.width()];
            predictor.predict(features, row * width, numbers);
            cases.add(Case.of(values(batch, row), outputs.prediction(outputs.answer(numbers, 1), 0)));
        }
    }

    private static Map<String, Object> values(Batch batch, int row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : batch.names()) {
            Column column = batch.column(name);
            if (!column.isMissing(row)) {
                values.put(name, value(column, row));
            }
        }
        return values;
    }

    private static Object value(Column column, int row) {
        if (column instanceof Column.Doubles doubles) {
            return doubles.values()[row];
        }
        if (column instanceof Column.Longs longs) {
            return longs.values()[row];
        }
        return column instanceof Column.Booleans booleans ? booleans.values()[row] == 1 : column.text(row);
    }

    private static List<String> names(List<Input> inputs) {
        return inputs.stream().map(Input::name).toList();
    }
}
