package io.github.mlmaven.report;

import static io.github.mlmaven.report.MarkdownText.counted;
import static io.github.mlmaven.report.MarkdownText.escaped;

import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code report.md}: the verdict in the first line, then why, then what changed; the rest for who opens it. */
final class MarkdownReport {

    private final ModelReport report;
    private final MarkdownText text = new MarkdownText();

    MarkdownReport(ModelReport report) {
        this.report = report;
    }

    String text() {
        VerdictText verdict = report.verdict();
        text.paragraph("## %s %s: %s"
                .formatted(
                        mark(verdict.verdict().outcome()),
                        escaped(report.name() + " " + report.version()),
                        verdict.count()));
        verdict.weakened().ifPresent(line -> text.paragraph("**" + escaped(line) + "**"));
        List<GateResult> passed =
                gates().filter(gate -> gate.outcome() == Outcome.PASS).toList();
        List<GateResult> others =
                gates().filter(gate -> gate.outcome() != Outcome.PASS).toList();
        if (!others.isEmpty()) {
            gates("gates", others);
        }
        metrics();
        text.paragraph(data());
        if (!passed.isEmpty()) {
            text.details(counted(passed.size(), "gate") + (passed.size() == 1 ? " passes" : " pass"), () -> {
                gates("gates that pass", passed);
            });
        }
        slices();
        weak();
        findings();
        text.details("How it was made", this::making);
        return text.finished(
                "The files beside this one have all of it: report.html, verdict.json, evaluation.json, validation.json.");
    }

    private Stream<GateResult> gates() {
        return report.verdict().worstFirst().stream();
    }

    private static String mark(Outcome outcome) {
        String sign = switch (outcome) {
            case PASS -> "\u2705";
            case INCONCLUSIVE -> "\uD83D\uDFE1";
            case WARN -> "\u26A0\uFE0F";
            case FAIL -> "\u274C";
        };
        return sign + " " + outcome;
    }

    private void gates(String what, List<GateResult> gates) {
        text.table(
                what,
                List.of("", "gate", "what became of it"),
                gates.stream()
                        .map(gate -> List.of(
                                mark(gate.outcome()).replace(" ", "&nbsp;"),
                                escaped(GateText.rule(gate)),
                                escaped(report.verdict().sentence(gate))))
                        .toList());
    }

    private void metrics() {
        Evaluation evaluation = report.evaluation();
        boolean compared = report.comparison().isOnSameRows();
        report.verdict().baseline().ifPresent(line -> text.paragraph(escaped(line)));
        List<String> head = new ArrayList<>(List.of("metric", "value:", MetricText.heading(evaluation) + ":"));
        if (compared) {
            head.addAll(List.of("baseline:", "change:", MetricText.heading(evaluation) + " of the change:"));
        }
        text.table(
                "metrics",
                head,
                MetricText.of(evaluation, report.comparison()).stream()
                        .map(metric -> cells(metric, compared))
                        .toList());
        if (report.comparison().same()) {
            text.paragraph("Both predict the same of each row.");
        }
    }

    private static List<String> cells(MetricText metric, boolean compared) {
        List<String> cells = new ArrayList<>(List.of(
                escaped(metric.metric()), metric.now().value(), metric.now().interval()));
        if (compared) {
            cells.addAll(List.of(
                    metric.baseline(), metric.moved().value(), metric.moved().interval()));
        }
        return cells;
    }

    private String data() {
        List<Finding> findings = report.making().validation().findings();
        return "On %s. In the data: %s."
                .formatted(
                        counted(report.evaluation().overall().rows(), "test row"),
                        findings.isEmpty()
                                ? "no finding"
                                : counted(count(findings, Severity.WARNING), "warning") + ", "
                                        + counted(
                                                findings.size() - count(findings, Severity.WARNING), "other finding"));
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private void slices() {
        List<Slice> slices = report.evaluation().slices();
        if (slices.isEmpty()) {
            return;
        }
        List<String> metrics = report.evaluation().metrics().stream()
                .map(Evaluation.Reported::name)
                .toList();
        List<String> head = new ArrayList<>(List.of("slice", "rows:"));
        metrics.forEach(metric -> head.add(escaped(metric) + ":"));
        text.details(
                counted(slices.size(), "slice"),
                () -> text.table(
                        "slices",
                        head,
                        slices.stream().map(slice -> cells(slice, metrics)).toList()));
    }

    private void weak() {
        List<String> weak = WeakSliceText.sentences(report.evaluation());
        if (!weak.isEmpty()) {
            text.details(
                    counted(weak.size(), "weak slice"),
                    () -> text.table(
                            "weak slices",
                            List.of("weak slice"),
                            weak.stream()
                                    .map(sentence -> List.of(escaped(sentence)))
                                    .toList()));
        }
    }

    private static List<String> cells(Slice slice, List<String> metrics) {
        List<String> cells = new ArrayList<>(List.of(
                escaped(slice.column() + " = " + slice.value()),
                Numbers.count(slice.scores().rows())));
        for (String metric : metrics) {
            Double value = slice.scores().metrics().get(metric);
            cells.add(value == null ? "-" : Numbers.brief(value));
        }
        return cells;
    }

    private void findings() {
        List<Finding> findings = report.making().validation().findings();
        if (!findings.isEmpty()) {
            text.details(
                    counted(findings.size(), "finding") + " in the data",
                    () -> text.table(
                            "findings",
                            List.of("", "finding", "code"),
                            findings.stream()
                                    .map(finding -> List.of(
                                            finding.severity().name(),
                                            escaped(FindingText.sentence(finding)),
                                            finding.code().key()))
                                    .toList()));
        }
    }

    private void making() {
        ModelReport.Making making = report.making();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("data", escaped(making.data().words())));
        rows.add(List.of("SHA-256 of the data", making.data().sha256()));
        rows.add(List.of("rows that train", Numbers.count(making.split().train())));
        rows.add(List.of("rows that test", Numbers.count(making.split().test())));
        rows.add(List.of("trainer", escaped(making.training().settings().trainer())));
        rows.add(List.of("seed", Long.toString(making.training().settings().seed())));
        making.training()
                .settings()
                .parameters()
                .forEach((name, value) -> rows.add(List.of(escaped(name), escaped(value))));
        making.training().versions().forEach((name, version) -> rows.add(List.of(escaped(name), escaped(version))));
        text.table("facts", List.of("", ""), rows);
    }
}
