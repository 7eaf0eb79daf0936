package io.github.mlmaven.pages;

import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.report.ModelReport;
import io.github.mlmaven.report.Remedies;
import io.github.mlmaven.report.VerdictText;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.BaselineModel.Search;
import io.github.mlmaven.step.BaselineModel.Told;
import io.github.mlmaven.step.BaselineOrigin;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Comparison.Change;
import io.github.mlmaven.step.Comparison.Changes;
import io.github.mlmaven.step.Comparison.SliceChanges;
import io.github.mlmaven.step.Curves;
import io.github.mlmaven.step.Curves.Curve;
import io.github.mlmaven.step.Curves.Errors;
import io.github.mlmaven.step.Curves.Importance;
import io.github.mlmaven.step.Curves.ImportantColumn;
import io.github.mlmaven.step.Curves.LabelCurves;
import io.github.mlmaven.step.Curves.Pairs;
import io.github.mlmaven.step.Curves.Reliability;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Labels;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Baseline;
import io.github.mlmaven.step.GateResult.Loss;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Rule;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.GateResult.SliceName;
import io.github.mlmaven.step.GateResult.Waived;
import io.github.mlmaven.step.Interval;
import io.github.mlmaven.step.Profile.Bins;
import io.github.mlmaven.step.Profile.Quantile;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.step.SplitDefinition;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.step.Training;
import io.github.mlmaven.step.Training.Settings;
import io.github.mlmaven.step.Validation;
import io.github.mlmaven.step.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Reports to look at. */
final class Reports {

    static final GateResult BROKEN = limited("rmse", 612.4, 600, Outcome.FAIL, Reason.BROKEN, 12);
    static final GateResult HOLDS = limited("mae", 310.2, 400, Outcome.PASS, Reason.HOLDS, 13);
    static final GateResult UNCERTAIN = limited("mape", 0.19, 0.2, Outcome.INCONCLUSIVE, Reason.UNCERTAIN, 14);
    static final GateResult WAIVED = limited("bias", 12, 10, Outcome.FAIL, Reason.BROKEN, 15)
            .waived(new Waived(
                    "2026-12-31", "anna", "until the new meters are read", OptionalDouble.of(12), Waived.End.COUNTS));
    static final GateResult MOVED = moved();

    private static final String HASH = "ab".repeat(32);

    private Reports() {}

    static GateResult limited(String metric, double value, double most, Outcome outcome, Reason reason, int line) {
        Bound bound = new Bound(Kind.MAX, most, false);
        return new GateResult(
                metric + ".max",
                new Rule(new SpecPlace("model.yaml", line, 3), Optional.of(bound), 30, Severity.ERROR),
                Optional.of(new Measured(
                        Optional.of(metric),
                        Optional.empty(),
                        2_000,
                        OptionalDouble.of(value),
                        Optional.of(new Interval(value * 0.93, value * 1.07)))),
                Optional.empty(),
                new Ruling(outcome, reason));
    }

    private static GateResult moved() {
        Bound bound = new Bound(Kind.MAX_INCREASE, 0.02, true);
        return new GateResult(
                "rmse.max-increase",
                new Rule(new SpecPlace("model.yaml", 16, 3), Optional.of(bound), 30, Severity.ERROR),
                Optional.of(Measured.of("rmse", Optional.empty(), 2_000, 612.4)),
                Optional.of(new Baseline(
                                BaselineOrigin.RELEASE,
                                "com.example:houses:1.1.0",
                                OptionalDouble.of(540),
                                true,
                                Optional.empty(),
                                List.of())
                        .losing(new Loss(0.134, 0.05, 0.02, true, true))),
                new Ruling(Outcome.FAIL, Reason.BROKEN));
    }

    /** Some of everything, of a regression. */
    static ReportPage regression() {
        return page(
                List.of(BROKEN, HOLDS, UNCERTAIN, WAIVED, MOVED),
                List.of(Pages.OUT_OF_RANGE),
                numbers(List.of("Fair", "Good", "Ideal")),
                curves());
    }

    /** A model that passes. */
    static ReportPage good() {
        return page(List.of(HOLDS), List.of(), numbers(List.of()), curves());
    }

    static ReportPage page(List<GateResult> gates, List<Finding> findings, Evaluation evaluation, Curves curves) {
        return new ReportPage(report("houses", gates, findings, evaluation), curves, Remedies.ONLY);
    }

