package io.github.mlmaven.measure.drift;

import io.github.mlmaven.measure.drift.Simulated.Drawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A row of the table in docs/drift.md: columns that are drawn, and what must come of them.
 *
 * @param drift the least share of columns that drift; 0 is that hardly any may
 * @param none the least share of columns that do not
 */
record Case(String what, Drawn drawn, double drift, double none) {

    /** What came of columns. */
    record Rates(String what, long columns, long drift, long none) {

        String row() {
            return String.format(Locale.ROOT, "| %s | %,d | %,d | %,d |", what, columns, drift, none);
        }

        static Rates of(String row) {
            String[] cells = row.split("\\|", -1);
            return new Rates(cells[1].strip(), number(cells[2]), number(cells[3]), number(cells[4]));
        }

        private static long number(String cell) {
            return Long.parseLong(cell.strip().replace(",", ""));
        }
    }

    /** Draws columns; the same for a number of them. */
    Rates simulate(int columns) {
        SplittableRandom random = new SplittableRandom(what.hashCode());
        long drifted = 0;
        long none = 0;
        for (int column = 0; column < columns; column++) {
            DriftVerdict drift = drawn.next(random);
            drifted += drift == DriftVerdict.DRIFT ? 1 : 0;
            none += drift == DriftVerdict.NONE ? 1 : 0;
        }
        return new Rates(what, columns, drifted, none);
    }

    /** What rates must not be; empty if they are as they must be. One column of ten thousand is 1 % of builds with 100. */
    List<String> broken(Rates rates) {
        List<String> broken = new ArrayList<>();
        if (drift == 0 && rates.drift() > rates.columns() / 10_000) {
            broken.add("drifted: " + rates.row());
        }
        if (rates.drift() < Math.floor(drift * rates.columns())) {
            broken.add("did not drift: " + rates.row());
        }
        if (rates.none() < Math.floor(none * rates.columns())) {
            broken.add("not none: " + rates.row());
        }
        return broken;
    }

    private static Case same(String what, Drawn drawn) {
        return new Case(what + ", of one distribution", drawn, 0, 0);
    }

    private static Case moved(String what, Drawn drawn, double drift) {
        return new Case(what, drawn, drift, 0);
    }

    static final List<Case> ALL = List.of(
            same("numbers, 1,000 against 10", Simulated.numbers(1000, 10, 0, 1)),
            same("numbers, 1,000 against 30", Simulated.numbers(1000, 30, 0, 1)),
            same("numbers, 1,000 against 1,000", Simulated.numbers(1000, 1000, 0, 1)),
            new Case("numbers, 10M against 10M, of one distribution", Simulated.manyNumbers(10_000_000, 0), 0, 1),
            moved("numbers, 1,000 against 1,000, moved by 0.5 sd", Simulated.numbers(1000, 1000, 0.5, 1), 0.999),
            moved("numbers, 1,000 against 1,000, scaled by 1.5", Simulated.numbers(1000, 1000, 0, 1.5), 0.95),
            new Case("numbers, 10M against 10M, moved by 0.01 sd", Simulated.manyNumbers(10_000_000, 0.01), 0, 1),
            same("10 categories, 1,000 against 30", Simulated.categories(1000, 30)),
            same("10 categories, 1,000 against 1,000", Simulated.categories(1000, 1000)),
            same("10 categories, 10,000 against 10,000", Simulated.categories(10_000, 10_000)),
            moved(
                    "10 categories, 10,000 against 10,000, 5 of 100 moved",
                    Simulated.categories(10_000, 10_000, 0.05, -0.05),
                    0.75),
            moved(
                    "10 categories, 100,000 against 100,000, 5 of 100 moved",
                    Simulated.categories(100_000, 100_000, 0.05, -0.05),
                    0.999),
            same("missing 5 of 100, 1,000 against 30", Simulated.missing(1000, 30, 0.05, 0.05)),
            moved("missing 0, then 5 of 100, 1,000 against 1,000", Simulated.missing(1000, 1000, 0, 0.05), 0.75),
            moved("missing 0, then 5 of 100, 10,000 against 10,000", Simulated.missing(10_000, 10_000, 0, 0.05), 0.999),
            same("10 values, 1,000 against 1,000, none new", Simulated.newValues(Simulated.evenValues(10), 1000, 0)),
            new Case(
                    "10 values, 1,000 against 1,000, 1 of 100 new",
                    Simulated.newValues(Simulated.evenValues(10), 1000, 0.01),
                    0,
                    0),
            moved(
                    "10 values, 1,000 against 1,000, 3 of 100 new",
                    Simulated.newValues(Simulated.evenValues(10), 1000, 0.03),
                    0.08),
            moved(
                    "10 values, 1,000 against 1,000, 5 of 100 new",
                    Simulated.newValues(Simulated.evenValues(10), 1000, 0.05),
                    0.9),
            same(
                    "200 values, each rarer than the last, 1,000 against 1,000, none new",
                    Simulated.newValues(Simulated.rarerAndRarer(200), 1000, 0)),
            same(
                    "1,000 values, each rarer than the last, 1,000 against 1,000, none new",
                    Simulated.newValues(Simulated.rarerAndRarer(1000), 1000, 0)),
            same("numbers, 24 slices of 30", Simulated.slicedNumbers(30)),
            same("numbers, 24 slices of 1,000", Simulated.slicedNumbers(1000)),
            moved(
                    "numbers, 24 slices of 1,000, moved by 0.5 sd from the 12th on",
                    Simulated.slicedNumbersMoved(1000),
                    0.99),
            same("10 categories, 24 slices of 30", Simulated.slicedCategories(30)),
            same("10 categories, 24 slices of 1,000", Simulated.slicedCategories(1000)),
            same("missing 5 of 100, 24 slices of 30", Simulated.slicedMissing(30, 0.05)),
            same("missing 5 of 100, 24 slices of 1,000", Simulated.slicedMissing(1000, 0.05)));
}
