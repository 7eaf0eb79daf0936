package io.github.mlmaven.report;

import io.github.mlmaven.step.DataProfile.TypedColumn;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A profile as a table for a console: a line for each column. */
public final class ProfileTable {

    private static final int BAR = 10;
    private static final int TOP = 3;
    private static final int LONGEST = 24;
    private static final double MOST_WHOLE = 0x1p53;

    private ProfileTable() {}

    /**
     * The table.
     *
     * @param source for its first line
     * @param columns those that are shown, in their order
     * @param dropped rows that {@code data.where} leaves out, and of which nothing is shown
     */
    public static List<String> lines(String source, List<TypedColumn> columns, Profile profile, long dropped) {
        AlignedLines table = new AlignedLines(Set.of(0, 1, 4, 5));
        table.row(List.of("column", "type", "missing", "distinct", "filled", "values"));
        for (TypedColumn column : columns) {
            ColumnProfile found = profile.columns().get(column.name());
            if (found != null) {
                table.row(cells(column, found, profile.rows()));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("%s has %s rows and %s columns%s."
                .formatted(
                        source,
                        Numbers.count(profile.rows()),
                        Numbers.count(columns.size()),
                        dropped == 0
                                ? ""
                                : ", and %s rows that data.where leaves out".formatted(Numbers.count(dropped))));
        lines.addAll(table.lines());
        return lines;
    }

    private static List<String> cells(TypedColumn column, ColumnProfile profile, long rows) {
        return List.of(
                shown(column.name()),
                KebabCase.of(column.type()),
                profile.missing() == 0 ? "-" : percent(profile.missing(), rows),
                Numbers.count(profile.distinct()),
                bar(rows - profile.missing(), rows),
                values(profile, rows));
    }

    private static String values(ColumnProfile profile, long rows) {
        return profile.numbers()
                .map(numbers -> "from " + end(numbers.min()) + " to " + end(numbers.max()) + ", mean "
                        + Numbers.brief(numbers.mean()))
                .orElseGet(() -> profile.top().stream()
                        .limit(TOP)
                        .map(value -> shown(value.value()) + " " + percent(value.count(), rows))
                        .collect(Collectors.joining(", ")));
    }

    /** A whole number is mostly one that people look up: all of its digits, as far as they are known. */
    private static String end(double value) {
        return value == Math.rint(value) && Math.abs(value) < MOST_WHOLE ? Numbers.plain(value) : Numbers.brief(value);
    }

    private static String bar(long part, long all) {
        int full = all == 0 ? 0 : (int) (part * BAR / all);
        return "#".repeat(full) + ".".repeat(BAR - full);
    }

    // A share that is not nothing is never shown as nothing, and one that is not all never as all.
    private static String percent(long part, long all) {
        BigDecimal share = BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_EVEN);
        if (part > 0 && share.signum() == 0) {
            return "<0.1 %";
        }
        return part < all && share.compareTo(BigDecimal.valueOf(100)) == 0 ? ">99.9 %" : share.toPlainString() + " %";
    }

    private static String shown(String text) {
        String line = text.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.codePointCount(0, line.length()) > LONGEST
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "..."
                : line;
    }
}
