package io.github.mlmaven.spec;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.TrainerDescriptor;
import io.github.mlmaven.api.TransformDescriptor;
import io.github.mlmaven.text.KebabCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What must hold for the features. */
final class FeatureRules {

    private static final List<String> OF_CATEGORIES = List.of("ordinal", "one-hot");

    private final ModelSpec spec;
    private final Catalog catalog;
    private final TrainerDescriptor trainer;
    private final SpecRules rules;

    FeatureRules(SpecFile file, SpecRules rules) {
        this.spec = file.spec();
        this.catalog = file.catalog();
        this.trainer = catalog.trainer(spec.train().trainer());
        this.rules = rules;
    }

    void check() {
        spec.features().forEach((name, feature) -> {
            if (spec.columns().containsKey(name)) {
                check(name, feature, spec.column(name));
            }
        });
    }

    private void check(String name, FeatureSpec feature, ColumnSpec column) {
        Optional<String> never = never(name, column);
        if (never.isPresent()) {
            rules.problem(
                    "'" + name + "' is " + never.get() + ", and never a feature.", "Remove it.", "features", name);
            return;
        }
        if (feature.encode().equals(FeatureSpec.DROP)) {
            useless(name, feature, "is dropped, so that its other keys do nothing.", "Remove them.");
            return;
        }
        boolean text = column.type() == ColumnType.TEXT;
        if ((text || column.type().isTime()) && feature.encode().equals(FeatureSpec.AUTO)) {
            useless(
                    name,
                    feature,
                    "is a " + KebabCase.of(column.type()) + " and no feature, so that these keys do nothing.",
                    text
                            ? "Set 'encode' to a transform that takes texts, or remove them."
                            : "Set 'encode' to number or calendar, or remove them.");
            return;
        }
        transform(name, catalog.transform(spec.transform(name)), column);
        parameters(name, catalog.transform(spec.transform(name)), feature, column.type());
        if ((feature.scale() == Scale.STANDARD || feature.scale() == Scale.MIN_MAX) && !isNumber(column.type())) {
            rules.problem("'" + name + "' is no number and cannot be scaled.", "Remove 'scale'.", "features", name);
        }
        missing(name, feature, column);
    }

    /** A time that is encoded is a number of days, or numbers of the calendar. */
    private static boolean isNumber(ColumnType type) {
        return type.isNumeric() || type.isTime();
    }

    /** Why a column can be no feature, if it can be none. */
    private Optional<String> never(String name, ColumnSpec column) {
        if (name.equals(spec.data().label()) || spec.data().id().contains(name)) {
            return Optional.of("the label or an id");
        }
        if (spec.data().split().usesOnly(name)) {
            return Optional.of("the column of the split");
        }
        return column.when() == When.TRAINING ? Optional.of("in the training data only") : Optional.empty();
    }

    private void useless(String name, FeatureSpec feature, String what, String remedy) {
        boolean says = feature.scale() != Scale.AUTO
                || feature.missing() != Missing.AUTO
                || !feature.parameters().isEmpty();
        if (says) {
            rules.problem("'" + name + "' " + what, remedy, "features", name);
        }
    }

    private void transform(String name, TransformDescriptor transform, ColumnSpec column) {
        if (!transform.tasks().contains(spec.task())) {
            rules.problem(
                    "the transform " + transform.name() + " cannot do " + KebabCase.of(spec.task()) + ".",
                    "Choose another for '" + name + "'.",
                    "features",
                    name,
                    "encode");
        }
        boolean lacksOrder =
                transform.name().equals("ordinal") && column.domain().values().isEmpty();
        if (!transform.types().contains(column.type()) || lacksOrder) {
            rules.problem(
                    "'" + name + "' of type " + KebabCase.of(column.type()) + " cannot be encoded as "
                            + transform.name() + ".",
                    transform.name().equals("number") || OF_CATEGORIES.contains(transform.name())
                            ? "Numbers and booleans are encoded as number; categories as one-hot, or as ordinal if the"
                                    + " schema lists their values; dates and timestamps as number or calendar."
                            : "It takes " + types(transform) + ".",
                    "features",
                    name);
        }
    }

    private static String types(TransformDescriptor transform) {
        return transform.types().stream().sorted().map(KebabCase::of).collect(Collectors.joining(" or "));
    }

    private void parameters(String name, TransformDescriptor transform, FeatureSpec feature, ColumnType type) {
        for (String own : List.of(FeatureSpec.SCALE, FeatureSpec.MISSING)) {
            if (feature.parameters().containsKey(own)) {
                rules.problem(
                        "the parameter " + own + " has a key of its own.",
                        "Write it beside 'parameters'.",
                        "features",
                        name,
                        "parameters",
                        own);
                return;
            }
        }
        ParameterRules.of(transform, rules).check(feature.parameters(), "features", name);
        for (String own : List.of(FeatureSpec.SCALE, FeatureSpec.MISSING)) {
            // What is no number is told about its scale below.
            boolean told = feature.arguments(transform).containsKey(own)
                    && (own.equals(FeatureSpec.MISSING) || isNumber(type));
            if (told
                    && transform.parameters().stream()
                            .noneMatch(each -> each.name().equals(own))) {
                rules.problem(
                        "the transform " + transform.name() + " has no '" + own + "'.",
                        "Remove '" + own + "'.",
                        "features",
                        name,
                        own);
            }
        }
    }

    private void missing(String name, FeatureSpec feature, ColumnSpec column) {
        boolean numbersOnly = feature.missing() == Missing.MEDIAN
                || feature.missing() == Missing.MEAN
                || feature.missing() == Missing.ZERO;
        if (numbersOnly && !isNumber(column.type())) {
            rules.problem(
                    "'" + name + "' is no number and has no " + KebabCase.of(feature.missing()) + ".",
                    "Choose auto, keep or mode.",
                    "features",
                    name);
        }
        if (feature.missing() != Missing.AUTO
                && column.presence().required()
                && column.terms("required").when() == Phase.ALWAYS
                && column.severity("required") == Severity.ERROR) {
            rules.warn(SpecWarningCode.MISSING_UNUSED, Map.of("column", name), "features", name, "missing");
        }
        if (feature.missing() == Missing.KEEP && !trainer.takesMissing()) {
            rules.problem(
                    "the trainer " + trainer.name() + " cannot learn from missing values.",
                    "Choose median, mean, mode or zero for '" + name + "'.",
                    "features",
                    name);
        }
    }
}
