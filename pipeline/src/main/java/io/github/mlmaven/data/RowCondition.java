package io.github.mlmaven.data;

import java.util.Locale;
import java.util.Set;

/** Conditions of {@code data.where} as a person would write them. */
public final class RowCondition {

    /** What the engine's grammar reserves. */
    private static final Set<String> RESERVED = Set.of(
            ("all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create default"
                            + " deferrable desc describe distinct do else end except false fetch for foreign from group having"
                            + " in initially intersect into lambda lateral leading limit not null offset on only or order"
                            + " pivot placing primary qualify references returning select show some summarize symmetric table"
                            + " then to trailing true union unique unpivot using variadic when where window with")
                    .split(" "));

    private RowCondition() {}

    /** True for the rows that have a value in a column. */
    public static String present(String column) {
        boolean plain = column.matches("[A-Za-z_][A-Za-z0-9_]*") && !RESERVED.contains(column.toLowerCase(Locale.ROOT));
        return (plain ? column : Sql.identifier(column)) + " is not null";
    }
}
