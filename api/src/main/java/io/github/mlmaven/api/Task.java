package io.github.mlmaven.api;

import java.util.List;

/** What the model predicts. */
public enum Task {
    /** One of a fixed set of labels, with a probability for each. */
    CLASSIFICATION(ColumnType.CATEGORY, ColumnType.BOOLEAN),
    /** A number. */
    REGRESSION(ColumnType.NUMBER, ColumnType.INTEGER);

    private final List<ColumnType> labelTypes;

    Task(ColumnType... labelTypes) {
        this.labelTypes = List.of(labelTypes);
    }

    /** The types that a column can have to be predicted. */
    public List<ColumnType> labelTypes() {
        return labelTypes;
    }
}
