package io.github.mlmaven.draft;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.data.FoundFormat;
import io.github.mlmaven.spec.SourceSpec;
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
 * @param from where the rows come from
 * @param rows of all files
 * @param found how the files are written
 * @param missing texts that stand for a missing value, beside an empty field
 * @param roles what is predicted, what a row is known by, and what tells the parts apart
 * @param trainer which learns, and why
 */
record Draft(
        SourceSpec from,
        Rows rows,
        FoundFormat found,
        SortedSet<String> missing,
        Roles roles,
        TrainerGuess trainer,
        List<DraftColumn> columns) {

    /** With fewer, no test tells anything. */
    static final int FEWEST_ROWS = 20;

    Draft {
        missing = new TreeSet<>(missing);
        columns = List.copyOf(columns);
    }

    /**
     * How many there are.
     *
     * @param unlabelled those without a value of the label, which are left out
     */
    record Rows(long all, long unlabelled) {}

    /**
     * What is predicted, what a row is known by, and what tells the parts apart.
     *
     * @param time empty where it is a hash
     * @param against what speaks against a split by time
     */
    record Roles(LabelGuess label, Optional<IdGuess> id, Optional<TimeSplitGuess> time, Optional<String> against) {}

    /** The same, split by hash for a reason. */
    Draft byHash(String against) {
        Roles hash = new Roles(roles.label(), roles.id(), Optional.empty(), Optional.of(against));
        return new Draft(from, rows, found, missing, hash, trainer, columns);
    }

    /** Where the rows come from, for a person. */
    String source() {
        return from.words();
    }

    LabelGuess label() {
        return roles.label();
    }

    Optional<IdGuess> id() {
        return roles.id();
    }

    /** @param named the column to predict, if somebody names it */
    static Draft of(SourceSpec from, SeenTable table, Optional<String> named) {
        String source = from.words();
        requireRows(table.rows(), "%s has %s rows".formatted(source, table.rows()));
        if (table.columns().size() < 2) {
            throw new MlException(
                    source + " has one column, '" + table.columns().get(0).name() + "': nothing to predict it from.",
                    "Bring a label and at least one input.");
        }
        LabelGuess label = named.map(name -> LabelGuess.named(name, table.columns()))
                .orElseGet(() -> LabelGuess.among(table.columns()));
        Optional<IdGuess> id = IdGuess.among(table.columns(), Optional.of(label.column()));
        Rows rows = new Rows(table.rows(), label.unlabelled());
        requireRows(
                rows.all() - rows.unlabelled(),
                "%s has %s rows with a value of '%s'"
                        .formatted(source, rows.all() - rows.unlabelled(), label.column()));
        List<DraftColumn> columns = new ArrayList<>();
        table.columns()
                .forEach(facts -> columns.add(column(facts, label, id)
                        .since(Optional.ofNullable(table.times().get(facts.name()))
                                .map(SeenTimes.Facts::bound))));
        if (inputs(columns) == 0) {
            columns.replaceAll(DraftColumn::asCalendar);
        }
        long inputs = inputs(columns);
        if (inputs == 0) {
            throw new MlException(
                    source + " has no column that '" + label.column() + "' could be predicted from: " + reasons(columns)
                            + ".",
                    "Bring numbers, categories or booleans, or derive some from the texts.");
        }
        TrainerGuess trainer = TrainerGuess.of(rows.all() - rows.unlabelled(), inputs);
        Roles roles = new Roles(label, id, TimeSplitGuess.among(table), Optional.empty());
        return new Draft(from, rows, table.found(), table.missing(), roles, trainer, columns);
    }

    private static long inputs(List<DraftColumn> columns) {
        return columns.stream().filter(column -> column.role().isInput()).count();
    }

    private static void requireRows(long rows, String found) {
        if (rows < FEWEST_ROWS) {
            throw new MlException(
                    found + ": too few to train a model and to test it.",
                    "Bring at least " + FEWEST_ROWS + "; some hundreds make a test that says something.");
        }
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
                                : guess.isNote() ? DraftColumn.Role.NOTE : DraftColumn.Role.DROPPED;
        // Rows without a label are left out.
        double missing = isLabel
                ? 0
                : facts.size().missing() / (double) Math.max(1, facts.size().rows());
        return new DraftColumn(
                facts.name(), guess, isId ? Optional.empty() : range(facts, guess), Optional.empty(), missing, role);
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

    /** What the columns are, in their order. */
    static Map<String, Guess> guesses(SeenTable table) {
        Map<String, Guess> guesses = new LinkedHashMap<>();
        table.columns().forEach(facts -> guesses.put(facts.name(), TypeGuess.of(facts)));
        return guesses;
    }
}