    static ModelReport report(String name, List<GateResult> gates, List<Finding> findings, Evaluation evaluation) {
        Outcome worst =
                gates.stream().map(GateResult::outcome).max(Outcome::compareTo).orElse(Outcome.INCONCLUSIVE);
        Told told = new Told(Search.RELEASE, "com.example:houses:1.1.0");
        return new ModelReport(
                "1.2.0",
                new VerdictText(
                        name,
                        new Verdict(Verdict.FORMAT, worst, Strictness.NONE, told, gates),
                        new AcceptCommand("mvn ml:accept -pl houses")),
                evaluation,
                comparison(told, evaluation),
                new ModelReport.Making(
                        new ModelReport.Source("data/houses.csv", HASH),
                        new Validation(Validation.FORMAT, 10_000, 12, findings),
                        Split.of(7_500, 500, 2_000, HASH, new SplitDefinition("hash", List.of("id"), new TreeMap<>())),
                        new Training(
                                Training.FORMAT,
                                new Settings("xgboost", 42, new TreeMap<>(Map.of("rounds", "300", "max-depth", "6"))),
                                "tribuo",
                                List.of("size", "district=north"),
                                new TreeMap<>(Map.of("model.pb", HASH, "encoder.json", HASH)),
                                new TreeMap<>(Map.of("java", "17", "xgboost", "3.4.0")))));
    }

    private static Comparison comparison(Told told, Evaluation evaluation) {
        TreeMap<String, Change> changes = new TreeMap<>();
        evaluation
                .overall()
                .metrics()
                .forEach((metric, value) -> changes.put(
                        metric,
                        new Change(
                                value * 0.9,
                                Optional.empty(),
                                Optional.of(new Interval(Math.min(0, value * 0.2), Math.max(0, value * 0.2))))));
        return new Comparison(
                Comparison.FORMAT,
                told,
                List.of(),
                Optional.empty(),
                false,
                Optional.of(new Changes(changes)),
                evaluation.slices().stream()
                        .map(slice -> new SliceChanges(slice.column(), slice.value(), new Changes(changes)))
                        .toList());
    }

    static Evaluation numbers(List<String> slices) {
        TreeMap<String, Double> metrics = new TreeMap<>(Map.of("rmse", 612.4, "mae", 310.2, "r2", 0.91, "bias", -3.2));
        return new Evaluation(
                Evaluation.FORMAT,
                Task.REGRESSION,
                HASH,
                0.95,
                List.of(
                        new Reported("rmse", Better.LOWER, true),
                        new Reported("mae", Better.LOWER, true),
                        new Reported("r2", Better.HIGHER, true),
                        new Reported("bias", Better.NEITHER, true),
                        new Reported("max-error", Better.LOWER, false)),
                scores(2_000, metrics, 1),
                sliced(slices, metrics),
                Optional.empty());
    }

