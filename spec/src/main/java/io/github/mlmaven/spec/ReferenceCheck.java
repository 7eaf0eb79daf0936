package io.github.mlmaven.spec;

import java.util.List;

/** Values that another table has as its key. */
public record ReferenceCheck(
        @Doc("The columns whose values together are a key of the other table; rows without one of them do not count.")
        @Example("[town]")
        @AtMost(1_000)
        List<String> columns,

        @Doc(
                "The other table: files as data.source names them, relative to the project, and written as data.csv and data.missing say.")
        @Example("data/towns.csv")
        String file,

        @Doc("The columns of the key in the other table, in the order of columns. Default: they have the same names.")
        @Default("[]")
        @Example("[name]")
        @AtMost(1_000)
        List<String> keys) {

    public ReferenceCheck {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }

    /** The columns of the key in the other table. */
    public List<String> key() {
        return keys.isEmpty() ? columns : keys;
    }
}
