package io.github.mlmaven.spec;

import java.util.List;
import java.util.Optional;

/** Rules on the rows as a sequence and across the split. */
public record TableRules(
        @Doc(
                "A column whose values rise from row to row, in the order of the files; rows without a value do not count.")
        @Example("{column: sold, by: [store]}")
        Optional<OrderCheck> increasing,

        @Doc("How old the newest date may be.") @Example("{column: sold, days: 7}")
        Optional<FreshCheck> fresh,

        @Doc("Columns whose values together no test row may share with a training row: near-duplicates.")
        @Default("[]")
        @Example("[address, zip]")
        @AtMost(1_000)
        List<String> apart,

        @Doc("A date or timestamp column by which no training row may be later than the first test row.")
        Optional<String> trainBeforeTest,

        @Doc(
                "The share of rows that may have the inputs of another row and another label. Default: in a classification any such row is a warning.")
        @Example("1%")
        Optional<Share> contradictoryLabels,

        @Doc("Columns whose values another table has as its key.") @Example("{columns: [town], file: data/towns.csv}")
        Optional<ReferenceCheck> references) {

    public TableRules {
        apart = List.copyOf(apart);
    }

    /** How many rules there are. */
    int count() {
        return (increasing.isPresent() ? 1 : 0)
                + (fresh.isPresent() ? 1 : 0)
                + (apart.isEmpty() ? 0 : 1)
                + (trainBeforeTest.isPresent() ? 1 : 0)
                + (contradictoryLabels.isPresent() ? 1 : 0)
                + (references.isPresent() ? 1 : 0);
    }
}
