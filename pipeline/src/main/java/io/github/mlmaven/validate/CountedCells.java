package io.github.mlmaven.validate;

import io.github.mlmaven.measure.CellCounts;
import io.github.mlmaven.measure.Counts;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.spec.ModelSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many cells of each column have a value. */
final class CountedCells {

    private final Map<String, Fold.Result<CellCounts>> columns = new LinkedHashMap<>();

    /** Plans what has to be measured. */
    CountedCells(ModelSpec spec, Fold fold) {
        spec.columns().keySet().forEach(name -> columns.put(name, fold.plan(new Counts(name))));
    }

    /** The cells of a column, once the rows were folded. */
    CellCounts of(String column) {
        Fold.Result<CellCounts> counted = columns.get(column);
        if (counted == null) {
            throw new IllegalArgumentException("no column '" + column + "' in the schema");
        }
        return counted.value();
    }
}
