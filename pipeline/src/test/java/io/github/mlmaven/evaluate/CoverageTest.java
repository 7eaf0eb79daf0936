package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.step.Evaluation.Scores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How often intervals of 95 % hold the true value, by simulation. The table in docs/metrics.md is written by this with {@code
 * -Dcoverage.runs=1000 -Dcoverage.write=true}: the same number of runs makes the same table.
 */
class CoverageTest {

    private static final int RUNS = Integer.getInteger("coverage.runs", 60);
    private static final int TRUTH = 400_000;
    private static final Path PAGE = Path.of("..", "docs", "metrics.md");
    private static final String HEAD = "| metric | %s |\n|---|---|---|---|---|---|\n";

    /** In the order of the table's columns. */
    private static final Map<String, Population> NUMBERS = populations(
            Stream.of("100 rows", "500 rows", "2,000 rows", "20,000 rows", "40 groups of 10"),
            Population.ofNumbers(100),
            Population.ofNumbers(500),
            Population.ofNumbers(2_000),
            Population.ofNumbers(20_000),
            Population.ofNumbers(0).inGroups(40, 10));

    private static final Map<String, Population> LABELS = populations(
            Stream.of(
                    "200 rows, 10 %", "500 rows, 5 %", "2,000 rows, 5 %", "20,000 rows, 5 %", "200 groups of 5, 30 %"),
            Population.ofLabels(200, 0.1),
            Population.ofLabels(500, 0.05),
            Population.ofLabels(2_000, 0.05),
            Population.ofLabels(20_000, 0.05),
            Population.ofLabels(0, 0.3).inGroups(200, 5));

    private static Map<String, Population> populations(Stream<String> names, Population... populations) {
        Map<String, Population> all = new LinkedHashMap<>();
        names.forEach(name -> all.put(name, populations[all.size()]));
        return all;
    }

    @Test
    void intervals_of_numbers_hold_the_true_value() throws IOException {
        holds(NUMBERS, Task.REGRESSION);
    }

    @Test
    void intervals_of_labels_hold_the_true_value() throws IOException {
        holds(LABELS, Task.CLASSIFICATION);
    }

    @Test
    void the_page_tells_shares_that_the_test_would_let_pass() throws IOException {
        String page = Files.readString(PAGE);

        for (Map<String, Population> populations : List.of(NUMBERS, LABELS)) {
            List<List<String>> rows = table(page, head(populations));
            assertThat(rows).hasSizeGreaterThan(8);
            assertThat(rows)
                    .allSatisfy(cells -> cells.stream()
                            .skip(2)
                            .filter(cell -> !cell.equals("-"))
                            .forEach(cell -> assertThat(Double.parseDouble(cell))
                                    .as(cells.get(1))
                                    .isGreaterThanOrEqualTo(100 * least(cells.get(1)))));
        }
    }

    private static void holds(Map<String, Population> populations, Task task) throws IOException {
        List<AskedMetric> metrics = Told.populations(task);
        Map<String, List<String>> table = new LinkedHashMap<>();
        List<String> broken = new ArrayList<>();
        populations.forEach((what, population) -> coverage(metrics, population).forEach((metric, coverage) -> {
            table.computeIfAbsent(metric, name -> new ArrayList<>()).add(coverage.text());
            double least = least(metric);
            double chance = 3 * Math.sqrt(least * (1 - least) / Math.max(1, coverage.intervals));
            if (coverage.share() < least - chance) {
                broken.add(metric + " of " + what + ": " + coverage.text());
            }
        }));

        if (Boolean.getBoolean("coverage.write")) {
            write(head(populations), table);
        }
        assertThat(table).hasSizeGreaterThan(8);
        assertThat(broken).isEmpty();
    }

    /** Squares of errors with long tails, and what is seldom predicted, take more rows. */
    private static double least(String metric) {
        return switch (metric) {
            case "rmse", "mse", "r2", "explained-variance", "macro-precision", "log-loss", "brier" -> 0.85;
            default -> 0.9;
        };
    }

    private static Map<String, Coverage> coverage(List<AskedMetric> descriptors, Population population) {
        Metrics metrics = new Metrics(descriptors, 0.95);
        Population rows = population.inGroups(TRUTH / population.perGroup(), population.perGroup());
        Map<String, Double> truth =
                metrics.of(rows.draw(new Random(1)), rows.groups()).metrics();
        Map<String, Coverage> coverage = new LinkedHashMap<>();
        descriptors.forEach(metric -> coverage.put(metric.name(), new Coverage()));
        Random random = new Random(2);
        for (int run = 0; run < RUNS; run++) {
            ScoredRows drawn = population.draw(random);
            Scores scores = metrics.of(drawn, population.groups());
            scores.intervals().forEach((metric, interval) -> {
                double value = Objects.requireNonNull(truth.get(metric));
                Objects.requireNonNull(coverage.get(metric)).add(interval.low() <= value && value <= interval.high());
            });
        }
        coverage.keySet().removeIf(metric -> !Intervals.areKnownOf(metric));
        return coverage;
    }

    private static String head(Map<String, Population> populations) {
        return HEAD.formatted(String.join(" | ", populations.keySet()));
    }

    /** The cells of a table, each row with an empty one before its first. */
    private static List<List<String>> table(String page, String head) {
        assertThat(page).contains(head);
        return page.substring(page.indexOf(head) + head.length())
                .lines()
                .takeWhile(line -> line.startsWith("| "))
                .map(line -> List.of(line.replace("`", "").replace(" ", "").split("\\|")))
                .toList();
    }

    private static void write(String head, Map<String, List<String>> table) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(head) + head.length();
        int to = from
                + page.substring(from)
                        .lines()
                        .takeWhile(line -> line.startsWith("| "))
                        .mapToInt(line -> line.length() + 1)
                        .sum();
        String rows = table.entrySet().stream()
                .map(row -> "| `%s` | %s |\n".formatted(row.getKey(), String.join(" | ", row.getValue())))
                .collect(Collectors.joining());
        Files.writeString(PAGE, page.substring(0, from) + rows + page.substring(to));
    }

    private static final class Coverage {

        private int intervals;
        private int held;

        void add(boolean holds) {
            intervals++;
            held += holds ? 1 : 0;
        }

        double share() {
            return intervals == 0 ? 1 : held / (double) intervals;
        }

        String text() {
            return intervals == 0 ? "-" : Long.toString(Math.round(100 * share()));
        }
    }
}
