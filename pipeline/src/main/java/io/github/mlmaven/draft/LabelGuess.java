package io.github.mlmaven.draft;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.text.Nearest;
import io.github.mlmaven.text.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The column to predict, and as what.
 *
 * @param unlabelled rows without a value
 */
record LabelGuess(String column, Task task, Guess type, Reasons reasons, long unlabelled) {

    /**
     * Phrases.
     *
     * @param label why it is this column
     * @param task why it is predicted so
     */
    record Reasons(String label, String task) {}

    String reason() {
        return reasons.label();
    }

    String taskReason() {
        return reasons.task();
    }

    /** Names of what is predicted, the surest first. */
    private static final List<String> NAMES = List.of(
            "label",
            "target",
            "ziel",
            "y",
            "class",
            "klasse",
            "outcome",
            "response",
            "price",
            "preis",
            "churn",
            "survived",
            "species",
            "diagnosis",
            "quality",
            "default",
            "fraud",
            "status",
            "income",
            "salary",
            "medv",
            "mpg");

    private static final String LAST = "it is the last column";

    /** What has such a name is an amount, however few values it has. */
    private static final String AMOUNT =
            "(.*[^a-z])?(price|preis|amount|betrag|umsatz|cost|salary|income|count|cnt|total|sales|revenue|age|duration|days|rating|score|mpg|medv)([^a-z].*)?";

    private static final int MOST_LABELS = 100;
    private static final int FEWEST_ROWS_PER_LABEL = 5;
    private static final int FEW_NUMBERS = 12;
    /** A column that fewer rows have is hardly what all are about. */
    private static final double LABELLED = 0.5;
    /** One that nothing but its place speaks for has to be nearly whole. */
    private static final double LAST_LABELLED = 0.9;

    /** The label that somebody names. */
    static LabelGuess named(String name, List<SeenColumn> columns) {
        List<String> names = columns.stream().map(SeenColumn::name).toList();
        SeenColumn column = columns.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MlException(
                        "The data has no column '" + name + "' to predict.",
                        Nearest.question(name, names) + "Name one of its columns with -Dml.label: " + shown(names)
                                + "."));
        return of(column, "as it was asked for")
                .orElseThrow(() -> new MlException(
                        "Column '" + name + "' cannot be predicted: " + obstacle(column) + ".",
                        "Name another column with -Dml.label."));
    }

    /** The label that the data suggests. */
    static LabelGuess among(List<SeenColumn> columns) {
        for (String name : NAMES) {
            for (SeenColumn column : columns) {
                if (folded(column).equals(name) && !isCoordinate(name, columns)) {
                    Optional<LabelGuess> guess = credible(column, LABELLED, "by its name");
                    if (guess.isPresent()) {
                        return guess.get();
                    }
                }
            }
        }
        SeenColumn last = columns.get(columns.size() - 1);
        return credible(last, LAST_LABELLED, LAST).orElseThrow(() -> asked(last, columns));
    }

    /** Whether nothing but its place speaks for it. */
    boolean isByPlace() {
        return reasons.label().equals(LAST);
    }

    /** The columns that could be it. */
    static List<String> possible(List<SeenColumn> columns) {
        return columns.stream()
                .filter(column -> credible(column, LABELLED, "").isPresent())
                .map(SeenColumn::name)
                .toList();
    }

    private static MlException asked(SeenColumn last, List<SeenColumn> columns) {
        List<String> possible = possible(columns);
        return new MlException(
                "Which column should the model predict? None with a value in most rows is named like a label, and the last one,"
                        + " '" + last.name() + "', is none: " + doubt(last) + ".",
                possible.isEmpty()
                        ? "No other column can be one either: bring a column of numbers, or of a few texts that come again."
                        : "Name it with -Dml.label, one of: " + shown(possible) + ".");
    }

    /** A guess that needs nobody's word: most rows have a value, and it is no key. */
    private static Optional<LabelGuess> credible(SeenColumn column, double labelled, String reason) {
        return column.size().values() < column.size().rows() * labelled || IdGuess.isSurely(column)
                ? Optional.empty()
                : of(column, reason);
    }

    private static String folded(SeenColumn column) {
        return column.name().strip().toLowerCase(Locale.ROOT);
    }

    /** Beside a z, y is a length and no label. */
    private static boolean isCoordinate(String name, List<SeenColumn> columns) {
        return name.equals("y")
                && columns.stream().anyMatch(column -> folded(column).equals("z"));
    }

    private static Optional<LabelGuess> of(SeenColumn column, String reason) {
        if (column.size().distinct() < 2) {
            return Optional.empty();
        }
        Guess guess = TypeGuess.of(column).asLabel();
        if (guess.type() == ColumnType.BOOLEAN) {
            return Optional.of(of(column, Task.CLASSIFICATION, guess, new Reasons(reason, "one of two")));
        }
        long distinct = column.size().distinct();
        boolean repeated = column.size().values() >= FEWEST_ROWS_PER_LABEL * distinct;
        boolean listed = column.listed().complete() && distinct <= MOST_LABELS && repeated;
        if (column.isNumeric() && guess.type() != ColumnType.CATEGORY) {
            boolean amount = column.name().toLowerCase(Locale.ROOT).matches(AMOUNT);
            boolean few = guess.type() == ColumnType.INTEGER && distinct <= FEW_NUMBERS && listed && !amount;
            return Optional.of(
                    few
                            ? classes(
                                    column,
                                    reason,
                                    distinct
                                            + " whole numbers: task: regression and type: integer, if they are amounts")
                            : of(column, Task.REGRESSION, guess, new Reasons(reason, "a number")));
        }
        return listed && !isWrittenOtherwise(column)
                ? Optional.of(classes(column, reason, "one of " + distinct + " values"))
                : Optional.empty();
    }

    private static boolean isWrittenOtherwise(SeenColumn column) {
        return column.forms().only(TextForm.DATE) || NumeralGuess.isWritten(column);
    }

    private static LabelGuess classes(SeenColumn column, String reason, String why) {
        return of(column, Task.CLASSIFICATION, Guess.category(TypeGuess.ordered(column), ""), new Reasons(reason, why));
    }

    private static LabelGuess of(SeenColumn column, Task task, Guess type, Reasons reasons) {
        return new LabelGuess(column.name(), task, type, reasons, column.size().missing());
    }

    private static String doubt(SeenColumn column) {
        return column.size().values() >= column.size().rows() * LAST_LABELLED
                ? obstacle(column)
                : Numbers.count(column.size().missing()) + " of "
                        + Numbers.count(column.size().rows()) + " rows have no value";
    }

    private static String obstacle(SeenColumn column) {
        if (column.size().distinct() < 2) {
            return column.size().values() == 0 ? "no row has a value" : "all rows have the same value";
        }
        if (column.forms().only(TextForm.DATE)) {
            return "it has dates";
        }
        if (NumeralGuess.isWritten(column)) {
            return "it has numbers such as " + column.forms().numerals().example()
                    + ", and other columns have some that are written in another way";
        }
        return column.size().unique()
                ? "every row has another value"
                : "it has " + Numbers.count(column.size().distinct()) + " different texts in "
                        + Numbers.count(column.size().values()) + " rows";
    }

    /** The first of some names. */
    static String shown(List<String> names) {
        int most = 20;
        String first = names.stream().limit(most).collect(Collectors.joining(", "));
        return names.size() > most ? first + " and " + (names.size() - most) + " more" : first;
    }
}
