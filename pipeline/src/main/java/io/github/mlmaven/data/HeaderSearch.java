package io.github.mlmaven.data;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Whether a first record is a row like the others rather than the names of the columns. */
final class HeaderSearch {

    private static final Pattern NUMBER =
            Pattern.compile("\\s*[+-]?(\\d[\\d.,'’ _\u00a0\u202f]*|[.,]\\d+)([eE][+-]?\\d+)?\\s*");
    private static final Pattern DATE = Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}([T ].*)?");
    private static final Pattern MISSING = Pattern.compile("|NA|N/A|n/a|NaN|nan|NULL|null|\\?|-");
    private static final int SHOWN = 3;

    private final List<String> first;
    private final List<List<String>> rows;

    private HeaderSearch(List<String> first, List<List<String>> rows) {
        this.first = first;
        this.rows = rows;
    }

    /** Why the first of some records is no header, if it is none. */
    static Optional<String> none(List<List<String>> records) {
        if (records.size() < 2) {
            return Optional.empty();
        }
        return new HeaderSearch(records.get(0), records.subList(1, records.size())).none();
    }

    private Optional<String> none() {
        List<Integer> measured = IntStream.range(0, first.size())
                .filter(this::isMeasured)
                .boxed()
                .toList();
        List<String> among = measured.stream().map(first::get).toList();
        boolean row = measured.isEmpty()
                ? IntStream.range(0, first.size()).allMatch(this::comesAgain)
                : among.stream().allMatch(text -> isValue(text) || isMissing(text))
                        && among.stream().anyMatch(HeaderSearch::isValue)
                        && !isCount(
                                among.stream().filter(text -> !isMissing(text)).toList());
        return row ? Optional.of(reason(measured.isEmpty() ? first : among, measured.isEmpty())) : Optional.empty();
    }

    private static String reason(List<String> values, boolean again) {
        String shown = String.join(", ", values.subList(0, Math.min(SHOWN, values.size())));
        return "the first line is a row, with " + shown + (again ? ", which come again below" : "")
                + ": if it has the names, remove header and names";
    }

    /** Whether all values of a column are numbers or dates. */
    private boolean isMeasured(int column) {
        boolean some = false;
        for (List<String> row : rows) {
            String text = column < row.size() ? row.get(column) : "";
            if (!isMissing(text)) {
                if (!isValue(text)) {
                    return false;
                }
                some = true;
            }
        }
        return some;
    }

    private boolean comesAgain(int column) {
        return rows.stream()
                .anyMatch(row -> column < row.size() && row.get(column).equals(first.get(column)));
    }

    /** Whether numbers are names that count: 0, 1, 2, or 1990, 2000, 2010. */
    private static boolean isCount(List<String> texts) {
        if (texts.size() < 2 || !texts.stream().allMatch(text -> text.matches("\\d{1,9}"))) {
            return false;
        }
        long[] numbers = texts.stream().mapToLong(Long::parseLong).toArray();
        long step = numbers[1] - numbers[0];
        return (step == 1 || (step > 0 && numbers.length > 2))
                && IntStream.range(1, numbers.length).allMatch(i -> numbers[i] - numbers[i - 1] == step);
    }

    private static boolean isValue(String text) {
        return NUMBER.matcher(text).matches() || DATE.matcher(text).matches();
    }

    private static boolean isMissing(String text) {
        return MISSING.matcher(text).matches();
    }
}
