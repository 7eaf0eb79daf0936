package io.github.mlmaven.report;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.spec.SpecWarning;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Evaluation.Labels;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.Evaluation.Slice;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.Interval;
import io.github.mlmaven.step.Validation;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Results as lines for a console. */
public final class ConsoleReport {

    private ConsoleReport() {}

    /** A warning about model.yaml with its remedy and code. */
    public static String warning(SpecWarning warning) {
        return SpecWarningText.sentence(warning) + " " + SpecWarningText.remedy(warning) + " ["
                + warning.code().key() + "]";
    }

    /** The same where no other model is built than one. */
    public static List<String> finding(Finding finding) {
        return finding(finding, AcceptCommand.ONLY);
    }

    /**
     * The finding with its remedy and code, then its first rows, one line each, but for an only row that it says already.
     *
     * @param accept what accepts the model
     */
    public static List<String> finding(Finding finding, AcceptCommand accept) {
        List<String> lines = new ArrayList<>();
        String sentence = FindingText.sentence(finding);
        lines.add(sentence + " " + FindingText.remedy(finding, accept) + " ["
                + finding.code().key() + "]");
        if (isSaid(finding, sentence)) {
            return lines;
        }
        for (Finding.Offender row : finding.rows().first()) {
            String found = FindingText.hasFound(finding, row) ? ": " + FindingText.found(finding, row) : "";
            lines.add("    " + FindingText.at(row) + found);
        }
        long more = finding.rows().count() - finding.rows().first().size();
        if (more > 0 && !finding.rows().first().isEmpty()) {
            lines.add("    and " + Numbers.count(more) + " more");
        }
        return lines;
    }

    /** Whether a sentence says where the finding's only row is, and what was found there. */
    private static boolean isSaid(Finding finding, String sentence) {
        return finding.rows().count() == 1
                && finding.rows().first().stream()
                        .allMatch(row -> sentence.startsWith(new FindingValues(finding).row())
                                && sentence.contains(FindingText.found(finding, row)));
    }

    /** How much was read. */
    public static String rows(Validation validation) {
        return validation.dropped() == 0
                ? Numbers.count(validation.rows()) + " rows were read."
                : "%s rows were read, and %s left out by data.where."
                        .formatted(Numbers.count(validation.rows()), Numbers.count(validation.dropped()));
    }

