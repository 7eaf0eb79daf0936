package io.github.mlmaven.spec;

import io.github.mlmaven.api.MetricDescriptor.Unit;
import io.github.mlmaven.spec.EvaluateSpec.SliceSpec;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold for a gate: a metric of the task, slices that are made, and bounds that mean something. */
final class GateRules {

    private final SpecFile file;
    private final SpecRules rules;
    private final int index;
    private final GateSpec gate;

    GateRules(SpecFile file, SpecRules rules, int index) {
        this.file = file;
        this.rules = rules;
        this.index = index;
        this.gate = file.spec().gates().get(index);
    }

    void check() {
        Optional<AskedMetric> asked = new MetricRules(file, rules).check(gate.metric(), here("metric"));
        bounded();
        GateSpec.Bounds bounds = gate.bounds();
        if (bounds.min().isPresent()
                && bounds.max().isPresent()
                && bounds.min().get().value() > bounds.max().get().value()) {
            problem("min is larger than max.", "Swap them.");
        }
        asked.ifPresent(metric -> check(metric, bounds));
        betweenSlices(bounds);
        if (gate.minRows().orElse(1) < 1) {
            problem("min-rows is " + gate.minRows().getAsLong() + ".", "Write 1 or more.", "min-rows");
        }
        gate.slice().ifPresent(this::slice);
    }

    private void check(AskedMetric metric, GateSpec.Bounds bounds) {
        bounds.min().ifPresent(min -> percentage(metric, min, "min"));
        bounds.max().ifPresent(max -> percentage(metric, max, "max"));
        bounds.maxGap().ifPresent(gap -> percentage(metric, gap, "max-gap"));
        new RangeRules(metric, this::problem).check(bounds);
        DirectionRule.mistaken(metric.better(), bounds).ifPresent(mistaken -> direction(metric, mistaken));
    }

    private void bounded() {
        GateSpec.Bounds bounds = gate.bounds();
        if (!bounds.areOfEach() && !bounds.areBetweenSlices()) {
            problem(
                    "the gate for " + gate.metric() + " bounds nothing.",
                    "Set min, max, baseline or, of slices, max-gap or min-ratio.");
        }
        bounds.baseline().ifPresent(limit -> {
            if (limit.maxIncrease().isEmpty() && limit.maxDecrease().isEmpty()) {
                problem(
                        "the baseline of " + gate.metric() + " bounds nothing.",
                        "Set max-increase, max-decrease or both.");
            }
        });
    }

    private void betweenSlices(GateSpec.Bounds bounds) {
        String key = bounds.maxGap().isPresent() ? "max-gap" : "min-ratio";
        if (bounds.areBetweenSlices() && gate.slice().isEmpty()) {
            problem(
                    key + " holds slices against each other, and the gate has none.",
                    "Set slice to one of evaluate.slices.",
                    key);
        }
        List<SliceSpec> held = file.spec().evaluate().slices().stream()
                .filter(slice -> gate.slice().equals(Optional.of(slice.title())))
                .toList();
        if (bounds.areBetweenSlices()
                && held.stream().anyMatch(slice -> slice.where().isPresent())) {
            problem(
                    key + " holds slices against each other, and a condition makes one alone.",
                    "Slice by a column.",
                    key);
        } else if (bounds.areBetweenSlices() && held.size() > 1) {
            problem(
                    key + " holds slices against each other, and those of '"
                            + gate.slice().orElse("") + "' are made in several ways.",
                    "Leave one of them in evaluate.slices.",
                    key);
        }
    }

    private void percentage(AskedMetric metric, GateLimit limit, String key) {
        Unit unit = metric.extent().unit();
        if (limit.percentage() && unit != Unit.SHARE) {
            problem(
                    metric.name() + " is no share of a whole: " + limit.text() + " says nothing of it.",
                    "Write a number" + (unit == Unit.LABEL ? " in the label's unit." : "."),
                    key);
        }
    }

    private void direction(AskedMetric metric, DirectionRule.Mistaken mistaken) {
        rules.warn(
                SpecWarningCode.GATE_AGAINST_DIRECTION,
                Map.of(
                        "metric", metric.name(),
                        "better", KebabCase.of(metric.better()),
                        "opposite", mistaken.opposite()),
                mistaken.key().startsWith("max-") ? here("baseline", mistaken.key()) : here(mistaken.key()));
    }

    private void slice(String column) {
        List<String> sliced =
                file.spec().evaluate().slices().stream().map(SliceSpec::title).toList();
        if (!sliced.contains(column)) {
            problem(
                    "the gate is for slices of '" + column + "', which the evaluation does not make.",
                    Nearest.question(column, sliced) + "Add it to evaluate.slices.",
                    "slice");
        }
    }

    private String[] here(String... keys) {
        List<String> path = new ArrayList<>(List.of("gates", Integer.toString(index)));
        path.addAll(Arrays.asList(keys));
        return path.toArray(String[]::new);
    }

    private void problem(String text, String remedy, String... keys) {
        rules.problem(text, remedy, here(keys));
    }
}
