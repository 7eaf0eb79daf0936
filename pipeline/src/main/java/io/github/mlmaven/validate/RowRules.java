package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
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

    /**
     * What is wrong with a row: the first rule that it breaks, in the order of the schema.
     *
     * @param value what was found there; empty where nothing was
     */
    public record Break(String column, FindingCode code, String value) {}

    /** The rules of a schema whose break is an error, and those that a model holds its inputs to, however mild the schema is. */
    public static RowRules of(ModelSpec spec) {
        List<Rule> rules = new ArrayList<>();
        spec.columns().forEach((name, column) -> {
            of(name, column).stream()
                    .filter(rule -> rule.severity(column) == Severity.ERROR || REFUSED.contains(rule.code()))
                    .forEach(rule ->
                            rules.add(new Rule(name, rule.code(), rule.offence().get())));
        });
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
    public SortedMap<Long, Break> broken(Batch batch) {
        SortedMap<Long, Break> broken = new TreeMap<>();
        for (Rule rule : rules) {
            Found found = new Found(Math.max(1, batch.rows()));
            rule.offence().find(batch, found);
            found.first()
                    .forEach((position, value) ->
                            broken.putIfAbsent(position, new Break(rule.column(), rule.code(), value)));
        }
        return broken;
    }
}
