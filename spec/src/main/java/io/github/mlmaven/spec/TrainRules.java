package io.github.mlmaven.spec;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.Trainer.Parameter;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.Nearest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What must hold for features and trainer. */
final class TrainRules {

    private final ModelSpec spec;
    private final SpecRules rules;

    TrainRules(ModelSpec spec, SpecRules rules) {
        this.spec = spec;
        this.rules = rules;
    }

    void check() {
        Trainer trainer = spec.train().trainer();
        if (!trainer.tasks().contains(spec.task())) {
            List<String> able = List.of(Trainer.values()).stream()
                    .filter(candidate -> candidate.tasks().contains(spec.task()))
                    .map(Trainer::key)
                    .toList();
            rules.problem(
                    "the trainer " + trainer.key() + " cannot do " + KebabCase.of(spec.task()) + ".",
                    "Choose one of " + String.join(", ", able) + ".",
                    "train",
                    "trainer");
        }
        spec.train().parameters().forEach(this::parameter);
        if (!"0".equals(spec.train().parameters().getOrDefault("early-stopping", "0"))
                && spec.data().split().validation().value() == 0
                && spec.data().split().column().isEmpty()) {
            rules.problem(
                    "early stopping needs validation rows, and data.split.validation is 0.",
                    "Set data.split.validation, such as 0.1.",
                    "train",
                    "parameters",
                    "early-stopping");
        }
        spec.features().forEach((name, feature) -> {
            if (spec.columns().containsKey(name)) {
                feature(name, feature, spec.column(name));
            }
        });
    }

    private void parameter(String name, String value) {
        Trainer trainer = spec.train().trainer();
        List<String> names = trainer.parameters().stream().map(Parameter::name).toList();
        Optional<Parameter> found = trainer.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            rules.problem(
                    "the trainer " + trainer.key() + " has no parameter '" + name + "'.",
                    Nearest.question(name, names) + "Choose from " + String.join(", ", names) + ".",
                    "train",
                    "parameters",
                    name);
        } else if (!isAllowed(found.get(), value)) {
            rules.problem(
                    "the parameter " + name + " is '" + value + "'.",
                    "Write " + range(found.get()) + ".",
                    "train",
                    "parameters",
                    name);
        }
    }

    private static boolean isAllowed(Parameter parameter, String value) {
        Optional<Object> read = ScalarBinder.read(value, parameter.whole() ? int.class : Double.class);
        return read.map(number -> ((Number) number).doubleValue())
                .filter(number -> number >= parameter.min() && number <= parameter.max())
                .isPresent();
    }

    static String range(Parameter parameter) {
        return (parameter.whole() ? "a whole number" : "a number") + " from " + plain(parameter.min()) + " to "
                + plain(parameter.max());
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private void feature(String name, FeatureSpec feature, ColumnSpec column) {
        if (name.equals(spec.data().label()) || spec.data().id().contains(name)) {
            rules.problem("'" + name + "' is the label or an id, and never a feature.", "Remove it.", "features", name);
            return;
        }
        boolean category = column.type() == ColumnType.CATEGORY;
        boolean fits = switch (feature.encode()) {
            case AUTO, DROP -> true;
            case NUMBER -> !category && column.type() != ColumnType.TEXT;
            case ORDINAL -> category && !column.domain().values().isEmpty();
            case ONE_HOT -> category;
        };
        if (!fits) {
            rules.problem(
                    "'" + name + "' of type " + KebabCase.of(column.type()) + " cannot be encoded as "
                            + KebabCase.of(feature.encode()) + ".",
                    "Numbers and booleans are encoded as number; categories as one-hot, or as ordinal if the schema lists"
                            + " their values.",
                    "features",
                    name);
        }
        if ((feature.scale() == Scale.STANDARD || feature.scale() == Scale.MIN_MAX)
                && !column.type().isNumeric()) {
            rules.problem("'" + name + "' is no number and cannot be scaled.", "Remove 'scale'.", "features", name);
        }
        missing(name, feature, column);
    }

    private void missing(String name, FeatureSpec feature, ColumnSpec column) {
        boolean numbersOnly = feature.missing() == Missing.MEDIAN
                || feature.missing() == Missing.MEAN
                || feature.missing() == Missing.ZERO;
        if (numbersOnly && !column.type().isNumeric()) {
            rules.problem(
                    "'" + name + "' is no number and has no " + KebabCase.of(feature.missing()) + ".",
                    "Choose auto, keep or mode.",
                    "features",
                    name);
        }
        if (feature.missing() == Missing.KEEP && !spec.train().trainer().isTrees()) {
            rules.problem(
                    "the trainer " + spec.train().trainer().key() + " cannot learn from missing values.",
                    "Choose median, mean, mode or zero for '" + name + "'.",
                    "features",
                    name);
        }
    }
}
