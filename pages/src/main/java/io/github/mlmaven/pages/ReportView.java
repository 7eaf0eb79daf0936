package io.github.mlmaven.pages;

import io.github.mlmaven.pages.ColumnView.Fact;
import io.github.mlmaven.report.MetricText;
import io.github.mlmaven.report.ModelReport;
import io.github.mlmaven.report.WeakSliceText;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.text.KebabCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report as its template wants it: texts and drawings. */
record ReportView(Head head, Gates gates, Metrics metrics, Drawings drawings, Data data, Making making) {

    /** So many gates that pass are not in the way of anything. */
    private static final int FEW = 6;

    /** More gates, or findings, are no reading for a person, and the page would be too large for a browser. */
    private static final int SHOWN = 100;

    private static final int LINKED = 12;

    /** Of more slices a reader who looks for something else need not scroll past them. */
    private static final int FEW_SLICES = 20;

    /**
     * What a reviewer reads first.
     *
     * @param subject which model it is of, and how much was tested
     * @param status the verdict in a sentence
     * @param failing gates that fail, as links
     * @param further how many more fail
     * @param notes what to know of the verdict as a whole
     */
    record Head(String name, String subject, Mark status, List<PageView.Link> failing, long further, List<Mark> notes) {

        Head {
            failing = List.copyOf(failing);
            notes = List.copyOf(notes);
        }
    }

    /**
     * The gates, the worst first.
     *
     * @param others those that do not pass
     * @param all how many there are of both
     */
    record Gates(List<GateView> others, List<GateView> passed, Count all, List<Waiver> waivers) {

        Gates {
            others = List.copyOf(others);
            passed = List.copyOf(passed);
            waivers = List.copyOf(waivers);
        }

        /** Whether those that pass are shown at once. */
        boolean open() {
            return all.passed() <= FEW;
        }

        String passing() {
            return PageView.counted(all.passed(), "gate") + (all.passed() == 1 ? " passes" : " pass");
        }

        Optional<String> moreOthers() {
            return more(all.others() - others.size());
        }

        Optional<String> morePassed() {
            return more(all.passed() - passed.size());
        }

        private static Optional<String> more(int gates) {
            return ReportView.more(gates, "more gate", "verdict.json");
        }

        boolean areDrawn() {
            return others.stream().anyMatch(gate -> gate.drawn().isPresent())
                    || passed.stream().anyMatch(gate -> gate.drawn().isPresent());
        }
    }

    /** How many gates do not pass, and do. */
    record Count(int others, int passed) {}

    private static Optional<String> more(int count, String noun, String file) {
        return count > 0
                ? Optional.of("and " + PageView.counted(count, noun) + ": " + file + " has them")
                : Optional.empty();
    }

    /** @param gate a link to it */
    record Waiver(PageView.Link gate, String until, String owner, String reason, Mark end) {}

    /**
     * Metrics of all test rows.
     *
     * @param interval how intervals are called
     * @param compared whether the baseline's values are known
     * @param notes what is told of the baseline
     */
    record Metrics(String interval, boolean compared, List<Metric> rows, List<String> notes) {

        Metrics {
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
        }
    }

    /** @param name as it is shown */
    record Metric(String name, MetricText text) {}

    /** What is drawn of the evaluation. */
    record Drawings(
            Optional<ConfusionView> confusion,
            List<LabelView> labels,
            Optional<String> furtherLabels,
            Optional<ErrorsView> errors,
            Optional<ImportanceView> importance,
            List<SliceViews.Table> slices,
            Weak weak) {

        Drawings {
            labels = List.copyOf(labels);
            slices = List.copyOf(slices);
        }

        /** Whether a metric's slices are shown at once: those of the first one, where they are few. */
        boolean opens(SliceViews.Table table) {
            return table.equals(slices.get(0)) && table.rows().size() <= FEW_SLICES;
        }
    }

    /**
     * Slices on which the model errs more.
     *
     * @param slices a sentence each
     * @param looked how many were looked at; empty where none were
     */
    record Weak(List<String> slices, Optional<String> looked) {

        Weak {
            slices = List.copyOf(slices);
        }

        static Weak of(Evaluation evaluation) {
            return new Weak(
                    WeakSliceText.sentences(evaluation),
                    evaluation.weak().looked() == 0
                            ? Optional.empty()
                            : Optional.of(WeakSliceText.looked(evaluation.weak())));
        }
    }

    /**
     * What was found in the data.
     *
     * @param status the findings in a sentence
     * @param more which are not shown
     */
    record Data(Mark status, List<FindingView> findings, Optional<String> more) {

        Data {
            findings = List.copyOf(findings);
        }
    }