    /** A table of metrics, all rows first, then each slice; for a classification the confusion matrix below. */
    public static List<String> evaluation(Evaluation evaluation) {
        List<String> metrics =
                evaluation.metrics().stream().map(Evaluation.Reported::name).toList();
        AlignedLines table = new AlignedLines();
        List<String> head = new ArrayList<>(List.of("", "rows"));
        head.addAll(metrics);
        table.row(head);
        table.row(cells("all test rows", evaluation.overall(), metrics));
        if (!evaluation.overall().intervals().isEmpty()) {
            table.row(intervals(evaluation, metrics));
        }
        for (Slice slice : evaluation.slices()) {
            table.row(cells(slice.column() + " = " + slice.value(), slice.scores(), metrics));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(WeakSliceText.lines(evaluation));
        evaluation.labels().ifPresent(labels -> lines.addAll(confusion(labels)));
        return lines;
    }

    /** One line for each gate. */
    public static List<String> verdict(Verdict verdict, AcceptCommand accept) {
        return verdict.gates().stream().map(gate -> gate(gate, accept)).toList();
    }

    /**
     * One gate as one line: its outcome and its message.
     *
     * @param accept what accepts the model
     */
    public static String gate(GateResult gate, AcceptCommand accept) {
        return gate.outcome() + "  " + GateText.sentence(gate, accept);
    }

    /** Which model the gates compare with; empty where none does, or a gate tells. */
    public static Optional<String> baseline(Verdict verdict) {
        boolean isUsed =
                verdict.gates().stream().noneMatch(gate -> gate.ruling().reason() == Reason.BASELINE_UNUSABLE);
        return isUsed ? BaselineText.line(verdict.baseline()) : Optional.empty();
    }

    /** The verdict in a sentence, naming every gate that fails. */
    public static String summary(Verdict verdict, AcceptCommand accept) {
        List<GateResult> failed = with(verdict, Outcome.FAIL);
        if (failed.isEmpty()) {
            return count(verdict) + ".";
        }
        StringBuilder text = new StringBuilder(count(verdict) + ":");
        failed.forEach(gate -> text.append("\n  ").append(GateText.sentence(gate, accept)));
        return text.toString();
    }

    /** How many gates fail, or pass where none does, without a full stop. */
    static String count(Verdict verdict) {
        int all = verdict.gates().size();
        int failed = with(verdict, Outcome.FAIL).size();
        return failed > 0
                ? "%s of %s gates fail".formatted(failed, all)
                : "%s of %s gates pass%s".formatted(with(verdict, Outcome.PASS).size(), all, waived(verdict));
    }

    private static String waived(Verdict verdict) {
        long waived = verdict.gates().stream()
                .filter(gate -> gate.outcome() == Outcome.WARN && gate.waived().isPresent())
                .count();
        return waived == 0 ? "" : waived == 1 ? ", 1 is waived" : ", " + Numbers.count(waived) + " are waived";
    }

    /** What a build that fails by a verdict says: a model that breaks no bound is not called a bad one. */
    public static String failure(String model, Verdict verdict, AcceptCommand accept) {
        return judgement(model, verdict) + ": " + summary(verdict, accept);
    }

    /** What a verdict that fails says of a model, without a full stop. */
    static String judgement(String model, Verdict verdict) {
        boolean broken = with(verdict, Outcome.FAIL).stream()
                .anyMatch(gate ->
                        gate.ruling().reason() == Reason.BROKEN || gate.ruling().reason() == Reason.CONTRACT_BROKEN);
        return "'%s' %s".formatted(model, broken ? "is not good enough" : "could not be judged");
    }

    /**
     * What fails whether the model is accepted or not, and where to change that; empty where accepting mends all that fails.
     *
     * @param accept what accepts the model
     */
    public static Optional<String> staysRed(Verdict verdict, AcceptCommand accept) {
        return staysRed(verdict, accept, false);
    }

    /**
     * The same where all that may be is waived.
     *
     * @param waived whether it is
     */
    public static Optional<String> staysRed(Verdict verdict, AcceptCommand accept, boolean waived) {
        List<String> rules = verdict.gates().stream()
                .filter(GateResult::failsHoweverAccepted)
                .filter(gate -> !waived || !gate.mayBeWaived())
                .map(gate -> GateText.rule(gate) + " (" + gate.rule().place() + ")")
                .toList();
        return rules.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "A lock changes nothing of what model.yaml demands: accepted or not, each build that checks this model fails by %s. To have it pass, change %s in model.yaml, and run %s again."
                                .formatted(
                                        String.join(", ", rules),
                                        rules.size() == 1 ? "that gate" : "these gates",
                                        accept));
    }

    private static List<GateResult> with(Verdict verdict, Outcome outcome) {
        return verdict.gates().stream()
                .filter(gate -> gate.outcome() == outcome)
                .toList();
    }

    private static List<String> cells(String name, Scores scores, List<String> metrics) {
        List<String> cells = new ArrayList<>(List.of(name, Numbers.count(scores.rows())));
        for (String metric : metrics) {
            Double value = scores.metrics().get(metric);
            cells.add(value == null ? "-" : Numbers.brief(value));
        }
        return cells;
    }

    private static List<String> intervals(Evaluation evaluation, List<String> metrics) {
        List<String> cells = new ArrayList<>(List.of(Numbers.brief(100 * evaluation.confidence()) + " % interval", ""));
        for (String metric : metrics) {
            Interval interval = evaluation.overall().intervals().get(metric);
            cells.add(interval == null ? "-" : Numbers.brief(interval.low()) + " .. " + Numbers.brief(interval.high()));
        }
        return cells;
    }

    private static List<String> confusion(Labels labels) {
        AlignedLines table = new AlignedLines();
        List<String> head = new ArrayList<>(List.of("true \\ predicted"));
        head.addAll(labels.names());
        table.row(head);
        for (int i = 0; i < labels.names().size(); i++) {
            List<String> row = new ArrayList<>(List.of(labels.names().get(i)));
            labels.confusion().get(i).forEach(count -> row.add(Numbers.count(count)));
            table.row(row);
        }
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(table.lines());
        return lines;
    }
}
