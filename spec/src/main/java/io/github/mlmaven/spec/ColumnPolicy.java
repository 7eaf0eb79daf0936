package io.github.mlmaven.spec;

/** What a source's header may have beside the columns of the schema, and in which order. */
public record ColumnPolicy(
        @Doc("Whether columns that the schema lacks fail the build, are a warning, or are left unread without a word.")
        @Default("fail")
        Extra extra,

        @Doc("Whether the columns of the schema must stand in its order.") @Default("any")
        Order order) {

    /** The columns of the schema in any order, and no others. */
    public static final ColumnPolicy STRICT = new ColumnPolicy(Extra.FAIL, Order.ANY);

    /** What becomes of columns that the schema lacks. */
    public enum Extra {
        /** Nothing is said. */
        ALLOW,
        /** They are a warning. */
        WARN,
        /** They are an error. */
        FAIL
    }

    /** The order of columns. */
    public enum Order {
        /** Columns are found by their names. */
        ANY,
        /** That of the schema. */
        DECLARED
    }
}
