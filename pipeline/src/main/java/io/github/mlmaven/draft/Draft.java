package io.github.mlmaven.draft;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All that is decided about a model before it is trained for the first time.
 *
 * @param source as in {@code data.source}
 * @param rows of all files
 * @param missing texts that stand for a missing value, beside an empty field
 * @param trainer which learns, and why
 */
record Draft(
        String source,
        long rows,
        SortedSet<String> missing,
        LabelGuess label,
        Optional<IdGuess> id,
        TrainerGuess trainer,
        List<DraftColumn> columns) {

    /** With fewer, no test tells anything. */
    static final int FEWEST_ROWS = 20;

    Draft {
        missing = new TreeSet<>(missing);
        columns = List.copyOf(columns);
    }

    /** @param named the column to predict, if somebody names it */
    static Draft of(String source, SeenTable table, Optional<String> named) {
        if (table.rows() < FEWEST_ROWS) {
            throw new MlException(
                    "%s has %s rows: too few to train a model and to test it.".formatted(source, table.rows()),
                    "Bring at least " + FEWEST_ROWS + "; some hundreds make a test that says something.");
        }
        if (table.columns().size() < 2) {
            throw new MlException(
                    source + " has one column, '" + table.columns().get(0).name() + "': nothing to predict it from.",
                    "Bring a label and at least one input.");
        }
        Refusal.requireSayable(table);
        LabelGuess label = named.map(name -> LabelGuess.named(name, table.columns()))
                .orElseGet(() -> LabelGuess.among(table.columns()));
        Optional<IdGuess> id = IdGuess.among(table.columns(), Optional.of(label.column()));
        List<DraftColumn> columns = new ArrayList<>();
        table.columns().forEach(facts -> columns.add(column(facts, label, id)));
        long inputs = columns.stream()
                .filter(column -> column.role() == DraftColumn.Role.INPUT)
                .count();
        if (inputs == 0) {
            throw new MlException(
                    source + " has no column that '" + label.column() + "' could be predicted from: " + reasons(columns)
                            + ".",
                    "Bring numbers, categories or booleans, or derive some from the texts.");
        }
        TrainerGuess trainer = TrainerGuess.of(table.rows(), inputs);
        return new Draft(source, table.rows(), table.missing(), label, id, trainer, columns);
    }

    private static String reasons(List<DraftColumn> columns) {
        List<String> reasons = new ArrayList<>();
        columns.stream()
                .filter(column -> column.role() != DraftColumn.Role.LABEL)
                .limit(5)
                .forEach(column -> reasons.add("'" + column.name() + "': "
                        + (column.role() == DraftColumn.Role.ID
                                ? "an id"
                                : column.guess().reason())));
        return String.join("; ", reasons);
    }

    /** A column as it is drafted. */
    static DraftColumn column(SeenColumn facts, LabelGuess label, Optional<IdGuess> id) {
        boolean isLabel = facts.name().equals(label.column());
        boolean isId = id.filter(guess -> guess.column().equals(facts.name())).isPresent();
        Guess guess = isLabel ? label.type() : TypeGuess.of(facts);
        if (isId && guess.type() != ColumnType.INTEGER) {
            guess = Guess.text("");
        } else if (!isLabel && !isId) {
            guess = other(facts, guess);
        }
        DraftColumn.Role role = isLabel
                ? DraftColumn.Role.LABEL
                : isId
                        ? DraftColumn.Role.ID
                        : guess.input()
                                ? DraftColumn.Role.INPUT
                                : guess.type() == ColumnType.TEXT ? DraftColumn.Role.NOTE : DraftColumn.Role.DROPPED;
        double missing =
                facts.size().missing() / (double) Math.max(1, facts.size().rows());
        return new DraftColumn(facts.name(), guess, isId ? Optional.empty() : range(facts, guess), missing, role);
    }

    /** A column that is neither label nor id, but may be a key all the same. */
    private static Guess other(SeenColumn facts, Guess guess) {
        boolean many = facts.size().distinct() > 50;
        if (guess.type() == ColumnType.INTEGER && guess.input() && IdGuess.isNamed(facts.name()) && many) {
            return guess.noInput("named like a key of "
                    + Numbers.count(facts.size().distinct()) + " things: if their rows belong together, name it in"
                    + " data.split.group");
        }
        return guess;
    }

    private static Optional<FormCounts.Range> range(SeenColumn facts, Guess guess) {
        return guess.type().isNumeric()
                ? facts.forms().range().map(range -> Bounds.around(range, guess.type() == ColumnType.INTEGER))
                : Optional.empty();
    }

    /** The types of the columns, in their order. */
    static Map<String, ColumnType> types(SeenTable table) {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        table.columns()
                .forEach(facts -> types.put(facts.name(), TypeGuess.of(facts).type()));
        return types;
    }
}
