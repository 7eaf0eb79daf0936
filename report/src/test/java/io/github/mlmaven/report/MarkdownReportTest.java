package io.github.mlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.BaselineModel.Search;
import io.github.mlmaven.step.BaselineModel.Told;
import io.github.mlmaven.step.Bound;
import io.github.mlmaven.step.Bound.Kind;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Comparison.Change;
import io.github.mlmaven.step.Comparison.Changes;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Measured;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.GateResult.Rule;
import io.github.mlmaven.step.GateResult.Ruling;
import io.github.mlmaven.step.Interval;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.step.SplitDefinition;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.step.Training;
import io.github.mlmaven.step.Training.Settings;
import io.github.mlmaven.step.Validation;
import io.github.mlmaven.step.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownReportTest {

    private static final Finding NOT_FINITE = Finding.of(
                    FindingCode.NOT_FINITE, Severity.WARNING, Subject.column("size", new SpecPlace("model.yaml", 9, 3)))
            .with(new Finding.Rows(1, 10000, List.of(new Finding.Offender("data/houses.csv", 7, "NaN"))));

    private static GateResult gate(String metric, double value, Outcome outcome, Reason reason) {
        return new GateResult(
                metric + ".max",
                new Rule(
                        new SpecPlace("model.yaml", 12, 3),
                        Optional.of(new Bound(Kind.MAX, 600, false)),
                        30,
                        Severity.ERROR),
                Optional.of(Measured.of(metric, Optional.empty(), 2_000, value)),
                Optional.empty(),
                new Ruling(outcome, reason));
    }

    private static ModelReport report(
            String name, List<GateResult> gates, List<Slice> slices, List<Finding> findings, Strictness strictness) {
        Told told = new Told(Search.RELEASE, "g:houses:1.1.0");
        Outcome worst = Collections.max(gates.stream().map(GateResult::outcome).toList());
        return new ModelReport(
                "1.2.0",
                new VerdictText(name, new Verdict(Verdict.FORMAT, worst, strictness, told, gates), AcceptCommand.ONLY),
                new Evaluation(
                        Evaluation.FORMAT,
                        Task.REGRESSION,
                        "t",
                        0.95,
                        List.of(new Reported("rmse", Better.LOWER, true), new Reported("r2", Better.HIGHER, true)),
                        new Scores(
                                2_000,
                                new TreeMap<>(Map.of("rmse", 612.4)),
                                new TreeMap<>(Map.of("rmse", new Interval(600, 625)))),
                        slices,
                        Optional.empty()),
                new Comparison(
                        Comparison.FORMAT,
                        told,
                        List.of(),
                        Optional.empty(),
                        false,
                        Optional.of(new Changes(new TreeMap<>(
                                Map.of("rmse", new Change(600, Optional.empty(), Optional.of(new Interval(2, 23))))))),
                        List.of()),
                new ModelReport.Making(
                        new ModelReport.Source("data/houses.csv", "abc"),
                        new Validation(Validation.FORMAT, 10_000, 0, findings),
                        Split.of(8_000, 0, 2_000, "t", new SplitDefinition("hash", List.of("id"), new TreeMap<>())),
                        new Training(
                                Training.FORMAT,
                                new Settings("xgboost", 42, new TreeMap<>(Map.of("rounds", "300"))),
                                "tribuo",
                                List.of("size"),
                                new TreeMap<>(),
                                new TreeMap<>(Map.of("java", "17")))));
    }

    private static String text(List<GateResult> gates) {
        return report("houses", gates, List.of(), List.of(), Strictness.NONE).markdown();
    }

    @Test
    void the_verdict_first_then_what_fails_then_what_changed_and_the_rest_to_be_opened() {
        String text = report(
                        "houses",
                        List.of(
                                gate("mae", 310, Outcome.PASS, Reason.HOLDS),
                                gate("rmse", 612.4, Outcome.FAIL, Reason.BROKEN)),
                        List.of(new Slice("cut", "Fair", new Scores(200, new TreeMap<>(Map.of("rmse", 700.0))))),
                        List.of(NOT_FINITE),
                        new Strictness(false, List.of("-Dml.locked=false")))
                .markdown();

        assertThat(text).isEqualTo("""
                ## \u274C FAIL houses 1.2.0: 1 of 2 gates fail

                **this build vouches for less than it should: -Dml.locked=false.**

                |  | gate | what became of it |
                | --- | --- | --- |
                | \u274C&nbsp;FAIL | rmse &lt;= 600 | rmse is 612.4, but at most 600 is allowed (model.yaml line 12). |

                compared with g:houses:1.1.0 on the same rows

                | metric | value | 95 % interval | baseline | change | 95 % interval of the change |
                | --- | --: | --: | --: | --: | --: |
                | rmse | 612.4 | 600 .. 625 | 600 | +12.4 | +2 .. +23 |
                | r2 | - | - | - | - | - |

                On 2,000 test rows. In the data: 1 warning, 0 other findings.

                <details><summary>1 gate passes</summary>

                |  | gate | what became of it |
                | --- | --- | --- |
                | \u2705&nbsp;PASS | mae &lt;= 600 | mae is 310, at most 600 is allowed (model.yaml line 12). |

                </details>

                <details><summary>1 slice</summary>

                | slice | rows | rmse | r2 |
                | --- | --: | --: | --: |
                | cut = Fair | 200 | 700 | - |

                </details>

                <details><summary>1 finding in the data</summary>

                |  | finding | code |
                | --- | --- | --- |
                | WARNING | data/houses.csv line 7, column 'size': found "NaN", a number must be finite (model.yaml line 9). | not-finite |

                </details>

                <details><summary>How it was made</summary>

                |  |  |
                | --- | --- |
                | data | data/houses.csv |
                | SHA-256 of the data | abc |
                | rows that train | 8,000 |
                | rows that test | 2,000 |
                | trainer | xgboost |
                | seed | 42 |
                | rounds | 300 |
                | java | 17 |

                </details>
                """);
    }

    @ParameterizedTest
    @CsvSource({"PASS,\u2705", "INCONCLUSIVE,\uD83D\uDFE1", "WARN,\u26A0\uFE0F", "FAIL,\u274C"})
    void the_first_line_is_the_verdict(Outcome outcome, String sign) {
        assertThat(text(List.of(gate("rmse", 612.4, outcome, Reason.UNCERTAIN)))
                        .lines()
                        .findFirst())
                .hasValueSatisfying(
                        line -> assertThat(line).startsWith("## " + sign + " " + outcome + " houses 1.2.0: "));
    }

    @Test
    void texts_of_the_data_are_shown_and_never_understood() {
        String hostile =
                "a|b</summary><img src=x>`c` [d](http://e) *f* @torvalds fixes #1 www.evil.com GH-2 $x$\n## no\u202E";
        String text = report(
                        hostile,
                        List.of(gate(hostile, 612.4, Outcome.FAIL, Reason.BROKEN)),
                        List.of(new Slice(hostile, hostile, new Scores(1, new TreeMap<>()))),
                        List.of(),
                        Strictness.NONE)
                .markdown();

        assertThat(text)
                .doesNotContain("<img", "</summary><", "@torvalds", "#1", "://", "www.", "GH-2", "\u202E", "\n## no")
                .contains(
                        "a\\|b&lt;/summary&gt;&lt;img src=x&gt;\\`c\\` \\[d\\](http:&#8203;//e) \\*f\\* @&#8203;torvalds");
        assertThat(text.lines().filter(line -> line.startsWith("#"))).hasSize(1);
        // Cells of a row are as many as those of its head.
        assertThat(text.lines().filter(line -> line.startsWith("| \u274C")))
                .allMatch(line ->
                        line.replace("\\|", "").chars().filter(c -> c == '|').count() == 4);
    }

    @Test
    void what_github_would_not_take_is_cut_and_told() {
        List<GateResult> gates = new ArrayList<>();
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            gates.add(gate("metric-" + i, 612.4, Outcome.FAIL, Reason.BROKEN));
            slices.add(new Slice("cut", "x" + i, new Scores(1, new TreeMap<>())));
        }
        String text = report("houses", gates, slices, List.of(NOT_FINITE), Strictness.NONE)
                .markdown();

        assertThat(text)
                .hasSizeBetween(60_000, MarkdownText.LIMIT)
                .startsWith("## \u274C FAIL houses 1.2.0: 2000 of 2000 gates fail")
                .containsPattern(
                        "\nCut for its length: 1[0-9]{3} of 2000 gates, .*2,000 slices, .*\\. The files beside this one have all of it: report\\.html")
                .endsWith("validation.json.\n");
    }

    @Test
    void what_is_long_leaves_what_comes_before_it_whole() {
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            slices.add(new Slice("cut", "x" + i, new Scores(1, new TreeMap<>())));
        }
        String text = report(
                        "houses",
                        List.of(gate("rmse", 612.4, Outcome.FAIL, Reason.BROKEN)),
                        slices,
                        List.of(NOT_FINITE),
                        Strictness.NONE)
                .markdown();

        assertThat(text)
                .hasSizeLessThan(MarkdownText.LIMIT)
                .contains("| rmse &lt;= 600 |", "| rmse | 612.4 |", "of 10000 slices");
        assertThat(text.split("<details>", -1)).hasSameSizeAs(text.split("</details>", -1));
    }
}
