package io.github.mlmaven.spec;

/** What becomes of rows with a value that is not of its column's type. */
public record BadRows(
        @Doc(
                "The share of rows that may have one. Up to it such rows are left out and written to quarantine.csv; beyond it, and where nothing is said, the build fails.")
        @Default("0")
        @Example("1%")
        Share quarantine) {

    /** All rows must be good. */
    public static final BadRows NONE = new BadRows(Share.NONE);

    /** Whether some may be left out. */
    public boolean areQuarantined() {
        return quarantine.value() > 0;
    }
}
