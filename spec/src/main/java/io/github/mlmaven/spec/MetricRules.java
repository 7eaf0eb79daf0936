package io.github.mlmaven.spec;

import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.spec.EvaluateSpec.MetricSpec;
import io.github.mlmaven.text.KebabCase;
import java.util.List;
import java.util.stream.Collectors;

/** What must hold for metrics that model.yaml names. */
final class MetricRules {

    private static final double LEAST_CONFIDENCE = 0.5;
    private static final double MOST_CONFIDENCE = 0.9999;

    private final SpecFile file;
    private final SpecRules rules;

    MetricRules(SpecFile file, SpecRules rules) {
        this.file = file;
        this.rules = rules;
    }

    /** The metrics that are asked for. */
    void check() {
        List<MetricSpec> metrics = file.spec().evaluate().metrics();
        for (int i = 0; i < metrics.size(); i++) {
            ofTask(file.catalog().metric(metrics.get(i).metric()), "evaluate", "metrics", Integer.toString(i));
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

    /** A metric that is named at a place is one of the task's. */
    void ofTask(MetricDescriptor metric, String... here) {
        if (metric.tasks().contains(file.spec().task())) {
            return;
        }
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
}
