package io.github.mlmaven.validate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.profile.Associations;
import io.github.mlmaven.measure.profile.ColumnMeasure;
import io.github.mlmaven.measure.profile.ColumnStatistics;
import io.github.mlmaven.measure.profile.Sampled;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Profile.ColumnProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What every table is measured for, of all its rows and of those that the model learns from. */
final class TableProfile {

    /** {@link Part#TRAIN} is marked with 0. */
    private static final Function<Batch, byte[]> TRAINING = Part::codes;

    private final String label;
    private final Map<String, Planned> columns = new LinkedHashMap<>();
    private final Fold.Result<Sampled> sampled;
    private final List<String> associated;
    private Optional<Relations> relations = Optional.empty();

    /** Plans what has to be measured. */
    TableProfile(ModelSpec spec, Fold fold) {
        label = spec.data().label();
        int most = ColumnMeasure.most(spec.columns().size());
        spec.columns().forEach((name, column) -> columns.put(name, Planned.of(name, column.type(), most, fold)));
        associated = associated(spec);
        sampled = fold.plan(Associations.of(associated, TRAINING));
    }

    /** Free texts have as many values as rows; no label is one. */
    private static List<String> associated(ModelSpec spec) {
        return spec.columns().entrySet().stream()
                .filter(column -> column.getValue().type() != ColumnType.TEXT)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static final class Planned {

        private final ColumnType type;
        private final Fold.Result<ColumnMeasure.Both> measured;
        private Optional<ColumnMeasure.Both> known = Optional.empty();

        Planned(ColumnType type, Fold.Result<ColumnMeasure.Both> measured) {
            this.type = type;
            this.measured = measured;
        }

        static Planned of(String name, ColumnType type, int most, Fold fold) {
            return new Planned(type, fold.plan(new ColumnMeasure(name, TRAINING, most)));
        }

        /** Once the rows were folded: they are then always the same. */
        ColumnMeasure.Both measured() {
            if (known.isEmpty()) {
                known = Optional.of(measured.value());
            }
            return known.get();
        }
    }

    /** The statistics of a column, once the rows were folded; without what it tells of the label. */
    ColumnProfile column(String column) {
        Planned planned = planned(column);
        return ProfiledColumn.of(planned.type, planned.measured().all(), Optional.empty());
    }

    private Planned planned(String column) {
        Planned planned = columns.get(column);
        if (planned == null) {
            throw new IllegalArgumentException("no column '" + column + "' in the schema");
        }
        return planned;
    }

    /** The profile of all rows, once they were folded. */
    Profile ofAll(long rows) {
        return profile(rows, ColumnMeasure.Both::all);
    }

    /** The profile of the training rows, once all were folded. */
    Profile ofTraining(long rows) {
        return profile(rows, ColumnMeasure.Both::some);
    }

    private Profile profile(long rows, Function<ColumnMeasure.Both, ColumnStatistics> which) {
        Relations known = relations();
        SortedMap<String, ColumnProfile> profiles = new TreeMap<>();
        columns.forEach((name, planned) -> profiles.put(
                name, ProfiledColumn.of(planned.type, which.apply(planned.measured()), known.ofLabel(name))));
        return new Profile(Profile.FORMAT, rows, profiles, known.associations());
    }

    /** Once the rows were folded: they are those of the sample, whichever rows the profile is of. */
    private Relations relations() {
        if (relations.isEmpty()) {
            relations = Optional.of(new Relations(label, associated, sampled.value()));
        }
        return relations.get();
    }
}
