package io.github.mlmaven.data;

import io.github.mlmaven.data.Columns.SqlColumn;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.SplitSpec;
import io.github.mlmaven.step.Split;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Which part a row belongs to, as SQL.
 *
 * <p>The key of a row is the text of its group columns, else of its id columns, else of all columns sorted by name,
 * separated by commas. A missing value is nothing; a text is {@code <length in code points>:<text>}; a whole number is
 * written in decimal, a boolean as {@code true} or {@code false}, and another number as the signed decimal of its 64 IEEE 754
 * bits, with -0 taken as 0: no text of a floating number depends on an engine's version. With {@code u} the first 32 bits of
 * the key's MD5 over 2^32, a row is a test row if u &lt; test, a validation row if u &lt; test + validation, and else a
 * training row.
 */
final class Splits {

    private Splits() {}

    /** The expression of a row's part, the code of a {@link Part}; null where a split column names none. */
    static String part(ModelSpec spec, Columns columns) {
        SplitSpec split = spec.data().split();
        if (split.column().isPresent()) {
            String column = columns.sql(split.column().get());
            return "cast(case lower(cast(%s as varchar)) when 'train' then 0 when 'validation' then 1 when 'test' then 2 end"
                            .formatted(column)
                    + " as tinyint)";
        }
        String md5 = "md5(" + key(spec, columns) + ")";
        String test = bound(split.test().value());
        String validation = bound(split.test().value() + split.validation().value());
        String second = test.equals(validation) ? "" : " when %s < '%s' then 1".formatted(md5, validation);
        return "cast(case when %s < '%s' then 2%s else 0 end as tinyint)".formatted(md5, test, second);
    }

    /** The text below which an MD5 in hexadecimal is when its first 32 bits are below a share of 2^32. */
    private static String bound(double share) {
        long bound = (long) Math.ceil(Math.min(1, share) * 0x1p32);
        return bound >= 1L << 32 ? "g" : String.format(Locale.ROOT, "%08x", bound);
    }

    /** The columns that decide which rows belong together. */
    private static List<SqlColumn> keyColumns(ModelSpec spec, Columns columns) {
        List<String> group = spec.data().split().group();
        List<String> id = spec.data().id();
        if (group.isEmpty() && id.isEmpty()) {
            return columns.all().stream()
                    .sorted(Comparator.comparing(SqlColumn::name))
                    .toList();
        }
        return (group.isEmpty() ? id : group).stream().map(columns::get).toList();
    }

    private static String key(ModelSpec spec, Columns columns) {
        return keyColumns(spec, columns).stream()
                .map(Splits::canonical)
                .collect(Collectors.joining(", ',', ", "concat(", ")"));
    }

    /** Arguments of a concatenation, which takes missing ones as empty. */
    private static String canonical(SqlColumn column) {
        return switch (column.type()) {
            case NUMBER -> "cast(cast(%s + 0.0 as bit) as bigint)".formatted(column.sql());
            case INTEGER, BOOLEAN -> column.sql();
            case CATEGORY, TEXT -> "length({0}) || ':' || {0}".replace("{0}", column.sql());
        };
    }

    static Split describe(Engine engine, Columns columns, ModelSpec spec) {
        List<Long> rows = engine.one(
                "select count(*) filter (part = 0), count(*) filter (part = 1), count(*) filter (part = 2) from t",
                row -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)));
        return new Split(Split.FORMAT, rows.get(0), rows.get(1), rows.get(2), testRows(engine, columns, spec));
    }

    /** SHA-256 over the sorted MD5s of the test rows' keys, each in hexadecimal with a line break. */
    private static String testRows(Engine engine, Columns columns, ModelSpec spec) {
        MessageDigest digest = sha256();
        engine.forEach(
                "select md5(%s) from t where part = 2 order by 1".formatted(key(spec, columns)),
                row -> digest.update((row.getString(1) + "\n").getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
