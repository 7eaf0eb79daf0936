package io.github.mlmaven.validate;

import io.github.mlmaven.api.Task;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.spec.TableCheck;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What a spec says about its data.
 *
 * @param ofRows said of rows, and so only if there are any: by column in the order of the schema, of the label, of the split
 * @param ofTable the checks of the table as a whole, in their order
 */
record Constraints(List<Constraint> ofRows, List<Constraint> ofTable) {

    Constraints {
        ofRows = List.copyOf(ofRows);
        ofTable = List.copyOf(ofTable);
    }

    static Constraints of(SpecFile file) {
        ModelSpec spec = file.spec();
        List<Constraint> rows = new ArrayList<>();
        spec.columns().forEach((name, column) -> {
            boolean required =
                    column.presence().required() && !name.equals(spec.data().label());
            rows.add(new ValidCells(name, column));
            rows.add(new PresentCells(name, column, required));
            if (column.presence().unique()) {
                Subject subject = Subject.column(name, file.place("columns", name, "unique"));
                rows.add(new Unique(
                        List.of(name), Finding.of(FindingCode.VALUE_NOT_UNIQUE, column.severity(), subject)));
            }
        });
        spec.inputs().forEach(name -> rows.add(new ColumnHealth(name, file)));
        spec.inputs().stream()
                .filter(name -> LabelCopy.isPossible(spec, name))
                .forEach(name -> rows.add(new LabelCopy(name, file)));
        rows.add(new LabelRules(file));
        if (spec.task() == Task.CLASSIFICATION) {
            rows.add(new LabelHealth(file));
        }
        rows.add(new SplitRules(file));
        if (Leakage.isPossible(spec)) {
            rows.add(new Leakage(file));
        }
        return new Constraints(rows, checks(file));
    }

    /** What a spec says about the cells of rows that are no training data. */
    static Constraints ofCells(SpecFile file) {
        List<Constraint> rows = new ArrayList<>();
        file.spec().columns().forEach((name, column) -> {
            rows.add(new ValidCells(name, column));
            rows.add(new PresentCells(name, column, column.presence().required()));
        });
        return new Constraints(rows, List.of());
    }

    private static List<Constraint> checks(SpecFile file) {
        List<Constraint> constraints = new ArrayList<>();
        List<TableCheck> checks = file.spec().checks();
        for (int i = 0; i < checks.size(); i++) {
            TableCheck check = checks.get(i);
            SpecPlace place = file.place("checks", Integer.toString(i));
            check.rows().ifPresent(bounds -> constraints.add(new RowCount(check, bounds, place)));
            if (!check.unique().isEmpty()) {
                constraints.add(new Unique(
                        check.unique(),
                        Finding.of(FindingCode.ROWS_NOT_UNIQUE, check.severity(), Subject.rule(place))
                                .with("columns", new Value.Texts(check.unique()))));
            }
            check.sql().ifPresent(sql -> constraints.add(new SqlCondition(check, sql, place)));
        }
        return constraints;
    }
}
