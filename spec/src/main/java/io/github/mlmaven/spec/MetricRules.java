package io.github.mlmaven.spec;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.MetricName;
import io.github.mlmaven.api.Parameter;
import io.github.mlmaven.api.ParameterType;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.Shown;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What must hold for metrics that model.yaml names. */
final class MetricRules {

    private static final double LEAST_CONFIDENCE = 0.5;
    private static final double MOST_CONFIDENCE = 0.9999;

    private final SpecFile file;
    private final SpecRules rules;
    private final List<String> labels;

    MetricRules(SpecFile file, SpecRules rules) {
        this.file = file;
        this.rules = rules;
        this.labels = file.spec().labels();
    }

    /** The metrics that are asked for. */
    void check() {
        List<String> metrics = file.spec().evaluate().metrics();
        for (int i = 0; i < metrics.size(); i++) {
            check(metrics.get(i), "evaluate", "metrics", Integer.toString(i));
        }
        rules.repeated(metrics, "the metric", "evaluate", "metrics");
        double confidence = file.spec().evaluate().confidence().value();
        if (confidence < LEAST_CONFIDENCE || confidence > MOST_CONFIDENCE) {
            rules.problem(
                    "a confidence of " + GateLimit.percent(confidence) + " is out of range.",
                    "Write 50% to 99.99%, such as 95%.",
                    "evaluate",
                    "confidence");
        }
    }

    /**
     * A metric that is named at a place: one of the task's, which is told what it can be told.
     *
     * @param written its name, with all that it is told
     * @return empty where that is not so
     */
    Optional<AskedMetric> check(String written, String... here) {
        MetricName name = MetricName.parse(written);
        MetricDescriptor metric = file.catalog().metric(name.base());
        if (!metric.tasks().contains(file.spec().task())) {
            ofAnotherTask(metric, here);
            return Optional.empty();
        }
        if (!ParameterRules.of(metric, rules).beside(name.arguments(), here)) {
            return Optional.empty();
        }
        Optional<Parameter> missing = metric.parameters().stream()
                .filter(parameter -> parameter.isRequired() && !name.arguments().containsKey(parameter.name()))
                .findFirst();
        if (missing.isPresent()) {
            missing(metric, missing.get(), here);
            return Optional.empty();
        }
        AskedMetric asked = new AskedMetric(metric, Arguments.of(metric, name.arguments()));
        boolean isOfLabels = true;
        for (Parameter parameter : metric.parameters()) {
            isOfLabels &= labels.isEmpty() || ofLabels(asked, parameter, SpecRules.path(here, parameter.name()));
        }
        return isOfLabels ? Optional.of(asked) : Optional.empty();
    }

    private void ofAnotherTask(MetricDescriptor metric, String... here) {
        rules.problem(
                "the metric " + metric.name() + " is of the task "
                        + metric.tasks().stream().sorted().map(KebabCase::of).collect(Collectors.joining(" and "))
                        + ", this model's task is " + KebabCase.of(file.spec().task()) + ".",
                "Choose one of "
                        + file.catalog().of(MetricDescriptor.class, file.spec().task()).stream()
                                .map(MetricDescriptor::name)
                                .collect(Collectors.joining(", "))
                        + ".",
                here);
    }

    private void missing(MetricDescriptor metric, Parameter parameter, String... here) {
        String example = "Write {name: " + metric.name() + ", " + parameter.name() + ": ...}";
        if (!(parameter.type() instanceof ParameterType.Label)) {
            rules.problem(
                    "the metric " + metric.name() + " needs its parameter " + parameter.name() + ".",
                    example + ", with " + parameter.type().allowed() + ".",
                    here);
            return;
        }
        String ofAll = "macro-" + metric.name();
        String instead = file.catalog().names(MetricDescriptor.class).contains(ofAll)
                ? ", or " + ofAll + ", which is of all labels."
                : ".";
        rules.problem(
                "the metric " + metric.name() + " is of one label, and "
                        + (labels.isEmpty()
                                ? "model.yaml does not say which labels the model has."
                                : "the model has " + labels.size() + "."),
                example + (labels.isEmpty() ? "" : " with one of " + Choice.list("", labels)) + instead,
                here);
    }

    private boolean ofLabels(AskedMetric asked, Parameter parameter, String... here) {
        String told = Objects.requireNonNull(asked.arguments().texts().get(parameter.name()));
        if (parameter.type() instanceof ParameterType.Label) {
            return told.isEmpty() || isLabel(asked, told, here);
        }
        if (parameter.type() instanceof ParameterType.Rank) {
            return isBelowAll(asked, told, here);
        }
        return !(parameter.type() instanceof ParameterType.Costs)
                || ofLabels(asked, ParameterType.Costs.values(told), here);
    }

    private boolean isBelowAll(AskedMetric asked, String rank, String... here) {
        if (Integer.parseInt(rank) < labels.size()) {
            return true;
        }
        rules.problem(
                asked.name() + " is 1 whatever the model answers, which has " + labels.size() + " labels.",
                "Write a number below " + labels.size() + ".",
                here);
        return false;
    }

    private boolean isLabel(AskedMetric asked, String label, String... here) {
        if (labels.contains(label)) {
            return true;
        }
        rules.problem(
                "the metric " + asked.descriptor().name() + " names the label " + Shown.quoted(label)
                        + ", which the model does not have.",
                () -> Choice.question(label, labels, Optional.empty()) + "Write one of " + Choice.list(label, labels)
                        + ".",
                here);
        return false;
    }

    /** Each cost is of labels of the model, and each wrong answer has one. */
    private boolean ofLabels(
            AskedMetric asked, SortedMap<String, SortedMap<String, BigDecimal>> costs, String... here) {
        boolean whole = true;
        for (String label : costs.keySet()) {
            whole &= isLabel(asked, label, SpecRules.path(here, label));
            for (String predicted : Objects.requireNonNull(costs.get(label)).keySet()) {
                whole &= isLabel(asked, predicted, SpecRules.path(SpecRules.path(here, label), predicted));
            }
        }
        Optional<String> missing = whole ? ParameterType.Costs.missing(costs, labels) : Optional.empty();
        missing.ifPresent(wrong -> rules.problem(
                "the metric " + asked.descriptor().name() + " has no cost of " + wrong + ".",
                "Write " + new ParameterType.Costs().allowed() + ".",
                here));
        return whole && missing.isEmpty();
    }
}
