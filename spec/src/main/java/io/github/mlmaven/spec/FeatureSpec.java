package io.github.mlmaven.spec;

/** How one column becomes features. */
public record FeatureSpec(
        @Doc("How values become numbers. auto: number, boolean and ordered categories as one, others one-hot.")
        @Default("auto")
        Encoding encode,

        @Doc("How numbers are scaled. auto: standard for linear trainers, none for trees.") @Default("auto")
        Scale scale,

        @Doc("What stands for a missing value. auto: median or an own category for linear trainers, kept for trees.")
        @Default("auto")
        Missing missing) {

    public static final FeatureSpec AUTO = new FeatureSpec(Encoding.AUTO, Scale.AUTO, Missing.AUTO);
}
