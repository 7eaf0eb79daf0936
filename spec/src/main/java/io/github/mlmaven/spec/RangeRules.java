package io.github.mlmaven.spec;

import io.github.mlmaven.api.MetricDescriptor.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/** Bounds that the range of their metric makes empty: one that no model can satisfy, or that every model does. */
final class RangeRules {

    /** No error that a model makes is as large, whatever the label's unit. */
    private static final BigDecimal FARTHEST = new BigDecimal("1e30");

    private final AskedMetric metric;
    private final Optional<BigDecimal> least;
    private final Optional<BigDecimal> most;
    private final Reporter reporter;

    RangeRules(AskedMetric metric, Reporter reporter) {
        this.metric = metric;
        this.least = metric.extent().min();
        this.most = metric.extent().max();
        this.reporter = reporter;
    }

    /** Who is told of a problem, and the keys below the gate at which it is. */
    interface Reporter {
        void problem(String text, String remedy, String... keys);
    }

    void check(GateSpec.Bounds bounds) {
        bounds.min().ifPresent(this::min);
        bounds.max().ifPresent(this::max);
        bounds.maxGap().ifPresent(this::gap);
        bounds.minRatio().ifPresent(this::ratio);
        bounds.baseline().ifPresent(baseline -> {
            baseline.maxIncrease().ifPresent(far -> movement(far, "rise", "max-increase"));
            baseline.maxDecrease().ifPresent(far -> movement(far, "fall", "max-decrease"));
        });
    }

    private void min(GateLimit limit) {
        BigDecimal value = BigDecimal.valueOf(limit.value());
        if (most.isPresent() && value.compareTo(most.get()) > 0) {
            never(limit, "Write " + most.get() + " or less.", "min");
        } else if (least.isPresent() && value.compareTo(least.get()) <= 0) {
            always("a min of " + limit.text(), "Write a larger one, or remove it.", "min");
        } else if (value.compareTo(FARTHEST.negate()) <= 0) {
            unbroken("min");
        }
    }

    private void max(GateLimit limit) {
        BigDecimal value = BigDecimal.valueOf(limit.value());
        if (least.isPresent() && value.compareTo(least.get()) < 0) {
            never(limit, "Write " + least.get() + " or more.", "max");
        } else if (most.isPresent() && value.compareTo(most.get()) >= 0) {
            always("a max of " + limit.text(), share(limit).orElse("Write a smaller one, or remove it."), "max");
        } else if (value.compareTo(FARTHEST) >= 0) {
            unbroken("max");
        }
    }

    private void movement(Tolerance far, String way, String key) {
        BigDecimal amount = BigDecimal.valueOf(far.value());
        // What is never negative can lose all that it was, and no more; how far it can rise depends on what it was.
        Optional<BigDecimal> farthest = far.relative()
                ? least.filter(min -> min.signum() >= 0 && key.equals("max-decrease"))
                        .map(min -> BigDecimal.ONE)
                : least.flatMap(min -> most.map(max -> max.subtract(min)));
        if (farthest.isPresent() && amount.compareTo(farthest.get()) >= 0) {
            String end = far.relative() ? "100%" : farthest.get().toPlainString();
            always(
                    "it can " + way + " by " + end + " at most, and a " + key + " of " + far.text(),
                    "Write less than " + end + ".",
                    "baseline",
                    key);
        } else if (amount.compareTo(FARTHEST) >= 0) {
            unbroken("baseline", key);
        }
    }

    private void gap(GateLimit limit) {
        BigDecimal value = BigDecimal.valueOf(limit.value());
        Optional<BigDecimal> farthest = least.flatMap(min -> most.map(max -> max.subtract(min)));
        if (value.signum() < 0) {
            reporter.problem(
                    "a gap is 0 or more: " + limit.text() + " can never be reached.", "Write 0 or more.", "max-gap");
        } else if (farthest.isPresent() && value.compareTo(farthest.get()) >= 0) {
            always(
                    "a max-gap of " + limit.text(),
                    share(limit).orElse("Write less than " + farthest.get() + "."),
                    "max-gap");
        } else if (value.compareTo(FARTHEST) >= 0) {
            unbroken("max-gap");
        }
    }

    private void ratio(GateLimit limit) {
        if (least.filter(min -> min.signum() >= 0).isEmpty()) {
            reporter.problem(
                    metric.name() + " may be negative, and has no ratio.", "Bound max-gap instead.", "min-ratio");
        } else if (!(limit.value() > 0 && limit.value() <= 1)) {
            reporter.problem(
                    "a ratio of the lowest to the highest is above 0 and at most 1, and min-ratio is " + limit.text()
                            + ".",
                    "Write 80%, for instance.",
                    "min-ratio");
        }
    }

    /** The bound is not repeated: it may have hundreds of digits. */
    private void unbroken(String... keys) {
        reporter.problem(
                "the bound is beyond 1e30, where no " + metric.name() + " is: it always holds.",
                "Write what a bad model breaks, or remove it.",
                keys);
    }

    private void never(GateLimit limit, String remedy, String key) {
        reporter.problem(
                range() + ": " + limit.text() + " can never be reached.",
                share(limit).orElse(remedy),
                key);
    }

    private void always(String bound, String remedy, String... keys) {
        reporter.problem(range() + ": " + bound + " always holds.", remedy, keys);
    }

    // 95 where 0.95 was meant.
    private Optional<String> share(GateLimit limit) {
        boolean percent = metric.extent().unit() == Unit.SHARE && !limit.percentage();
        if (!percent || limit.value() <= 1 || limit.value() > 100) {
            return Optional.empty();
        }
        double meant = BigDecimal.valueOf(limit.value()).movePointLeft(2).doubleValue();
        return Optional.of(
                "Write %s or %s.".formatted(new GateLimit(meant, false).text(), new GateLimit(meant, true).text()));
    }

    private String range() {
        if (least.isPresent() && most.isPresent()) {
            return metric.name() + " lies between " + least.get() + " and " + most.get();
        }
        return least.map(min -> metric.name() + " is " + min + " or more")
                .orElseGet(() -> metric.name()
                        + most.map(max -> " is " + max + " or less").orElse(" has no range"));
    }
}