    private static List<Slice> sliced(List<String> values, Map<String, Double> metrics) {
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            slices.add(new Slice("cut", values.get(i), scores(20L * (i + 1), metrics, 0.8 + 0.1 * (i * 7 % 5))));
        }
        return slices;
    }

    private static Scores scores(long rows, Map<String, Double> metrics, double times) {
        TreeMap<String, Double> values = new TreeMap<>(metrics);
        values.replaceAll((metric, value) -> value * times);
        TreeMap<String, Interval> intervals = new TreeMap<>();
        values.forEach((metric, value) -> {
            double reach = Math.abs(value) * 3 / Math.sqrt((double) rows);
            intervals.put(metric, new Interval(value - reach, value + reach));
        });
        return new Scores(rows, values, intervals);
    }

    static Curves curves() {
        List<Double> edges = new ArrayList<>();
        List<List<Long>> counts = new ArrayList<>();
        for (int i = 0; i <= 32; i++) {
            edges.add(100.0 * i);
            List<Long> row = new ArrayList<>();
            for (int j = 0; j < 32; j++) {
                row.add((long) (80 * StrictMath.exp(-0.6 * Math.abs(i - j)) * StrictMath.exp(-0.1 * i)));
            }
            counts.add(row);
        }
        List<Double> errors = new ArrayList<>();
        List<Long> bars = new ArrayList<>();
        for (int i = 0; i <= 41; i++) {
            errors.add(-1025 + 50.0 * i);
            bars.add((long) (300 * StrictMath.exp(-0.02 * (i - 20) * (i - 20))));
        }
        return new Curves(
                Curves.FORMAT,
                List.of(),
                0,
                Optional.of(new Errors(
                        new Pairs(edges, counts.subList(0, 32), 7),
                        new Bins(errors, bars.subList(0, 41)),
                        1,
                        List.of(
                                new Quantile(0, -2300),
                                new Quantile(0.05, -400),
                                new Quantile(0.25, -120),
                                new Quantile(0.5, -3),
                                new Quantile(0.75, 110),
                                new Quantile(0.95, 420),
                                new Quantile(1, 1900)))),
                Optional.of(new Importance(
                        "rmse",
                        2_000,
                        5,
                        List.of(
                                new ImportantColumn("size", 310.5, 301, 322),
                                new ImportantColumn("district", 88.25, 80, 99),
                                new ImportantColumn("colour", -0.4, -1, 0.2)))));
    }

    /** A classification of so many labels. */
    static ReportPage classification(List<String> labels) {
        List<List<Long>> confusion = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            List<Long> row = new ArrayList<>();
            for (int j = 0; j < labels.size(); j++) {
                row.add(i == j ? 90L : (long) ((i * 3 + j) % 4) * 3);
            }
            confusion.add(row);
        }
        TreeMap<String, Double> metrics = new TreeMap<>(Map.of("accuracy", 0.9, "log-loss", 0.3));
        Evaluation evaluation = new Evaluation(
                Evaluation.FORMAT,
                Task.CLASSIFICATION,
                HASH,
                0.95,
                List.of(new Reported("accuracy", Better.HIGHER, true), new Reported("log-loss", Better.LOWER, true)),
                scores(300, metrics, 1),
                sliced(List.of("a", "b"), metrics),
                Optional.of(new Labels(labels, confusion)));
        Curves curves = new Curves(
                Curves.FORMAT,
                labels.stream().limit(12).map(Reports::curves).toList(),
                Math.max(0, labels.size() - 12),
                Optional.empty());
        return page(List.of(HOLDS), List.of(), evaluation, curves);
    }

    private static LabelCurves curves(String label) {
        List<Double> across = new ArrayList<>();
        List<Double> found = new ArrayList<>();
        List<Double> precision = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double share = i / 199.0;
            across.add(share);
            found.add(StrictMath.sqrt(StrictMath.sqrt(share)));
            precision.add(1 - share * share / 2);
        }
        List<Reliability> bins = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            double said = 0.05 + 0.1 * i;
            bins.add(new Reliability(
                    10L + 30L * Math.abs(i - 5), said, said * said, new Interval(said * said * 0.8, said)));
        }
        return new LabelCurves(
                label,
                90,
                Optional.of(new Curve(OptionalDouble.of(0.8), across, found)),
                new Curve(OptionalDouble.of(0.83), across, precision),
                bins);
    }

    /** Names and values that want to be more than texts. */
    static ReportPage hostile() {
        GateResult gate = limited(Pages.HOSTILE, 612.4, 600, Outcome.FAIL, Reason.BROKEN, 12)
                .waived(new Waived(
                        "2020-01-01", Pages.HOSTILE, Pages.HOSTILE, OptionalDouble.of(1), Waived.End.EXPIRED));
        GateResult sliced = new GateResult(
                "x",
                gate.rule(),
                Optional.of(Measured.of(
                        "f-beta(beta=2, label=" + "y".repeat(5_000) + ")",
                        Optional.of(new SliceName(Pages.HOSTILE, Optional.of("x".repeat(10_000)))),
                        7,
                        0.5)),
                Optional.empty(),
                new Ruling(Outcome.WARN, Reason.BROKEN));
        ReportPage labels = classification(List.of(Pages.HOSTILE, "z".repeat(10_000), ""));
        return new ReportPage(
                report(
                        Pages.HOSTILE,
                        List.of(gate, sliced),
                        Pages.hostile().findings().orElseThrow(),
                        labels.report().evaluation()),
                labels.curves(),
                Remedies.ONLY);
    }

    /** 30 gates, 50 slices, a hundred findings of as many columns. */
    static ReportPage large() {
        List<GateResult> gates = new ArrayList<>(List.of(BROKEN, UNCERTAIN, WAIVED, MOVED));
        for (int i = gates.size(); i < 30; i++) {
            gates.add(limited("metric-" + i, 100 + i, 200, Outcome.PASS, Reason.HOLDS, 20 + i));
        }
        List<String> slices = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            if (i < 50) {
                slices.add("value number " + i);
            }
            findings.add(Pages.OUT_OF_RANGE);
        }
        return page(gates, findings, numbers(slices), curves());
    }
}
