package io.github.mlmaven.validate;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.Domain;
import io.github.mlmaven.step.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A rule about each cell of a column.
 *
 * @param code what a row that breaks it is found to be
 * @param offence recognises such rows; a new one for each pass
 */
record CellRule(FindingCode code, Supplier<Offence> offence) {

    /** What a column's values must be: each cell that has one breaks one rule at most. */
    static List<CellRule> values(String name, ColumnSpec column) {
        Domain domain = column.domain();
        List<CellRule> rules = new ArrayList<>();
        if (column.type() == ColumnType.NUMBER) {
            rules.add(new CellRule(FindingCode.NOT_FINITE, () -> Offences.clash(name, true)));
            rules.add(new CellRule(FindingCode.TYPE_MISMATCH, () -> Offences.clash(name, false)));
        } else {
            rules.add(new CellRule(FindingCode.TYPE_MISMATCH, () -> Offences.clash(name)));
        }
        if (domain.min().isPresent() || domain.max().isPresent()) {
            rules.add(new CellRule(FindingCode.VALUE_OUT_OF_RANGE, () -> Offences.outside(name, domain)));
        }
        if (!domain.values().isEmpty()) {
            rules.add(new CellRule(FindingCode.VALUE_NOT_ALLOWED, () -> new Offences.NotAllowed(name, domain)));
        }
        return rules;
    }

    /** Each cell has a value. */
    static CellRule present(String name) {
        return new CellRule(FindingCode.VALUE_MISSING, () -> Offences.missing(name));
    }
}
