package io.github.mlmaven.spec;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Parameter;
import io.github.mlmaven.api.TrainerDescriptor;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.Nearest;
import java.util.List;
import java.util.Optional;

/** What must hold for features and trainer. */
final class TrainRules {

    private final ModelSpec spec;
    private final Catalog catalog;
    private final TrainerDescriptor trainer;
    private final SpecRules rules;

    TrainRules(SpecFile file, SpecRules rules) {
        this.spec = file.spec();
        this.catalog = file.catalog();
        this.trainer = catalog.trainer(spec.train().trainer());
        this.rules = rules;
    }

    void check() {
        if (!trainer.tasks().contains(spec.task())) {
            List<String> able = catalog.of(TrainerDescriptor.class, spec.task()).stream()
                    .map(TrainerDescriptor::name)
                    .toList();
            rules.problem(
                    "the trainer " + trainer.name() + " cannot do " + KebabCase.of(spec.task()) + ".",
                    "Choose one of " + String.join(", ", able) + ".",
                    "train",
                    "trainer");
        }
        spec.train().parameters().forEach(this::parameter);
        trainer.traits().validationParameter().ifPresent(this::validation);
        spec.features().forEach((name, feature) -> {
            if (spec.columns().containsKey(name)) {
                feature(name, feature, spec.column(name));
            }
        });
    }

    private void validation(String parameter) {
        if (!"0".equals(spec.train().parameters().getOrDefault(parameter, "0"))
                && spec.data().split().validation().value() == 0
                && spec.data().split().column().isEmpty()) {
            rules.problem(
                    parameter.replace('-', ' ') + " needs validation rows, and data.split.validation is 0.",
                    "Set data.split.validation, such as 0.1.",
                    "train",
                    "parameters",
                    parameter);
        }
    }

    private void parameter(String name, String value) {
        List<String> names = trainer.parameters().stream().map(Parameter::name).toList();
        Optional<Parameter> found = trainer.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            rules.problem(
                    "the trainer " + trainer.name() + " has no parameter '" + name + "'.",
                    Nearest.question(name, names) + "Choose from " + String.join(", ", names) + ".",
                    "train",
                    "parameters",
                    name);
        } else if (found.get().type().plain(value).isEmpty()) {
            rules.problem(
                    "the parameter " + name + " is '" + value + "'.",
                    "Write " + found.get().type().allowed() + ".",
                    "train",
                    "parameters",
                    name);
        }
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
        if (feature.missing() == Missing.KEEP && !trainer.takesMissing()) {
            rules.problem(
                    "the trainer " + trainer.name() + " cannot learn from missing values.",
                    "Choose median, mean, mode or zero for '" + name + "'.",
                    "features",
                    name);
        }
    }
}
