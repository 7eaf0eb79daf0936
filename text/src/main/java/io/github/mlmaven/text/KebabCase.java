package io.github.mlmaven.text;

import java.util.Locale;

/** Names as files, options and messages write them. */
public final class KebabCase {

    private KebabCase() {}

    /** {@code maxMissing} is {@code max-missing}, {@code ColumnType} is {@code column-type}. */
    public static String of(String camelCase) {
        return camelCase.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** {@code ONE_HOT} is {@code one-hot}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
