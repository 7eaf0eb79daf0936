package io.github.mlmaven.step;

import io.github.mlmaven.api.ColumnType;
import java.util.List;

/**
 * {@code data.profile.json}: the profile of data that no model.yaml describes, with the types that its columns seem to have.
 *
 * @param columns in the order of the file
 */
public record DataProfile(int format, List<TypedColumn> columns, Profile profile) {

    public static final int FORMAT = 1;

    public DataProfile {
        columns = List.copyOf(columns);
    }

    /** A column and what its values are. */
    public record TypedColumn(String name, ColumnType type) {}
}
