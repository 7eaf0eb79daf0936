package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.data.QuarantineFile.Reason;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.step.FindingCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Tells the rows of a table that break a rule of their columns from the others, batch after batch: the same rules as those of
 * which a validation has findings. Used by one thread at a time.
 */
public final class RowRules {

    /** The findings that are about cells, so that the table without their rows has them no more. */
    public static final Set<FindingCode> CODES = Set.copyOf(EnumSet.of(
            FindingCode.NOT_FINITE,
            FindingCode.TYPE_MISMATCH,
            FindingCode.VALUE_OUT_OF_RANGE,
            FindingCode.VALUE_NOT_ALLOWED,
            FindingCode.PATTERN_MISMATCH,
            FindingCode.LENGTH_OUT_OF_RANGE,
            FindingCode.VALUE_MISSING));

    /** What no model takes. */
    private static final Set<FindingCode> REFUSED =
            Set.copyOf(EnumSet.of(FindingCode.NOT_FINITE, FindingCode.TYPE_MISMATCH, FindingCode.VALUE_MISSING));

    private final List<Rule> rules;

    private RowRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    private record Rule(String column, FindingCode code, Offence offence) {}

    /** The rules of a schema whose break is an error, and those that a model holds its inputs to, however mild the schema is. */
    public static RowRules of(ModelSpec spec) {
        return of(spec, (column, rule) -> rule.severity(column) == Severity.ERROR || REFUSED.contains(rule.code()));
    }

    /** The rules that a model holds its inputs to. */
    public static RowRules ofModel(ModelSpec spec) {
        return of(spec, (column, rule) -> REFUSED.contains(rule.code()));
    }

    private static RowRules of(ModelSpec spec, BiPredicate<ColumnSpec, CellRule> held) {
        List<Rule> rules = new ArrayList<>();
        spec.columns()
                .forEach((name, column) -> of(name, column).stream()
                        .filter(rule -> held.test(column, rule))
                        .forEach(rule -> rules.add(
                                new Rule(name, rule.code(), rule.offence().get()))));
        return new RowRules(rules);
    }

    private static List<CellRule> of(String name, ColumnSpec column) {
        List<CellRule> rules = new ArrayList<>(CellRule.values(name, column));
        if (column.presence().required()) {
            rules.add(CellRule.present(name));
        }
        return rules;
    }

    /** The rows of a batch that break a rule, by position. */
    public SortedMap<Long, Reason> broken(Batch batch) {
        SortedMap<Long, Reason> broken = new TreeMap<>();
        for (Rule rule : rules) {
            Found found = new Found(Math.max(1, batch.rows()));
            rule.offence().find(batch, found);
            found.first()
                    .forEach((position, value) ->
                            broken.putIfAbsent(position, new Reason(rule.column(), rule.code(), value)));
        }
        return broken;
    }
}