    /** Where it all comes from. */
    record Making(List<Fact> data, List<Fact> training, List<Fact> files, List<Command> commands) {

        Making {
            data = List.copyOf(data);
            training = List.copyOf(training);
            files = List.copyOf(files);
            commands = List.copyOf(commands);
        }
    }

    /** @param what it does */
    record Command(String text, String what) {}

    /** How the page looks. */
    StyleSheet style() {
        return StyleSheet.REPORT;
    }

    static ReportView of(ReportPage page) {
        ModelReport report = page.report();
        Gates gates = gates(report);
        return new ReportView(
                head(report, gates),
                gates,
                new Metrics(
                        MetricText.heading(report.evaluation()),
                        report.comparison().isOnSameRows(),
                        MetricText.of(report.evaluation(), report.comparison()).stream()
                                .map(metric -> new Metric(VisibleText.value(metric.metric()), metric))
                                .toList(),
                        report.compared().stream().map(VisibleText::sentence).toList()),
                new Drawings(
                        report.evaluation().labels().map(ConfusionView::of),
                        page.curves().labels().stream().map(LabelView::of).toList(),
                        Optional.of(page.curves().furtherLabels())
                                .filter(further -> further > 0)
                                .map(further -> PageView.counted(further, "further label")
                                        + " of fewer test rows are not drawn."),
                        page.curves().errors().map(ErrorsView::of),
                        page.curves().importance().map(ImportanceView::of),
                        SliceViews.of(report.evaluation(), report.comparison()),
                        Weak.of(report.evaluation())),
                new Data(
                        PageView.status(Optional.of(report.making().validation().findings())),
                        report.making().validation().findings().stream()
                                .limit(SHOWN)
                                .map(finding -> FindingView.of(finding, page.remedies(), Map.of()))
                                .toList(),
                        more(report.making().validation().findings().size() - SHOWN, "more finding", "data.html")),
                making(report));
    }

    private static Gates gates(ModelReport report) {
        List<GateView> others = new ArrayList<>();
        List<GateView> passed = new ArrayList<>();
        List<Waiver> waivers = new ArrayList<>();
        List<GateResult> all = report.verdict().worstFirst();
        int passing = 0;
        for (int i = 0; i < all.size(); i++) {
            boolean passes = all.get(i).outcome() == Outcome.PASS;
            List<GateView> shown = passes ? passed : others;
            passing += passes ? 1 : 0;
            if (shown.size() < SHOWN) {
                GateView view = GateView.of(all.get(i), i + 1, report.verdict());
                shown.add(view);
                all.get(i).waived().ifPresent(waived -> waivers.add(waiver(view, waived)));
            }
        }
        return new Gates(others, passed, new Count(all.size() - passing, passing), waivers);
    }

    private static Waiver waiver(GateView gate, GateResult.Waived waived) {
        return new Waiver(
                new PageView.Link(gate.anchor(), gate.rule()),
                VisibleText.value(waived.until()),
                VisibleText.value(waived.owner()),
                VisibleText.sentence(waived.reason()),
                new Mark(
                        waived.end() == GateResult.Waived.End.COUNTS ? Mark.Tone.WARNING : Mark.Tone.ERROR,
                        KebabCase.of(waived.end())));
    }

    private static Head head(ModelReport report, Gates gates) {
        Outcome outcome = report.verdict().verdict().outcome();
        Mark mark = GateView.mark(outcome);
        List<Mark> notes = new ArrayList<>();
        report.verdict()
                .weakened()
                .ifPresent(line -> notes.add(new Mark(Mark.Tone.WARNING, VisibleText.sentence(line))));
        report.verdict().baseline().ifPresent(line -> notes.add(new Mark(Mark.Tone.QUIET, VisibleText.sentence(line))));
        List<PageView.Link> failing = gates.others().stream()
                .filter(gate -> gate.mark().tone() == Mark.Tone.ERROR)
                .limit(LINKED)
                .map(gate -> new PageView.Link(gate.anchor(), gate.rule()))
                .toList();
        Evaluation evaluation = report.evaluation();
        return new Head(
                VisibleText.name(report.name()),
                VisibleText.value(report.version()) + " · " + KebabCase.of(evaluation.task()) + " · "
                        + PageView.counted(evaluation.overall().rows(), "test row"),
                new Mark(
                        mark.tone(),
                        mark.text() + ". "
                                + VisibleText.sentence(report.verdict().headline())),
                failing,
                report.verdict().verdict().gates().stream()
                                .filter(gate -> gate.outcome() == Outcome.FAIL)
                                .count()
                        - failing.size(),
                notes);
    }

    private static Making making(ModelReport report) {
        return ReportFacts.of(report);
    }
}
