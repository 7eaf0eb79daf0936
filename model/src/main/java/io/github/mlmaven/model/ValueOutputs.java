package io.github.mlmaven.model;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Header;
import java.util.List;
import java.util.function.Function;

/** A number in the label's unit, in a column of the label's name. */
public final class ValueOutputs implements Outputs {

    private final Header header;

    ValueOutputs(String label) {
        this.header = new Header(List.of(label));
    }

    /** The name of the column. */
    public String column() {
        return header.names().get(0);
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public Batch answer(double[] numbers, int rows) {
        return Batch.of(header, rows, new Column.Doubles(numbers, rows, List.of()));
    }

    @Override
    public Prediction prediction(Batch answer, int row) {
        return new Prediction.Value(answer.column(column()).number(row));
    }

    @Override
    public <R> R match(Function<ValueOutputs, R> value, Function<LabelOutputs, R> label) {
        return value.apply(this);
    }
}
