package io.github.mlmaven.validate;

import com.google.re2j.Pattern;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.Domain;
import io.github.mlmaven.spec.TextRules;
import io.github.mlmaven.step.FindingCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * A rule about each cell of a column.
 *
 * @param code what a row that breaks it is found to be
 * @param offence recognises such rows; a new one for each pass
 */
record CellRule(FindingCode code, Supplier<Offence> offence) {

    /** What a column's values must be. */
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
            rules.add(new CellRule(
                    FindingCode.VALUE_NOT_ALLOWED,
                    () -> new Offences.NotAllowed(name, new HashSet<>(domain.values())::contains)));
        }
        column.text().pattern().ifPresent(pattern -> rules.add(unlike(name, Pattern.compile(pattern))));
        column.text().length().ifPresent(length -> rules.add(unfit(name, length)));
        return rules;
    }

    private static CellRule unlike(String name, Pattern pattern) {
        return new CellRule(
                FindingCode.PATTERN_MISMATCH,
                () -> new Offences.NotAllowed(
                        name, text -> pattern.matcher(text).matches()));
    }

    private static CellRule unfit(String name, TextRules.Length length) {
        return new CellRule(
                FindingCode.LENGTH_OUT_OF_RANGE,
                () -> new Offences.NotAllowed(name, text -> {
                    int letters = text.codePointCount(0, text.length());
                    return length.min().orElse(0) <= letters
                            && letters <= length.max().orElse(Long.MAX_VALUE);
                }));
    }

    /** Each cell has a value. */
    static CellRule present(String name) {
        return new CellRule(FindingCode.VALUE_MISSING, () -> Offences.missing(name));
    }
}
