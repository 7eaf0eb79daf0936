package io.github.mlmaven.spec;

import java.util.List;
import java.util.Optional;

/**
 * How rows are divided into training, validation and test rows. By hash or column, a row's split is a function of the row
 * alone, so that it stays where it is when rows are added; by time after a date too.
 */
public record SplitSpec(
        @Doc("The share of rows held out for the evaluation.") @Default("0.2")
        Share test,

        @Doc("The share of rows held out from training for early stopping.") @Default("0")
        Share validation,

        @Doc("Columns whose equal values stay in one split. Default: data.id, else the whole row.")
        @Default("[]")
        @Example("[customer]")
        @AtMost(1_000)
        List<String> group,

        @Doc(
                "A column that names each row's split: train, validation or test. Replaces the shares. With by: time, the date or"
                        + " timestamp column.")
        Optional<String> column,

        @Inline SplitWay way) {

    public SplitSpec {
        group = List.copyOf(group);
    }

    /** By the hash of groups, else of the ids, else of the whole row, into training and test rows. */
    public static SplitSpec byHash(Share test, List<String> group) {
        return new SplitSpec(
                test, Share.NONE, group, Optional.empty(), new SplitWay(Optional.empty(), Optional.empty(), false));
    }

    /** What decides. */
    public SplitBy by() {
        return way.by().orElse(column.isPresent() ? SplitBy.COLUMN : SplitBy.HASH);
    }

    /** The column that names the parts, if one does. */
    public Optional<String> partColumn() {
        return column.filter(name -> by() == SplitBy.COLUMN);
    }

    /** Whether a column only says how to split, and is no feature for that reason. */
    boolean usesOnly(String name) {
        return partColumn().filter(name::equals).isPresent();
    }
}
