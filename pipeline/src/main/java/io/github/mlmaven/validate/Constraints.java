package io.github.mlmaven.validate;

import io.github.mlmaven.api.Task;
import io.github.mlmaven.api.Tick;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Phase;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.spec.SplitBy;
import io.github.mlmaven.spec.TableCheck;
import io.github.mlmaven.spec.TableRules;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    static Constraints of(SpecFile file, ToldChecks told) {
        ModelSpec spec = file.spec();
        List<Constraint> rows = new ArrayList<>();
        spec.columns().forEach((name, declared) -> {
            ColumnSpec column = declared.in(Phase.TRAINING);
            boolean required =
                    column.presence().required() && !name.equals(spec.data().label());
            rows.add(new ValidCells(name, column));
            rows.add(new PresentCells(name, column, required));
            if (column.presence().unique()) {
                Subject subject = Subject.column(name, file.place("columns", name, "unique"));
                rows.add(new Unique(
                        List.of(name), Finding.of(FindingCode.VALUE_NOT_UNIQUE, column.severity("unique"), subject)));
            }
        });
        spec.inputs().forEach(name -> rows.add(new ColumnHealth(name, file)));
        spec.inputs().stream()
                .filter(name -> LabelCopy.isPossible(spec, name))
                .forEach(name -> rows.add(new LabelCopy(name, file)));
        rows.add(new LabelRules(file));
        if (spec.task() == Task.CLASSIFICATION) {
            rows.add(new LabelHealth(file));
            if (spec.checks().stream()
                    .noneMatch(check -> check.rules().contradictoryLabels().isPresent())) {
                rows.add(LabelsAgree.of(spec, Optional.empty(), Severity.WARNING, file.place("data", "label")));
            }
        }
        rows.add(new LabelTold(file));
        rows.add(new SplitRules(file));
        if (Leakage.isPossible(spec)) {
            rows.add(new Leakage(file));
        }
        // By a hash of the id rows of one id are together.
        boolean torn = spec.data().split().by() != SplitBy.HASH
                || !spec.data().split().group().isEmpty();
        if (torn && !spec.data().id().isEmpty()) {
            rows.add(apart(spec, spec.data().id(), Severity.WARNING, file.place("data", "id")));
        }
        return new Constraints(rows, checks(file, told));
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

    private static void rules(
            ModelSpec spec, TableCheck check, ToldChecks told, SpecPlace place, List<Constraint> constraints) {
        TableRules rules = check.rules();
        rules.increasing().ifPresent(order -> constraints.add(new Increasing(order, check.severity(), place)));
        rules.fresh()
                .ifPresent(fresh -> constraints.add(
                        Fresh.of(fresh, spec.column(fresh.column()).type(), told.today(), check.severity(), place)));
        rules.trainBeforeTest()
                .ifPresent(column -> constraints.add(
                        new TrainBeforeTest(column, Tick.of(spec.column(column).type()), check.severity(), place)));
        rules.contradictoryLabels()
                .ifPresent(share -> constraints.add(LabelsAgree.of(spec, Optional.of(share), check.severity(), place)));
        if (!rules.apart().isEmpty()) {
            constraints.add(apart(spec, rules.apart(), check.severity(), place));
        }
    }

    private static Apart apart(ModelSpec spec, List<String> columns, Severity severity, SpecPlace place) {
        Finding shared = Finding.of(FindingCode.SPLIT_SHARED_KEY, severity, Subject.rule(place))
                .with("columns", new Value.Texts(columns));
        return new Apart(columns, SplitRules.decided(shared, spec.data().split()));
    }

    private static List<Constraint> checks(SpecFile file, ToldChecks told) {
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
            rules(file.spec(), check, told, place, constraints);
            check.rules()
                    .references()
                    .map(reference ->
                            new KnownKeys(reference, told.references().keys(reference), check.severity(), place))
                    .filter(keys -> !told.references().isFaulty(keys.check()))
                    .ifPresent(constraints::add);
            check.sql().ifPresent(sql -> constraints.add(new SqlCondition(check, sql, place)));
        }
        return constraints;
    }
}
