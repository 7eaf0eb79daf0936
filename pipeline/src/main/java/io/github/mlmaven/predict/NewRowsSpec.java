package io.github.mlmaven.predict;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.DataSpec;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Phase;
import io.github.mlmaven.spec.Presence;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.Share;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.Spelling;
import io.github.mlmaven.spec.SplitSpec;
import io.github.mlmaven.spec.When;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What model.yaml says of rows that are to be predicted: the rules of its inputs, but for those that are about a table of
 * training data, and columns that are carried along. A carried column of the schema has its type and no rules; another one is
 * a text.
 */
final class NewRowsSpec {

    private NewRowsSpec() {}

    /**
     * The spec of a source of such rows.
     *
     * @param inputs the columns that the model needs
     * @param carried may be inputs too
     */
    static SpecFile of(SpecFile file, SourceSpec source, List<String> inputs, List<String> carried) {
        ModelSpec spec = file.spec();
        Map<String, ColumnSpec> columns = new LinkedHashMap<>();
        inputs.forEach(name -> columns.put(name, input(spec.column(name))));
        carried.forEach(name -> columns.putIfAbsent(name, carried(spec, name)));
        // Every row is predicted, whatever part it would be in: the key that is read fastest will do.
        List<String> key = columns.keySet().stream().limit(1).toList();
        SplitSpec split = SplitSpec.byHash(Share.NONE, key);
        DataSpec data = spec.data().of(source, split);
        return file.asked(spec.of(data, columns));
    }

    private static ColumnSpec input(ColumnSpec declared) {
        ColumnSpec column = declared.in(Phase.SERVING);
        Presence presence = new Presence(column.presence().required(), new Share(1), false, When.ALWAYS);
        return new ColumnSpec(
                column.type(),
                column.domain(),
                presence,
                column.spelling(),
                column.text(),
                column.maxInvalid(),
                column.severity(),
                column.terms());
    }

    private static ColumnSpec carried(ModelSpec spec, String name) {
        ColumnSpec declared = spec.columns().get(name);
        return declared == null
                ? ColumnSpec.of(ColumnType.TEXT, Spelling.USUAL, Severity.ERROR)
                : ColumnSpec.of(declared.type(), declared.spelling(), Severity.ERROR);
    }
}
