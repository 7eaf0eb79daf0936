package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Task;
import io.github.mlmaven.gate.Gates;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.BaselineModel.Search;
import io.github.mlmaven.step.BaselineModel.Told;
import io.github.mlmaven.step.Behaviour;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Comparison.Changes;
import io.github.mlmaven.step.Comparison.SliceChanges;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.step.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often gates that compare are red and green, by simulation. The table in docs/gates.md is written by this with {@code
 * -Dcalibration.runs=1000 -Dcalibration.write=true}: the same number of runs makes the same table.
 */
class CalibrationTest {

    private static final int RUNS = Integer.getInteger("calibration.runs", 40);
    private static final double TOLERANCE = 0.03;
    private static final Path PAGE = Path.of("..", "docs", "gates.md");
    private static final String HEAD =
            "| test rows | correlation of errors | no worse, 22 gates: red | no worse, 1 gate: green | twice the tolerance, 1 gate: red | twice the tolerance, 22 gates: red |\n|---|---|---|---|---|---|\n";

    private static final List<AskedMetric> METRICS =
            List.of(Catalog.builtIn().asked("mae"), Catalog.builtIn().asked("rmse"));

    private static final String ONE = "  - {metric: mae, baseline: {max-increase: 3%}}\n";
    private static final String ALL = ONE + "  - {metric: rmse, baseline: {max-increase: 3%}}\n"
            + "  - {metric: mae, slice: x, baseline: {max-increase: 3%}}\n"
            + "  - {metric: rmse, slice: x, baseline: {max-increase: 3%}}\n";

    @TempDir
    Path folder;

    private static Map<String, Rivals> rivals() {
        Map<String, Rivals> rivals = new LinkedHashMap<>();
        rivals.put("2,000", new Rivals(2_000, 1, 0.8));
        rivals.put("5,000 ", new Rivals(5_000, 1, 0.5));
        rivals.put("5,000", new Rivals(5_000, 1, 0.8));
        rivals.put("5,000  ", new Rivals(5_000, 1, 0.95));
        rivals.put("20,000", new Rivals(20_000, 1, 0.5));
        rivals.put("500 groups of 10", new Rivals(500, 10, 0.8));
        return rivals;
    }

    /** What a build's simulation comes to. */
    private static final class Tally {

        private int red;
        private int green;

        void add(Verdict verdict) {
            red += verdict.failed() ? 1 : 0;
            green += verdict.outcome() == Outcome.PASS ? 1 : 0;
        }

        double red() {
            return red / (double) RUNS;
        }

        String redShare() {
            return share(red);
        }

        String greenShare() {
            return share(green);
        }

        private static String share(int count) {
            return "%s".formatted(Math.round(1_000.0 * count / RUNS) / 10.0);
        }
    }

    @Test
    void a_harmless_model_is_seldom_red_and_a_bad_one_mostly_is() throws IOException {
        SpecFile one = spec(ONE);
        SpecFile all = spec(ALL);
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Rivals> entry : rivals().entrySet()) {
            Rivals rivals = entry.getValue();
            Tally harmless = new Tally();
            Tally harmlessOne = new Tally();
            Tally bad = new Tally();
            Tally badOne = new Tally();
            Random random = new Random(7);
            for (int run = 0; run < RUNS; run++) {
                Build same = new Build(rivals, rivals.draw(random, 0));
                harmless.add(same.judge(all));
                harmlessOne.add(same.judge(one));
                Build worse = new Build(rivals, rivals.draw(random, 2 * TOLERANCE));
                bad.add(worse.judge(all));
                badOne.add(worse.judge(one));
            }
            lines.add("| %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            entry.getKey().strip(),
                            rivals.correlation(),
                            harmless.redShare(),
                            harmlessOne.greenShare(),
                            badOne.redShare(),
                            bad.redShare()));
            assertThat(harmless.red()).as("harmless, " + entry).isLessThanOrEqualTo(most(0.05));
            if (rivals.rows() >= 5_000 && rivals.perGroup() == 1) {
                assertThat(badOne.red()).as("bad, " + entry).isGreaterThanOrEqualTo(least(0.95));
                assertThat(bad.red()).as("bad of many, " + entry).isGreaterThanOrEqualTo(least(0.94));
            }
        }
        if (Boolean.getBoolean("calibration.write")) {
            write(lines);
        }
        assertThat(lines).hasSize(rivals().size());
    }

    private static double most(double share) {
        return share + 3 * Math.sqrt(share * (1 - share) / RUNS);
    }

    private static double least(double share) {
        return share - 3 * Math.sqrt(share * (1 - share) / RUNS);
    }

    /** An evaluation and a comparison of two models that were drawn. */
    private record Build(Rivals rivals, Change change) {

        Verdict judge(SpecFile spec) {
            List<Slice> slices = new ArrayList<>();
            List<SliceChanges> changes = new ArrayList<>();
            for (int slice = 0; slice < Rivals.SLICES; slice++) {
                Change part = change.pick(rivals.slice(slice));
                slices.add(new Slice("x", "v" + slice, scores(part)));
                changes.add(new SliceChanges("x", "v" + slice, changes(part)));
            }
            Evaluation evaluation = new Evaluation(
                    Evaluation.FORMAT,
                    Task.REGRESSION,
                    "t",
                    0.95,
                    METRICS.stream().map(metric -> Reported.of(metric, true)).toList(),
                    scores(change),
                    slices,
                    Optional.empty());
            Comparison comparison = new Comparison(
                    Comparison.FORMAT,
                    new Told(Search.RELEASE, "b"),
                    List.of(),
                    Optional.empty(),
                    false,
                    Optional.of(changes(change)),
                    changes);
            return Gates.judge(
                    spec,
                    new Gates.Judged(evaluation, comparison, new Behaviour(Behaviour.FORMAT, List.of())),
                    Optional.empty(),
                    Strictness.NONE,
                    "1");
        }

        private static Scores scores(Change change) {
            SortedMap<String, Double> values = new TreeMap<>();
            METRICS.forEach(metric -> values.put(
                    metric.name(), change.candidate().measure(Metrics.known().named(metric.name()))));
            return new Scores(change.candidate().size(), values);
        }

        private static Changes changes(Change change) {
            SortedMap<String, Comparison.Change> changes = new TreeMap<>();
            METRICS.forEach(metric -> change.of(metric, 0.95).ifPresent(found -> changes.put(metric.name(), found)));
            return new Changes(changes);
        }
    }

    private SpecFile spec(String gates) throws IOException {
        return SpecReader.read(Files.writeString(folder.resolve("model.yaml"), """
                task: regression
                data: {source: d.csv, label: y}
                columns:
                  x: {type: category}
                  y: {type: number}
                evaluate: {slices: [x]}
                gates:
                """ + gates), "m");
    }

    private static void write(List<String> lines) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(HEAD) + HEAD.length();
        assertThat(from).isGreaterThan(HEAD.length());
        int to = from
                + page.substring(from)
                        .lines()
                        .takeWhile(line -> line.startsWith("| "))
                        .mapToInt(line -> line.length() + 1)
                        .sum();
        Files.writeString(PAGE, page.substring(0, from) + String.join("", lines) + page.substring(to));
    }
}
