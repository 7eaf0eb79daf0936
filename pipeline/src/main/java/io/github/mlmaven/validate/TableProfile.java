package io.github.mlmaven.validate;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.measure.CellCounts;
import io.github.mlmaven.measure.Counts;
import io.github.mlmaven.measure.Distinct;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Frequencies;
import io.github.mlmaven.measure.Moments;
import io.github.mlmaven.measure.NumberSummary;
import io.github.mlmaven.measure.ValueCounts;
import io.github.mlmaven.measure.Variable;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Profile.Numbers;
import io.github.mlmaven.step.Profile.ValueCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What every table is measured for: its cells, the ranges and means of its numbers, its most frequent values. */
final class TableProfile {

    /** Up to here the number of different values is exact. */
    private static final int EXACT_DISTINCT = 1000;
    /** Columns with more different values, such as keys and free text, have no list of frequent ones. */
    private static final int MAX_DISTINCT_FOR_TOP = 10_000;

    private static final int TOP = 10;

    private final Map<String, Planned> columns = new LinkedHashMap<>();

    /** Plans what has to be measured. */
    TableProfile(ModelSpec spec, Fold fold) {
        spec.columns().forEach((name, column) -> columns.put(name, Planned.of(name, column.type(), fold)));
    }

    private record Planned(
            Fold.Result<CellCounts> cells,
            Fold.Result<Long> distinct,
            Optional<Fold.Result<NumberSummary>> numbers,
            Optional<Fold.Result<ValueCounts>> values) {

        static Planned of(String name, ColumnType type, Fold fold) {
            return new Planned(
                    fold.plan(new Counts(name)),
                    fold.plan(new Distinct(name, EXACT_DISTINCT)),
                    type.isNumeric() ? Optional.of(fold.plan(Moments.first(Variable.column(name)))) : Optional.empty(),
                    type.isNumeric()
                            ? Optional.empty()
                            : Optional.of(fold.plan(new Frequencies(name, MAX_DISTINCT_FOR_TOP))));
        }

        ColumnProfile profile() {
            CellCounts counts = cells.value();
            return new ColumnProfile(
                    counts.rows() - counts.values(),
                    distinct.value(),
                    numbers.map(Fold.Result::value)
                            .filter(found -> found.count() > 0)
                            .map(found -> new Numbers(found.min(), found.max(), found.mean())),
                    values.map(found -> found.value().top(TOP)).orElse(List.of()).stream()
                            .map(found -> new ValueCount(found.value(), found.rows()))
                            .toList());
        }
    }

    /** The cells of a column, once the rows were folded. */
    CellCounts cells(String column) {
        return planned(column).cells().value();
    }

    /** The statistics of a column, once the rows were folded. */
    ColumnProfile column(String column) {
        return planned(column).profile();
    }

    private Planned planned(String column) {
        Planned planned = columns.get(column);
        if (planned == null) {
            throw new IllegalArgumentException("no column '" + column + "' in the schema");
        }
        return planned;
    }

    /** The profile, once the rows were folded. */
    Profile profile(long rows) {
        SortedMap<String, ColumnProfile> profiles = new TreeMap<>();
        columns.forEach((name, planned) -> profiles.put(name, planned.profile()));
        return new Profile(Profile.FORMAT, rows, profiles);
    }
}
