package io.github.mlmaven.predict;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.model.LabelOutputs;
import io.github.mlmaven.model.MlModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a model says of rows, as the columns of a file: {@code prediction}, and of labels their probabilities. */
final class Answers {

    private final MlModel model;
    private final Map<String, ColumnType> columns;

    Answers(MlModel model) {
        this.model = model;
        this.columns = model.outputs().match(value -> Map.of("prediction", ColumnType.NUMBER), Answers::columns);
    }

    private static Map<String, ColumnType> columns(LabelOutputs labels) {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("prediction", ColumnType.CATEGORY);
        for (int label = 0; label < labels.labels().size(); label++) {
            columns.put(labels.probability(label), ColumnType.NUMBER);
        }
        return columns;
    }

    /** The names and types of the columns, in their order. */
    Map<String, ColumnType> columns() {
        return columns;
    }

    /** The columns of some rows, which have all inputs. */
    List<Column> of(Batch rows) {
        Batch answer = model.predict(rows);
        List<Column> found = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            found.add(answer.column(i));
        }
        return found;
    }
}
