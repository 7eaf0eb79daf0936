package io.github.mlmaven.validate;

import com.google.re2j.Pattern;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.Domain;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.TextRules;
import io.github.mlmaven.step.FindingCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A rule about each cell of a column.
 *
 * @param keys of model.yaml that say it, which are of one severity
 * @param code what a row that breaks it is found to be
 * @param offence recognises such rows; a new one for each pass
 */
record CellRule(List<String> keys, FindingCode code, Supplier<Offence> offence) {

    private static final List<String> TYPE = List.of("type");

    /** What a column's values must be. */
    static List<CellRule> values(String name, ColumnSpec column) {
        Domain domain = column.domain();
        List<CellRule> rules = new ArrayList<>();
        if (column.type() == ColumnType.NUMBER) {
            rules.add(new CellRule(TYPE, FindingCode.NOT_FINITE, () -> Offences.clash(name, true)));
            rules.add(new CellRule(TYPE, FindingCode.TYPE_MISMATCH, () -> Offences.clash(name, false)));
        } else {
            rules.add(new CellRule(TYPE, FindingCode.TYPE_MISMATCH, () -> Offences.clash(name)));
        }
        rules.addAll(range(name, column));
        if (!domain.values().isEmpty()) {
            rules.add(new CellRule(
                    List.of("values"),
                    FindingCode.VALUE_NOT_ALLOWED,
                    () -> new Offences.NotAllowed(name, new HashSet<>(domain.values())::contains)));
        }
        column.text().pattern().ifPresent(pattern -> rules.add(unlike(name, Pattern.compile(pattern))));
        column.text().length().ifPresent(length -> rules.add(unfit(name, length)));
        return rules;
    }

    /** One rule for both bounds, unless one is worse to break than the other. */
    private static List<CellRule> range(String name, ColumnSpec column) {
        Domain domain = column.domain();
        boolean both = domain.min().isPresent() && domain.max().isPresent();
        if (both && column.severity("min") != column.severity("max")) {
            return List.of(
                    outside(name, domain.within(domain.min(), Optional.empty()), List.of("min")),
                    outside(name, domain.within(Optional.empty(), domain.max()), List.of("max")));
        }
        List<String> keys = new ArrayList<>();
        domain.min().ifPresent(min -> keys.add("min"));
        domain.max().ifPresent(max -> keys.add("max"));
        return keys.isEmpty() ? List.of() : List.of(outside(name, domain, keys));
    }

    private static CellRule outside(String name, Domain domain, List<String> keys) {
        return new CellRule(keys, FindingCode.VALUE_OUT_OF_RANGE, () -> Offences.outside(name, domain));
    }

    /** How bad a break is. */
    Severity severity(ColumnSpec column) {
        return column.severity(keys.get(0));
    }

    private static CellRule unlike(String name, Pattern pattern) {
        return new CellRule(
                List.of("pattern"),
                FindingCode.PATTERN_MISMATCH,
                () -> new Offences.NotAllowed(
                        name, text -> pattern.matcher(text).matches()));
    }

    private static CellRule unfit(String name, TextRules.Length length) {
        return new CellRule(
                List.of("length"),
                FindingCode.LENGTH_OUT_OF_RANGE,
                () -> new Offences.NotAllowed(name, text -> {
                    int letters = text.codePointCount(0, text.length());
                    return length.min().orElse(0) <= letters
                            && letters <= length.max().orElse(Long.MAX_VALUE);
                }));
    }

    /** Each cell has a value. */
    static CellRule present(String name) {
        return new CellRule(List.of("required"), FindingCode.VALUE_MISSING, () -> Offences.missing(name));
    }
}
