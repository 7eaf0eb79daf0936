package io.github.mlmaven.spec;

import io.github.mlmaven.api.TransformDescriptor;
import io.github.mlmaven.text.KebabCase;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How one column becomes features. */
public record FeatureSpec(
        @Doc(
                "The transform that makes features of the values. auto: number for numbers and booleans, ordinal for ordered"
                        + " categories, one-hot for others, no feature of texts, dates and timestamps; drop: no feature.")
        @Default(FeatureSpec.AUTO)
        @Named(
                value = TransformDescriptor.class,
                or = {FeatureSpec.AUTO, FeatureSpec.DROP})
        String encode,

        @Doc("How numbers are scaled. auto: standard for linear trainers, none for trees.") @Default("auto")
        Scale scale,

        @Doc(
                "What stands for a missing value. auto: median or an own category for linear trainers, kept for trees. A median of"
                        + " more than 1,048,576 values is that of as many of them.")
        @Default("auto")
        Missing missing,

        @Doc("The transform's other parameters; absent ones have the transform's defaults.")
        @Default("{}")
        @Example("longest: 3")
        @AtMost(1_000)
        Map<String, String> parameters) {

    /** By the column's type. */
    static final String AUTO = "auto";
    /** No feature. */
    static final String DROP = "drop";

    /** A parameter that is told by {@link #scale}: what is not to be scaled, a transform that never scales is not told. */
    static final String SCALE = "scale";
    /** A parameter that is told by {@link #missing}. */
    static final String MISSING = "missing";

    static final FeatureSpec SILENT = new FeatureSpec(AUTO, Scale.AUTO, Missing.AUTO, Map.of());

    public FeatureSpec {
        parameters = Ordered.copy(parameters);
    }

    /** What a transform is told: its parameters, with those that have a key of their own. */
    public SortedMap<String, String> arguments(TransformDescriptor transform) {
        SortedMap<String, String> arguments = new TreeMap<>(parameters);
        if (scale != Scale.AUTO && (scale != Scale.NONE || has(transform, SCALE))) {
            arguments.put(SCALE, KebabCase.of(scale));
        }
        if (missing != Missing.AUTO) {
            arguments.put(MISSING, KebabCase.of(missing));
        }
        return arguments;
    }

    private static boolean has(TransformDescriptor transform, String parameter) {
        return transform.parameters().stream().anyMatch(each -> each.name().equals(parameter));
    }
}
