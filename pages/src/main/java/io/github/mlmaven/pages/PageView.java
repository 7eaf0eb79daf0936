package io.github.mlmaven.pages;

import io.github.mlmaven.pages.DataPage.Field;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.step.DataDrift;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Profile.Pair;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The data page as its template wants it: texts and drawings.
 *
 * @param status the page in a sentence
 * @param findings the worst first; empty where nobody looked
 * @param columns in the order of the table
 * @param related columns that tell much of one another, the strongest first
 * @param overTime how columns moved over time, where that was asked
 */
record PageView(
        Title title,
        Mark status,
        Optional<List<FindingView>> findings,
        List<ColumnView> columns,
        List<Related> related,
        Optional<OverTimeView> overTime) {

    PageView {
        findings = findings.map(List::copyOf);
        columns = List.copyOf(columns);
        related = List.copyOf(related);
    }

    /** Two columns that tell of one another. */
    record Related(Link one, Link other, String association) {}

    /** A column and its place in the page. */
    record Link(String anchor, String name) {

        static Optional<Link> of(String column, Map<String, String> anchors) {
            return Optional.ofNullable(anchors.get(column)).map(anchor -> new Link(anchor, VisibleText.name(column)));
        }
    }

    /** An association that is worth a look. */
    private static final double MUCH = 0.3;

    private static final int SHOWN_PAIRS = 10;

    /** @param size how many rows and columns */
    record Title(String name, String source, String size) {}

    /** Whether a drawing shows accepted rows too. */
    boolean showsAccepted() {
        return columns.stream().anyMatch(column -> column.shows(Chart.Other.ACCEPTED));
    }

    /** Whether a drawing shows training rows too. */
    boolean showsTraining() {
        return columns.stream().anyMatch(column -> column.shows(Chart.Other.TRAINING));
    }

    /** Whether columns were held against others. */
    boolean showsDrift() {
        return columns.stream().anyMatch(column -> column.drift().isPresent());
    }

    /** Whether it is known how much columns tell of the label. */
    boolean showsLabel() {
        return columns.stream().anyMatch(column -> column.head().label().isPresent());
    }

    /** How the page looks. */
    StyleSheet style() {
        return StyleSheet.DATA;
    }

    static PageView of(DataPage page) {
        Map<String, List<Finding>> byColumn = page.findings().orElse(List.of()).stream()
                .filter(finding -> finding.about().column().isPresent())
                .collect(Collectors.groupingBy(
                        finding -> finding.about().column().orElseThrow()));
        List<ColumnView> columns = new ArrayList<>();
        for (Field field : page.table().fields()) {
            ColumnProfiles.of(field.name(), page.profiles())
                    .map(profiles -> new ColumnViews(field, profiles)
                            .view(
                                    "column-" + (columns.size() + 1),
                                    byColumn.getOrDefault(field.name(), List.of()),
                                    page.drift().flatMap(drift -> DriftView.of(field.name(), drift, profiles))))
                    .ifPresent(columns::add);
        }
        Map<String, String> anchors = columns.stream()
                .collect(Collectors.toMap(ColumnView::key, ColumnView::anchor, (first, second) -> first));
        return new PageView(
                new Title(
                        VisibleText.name(page.table().name()),
                        VisibleText.value(page.table().source()),
                        counted(page.profiles().rows().rows(), "row") + " · " + counted(columns.size(), "column")),
                status(page.findings()),
                page.findings()
                        .map(all -> all.stream()
                                .map(finding -> FindingView.of(finding, page.remedies(), anchors))
                                .toList()),
                columns,
                related(page, anchors),
                page.drift()
                        .flatMap(DataDrift::slices)
                        .map(slices -> OverTimeView.of(
                                slices, columns.stream().map(ColumnView::key).toList(), anchors)));
    }

    private static List<Related> related(DataPage page, Map<String, String> anchors) {
        Profile asked = page.profiles().training().orElse(page.profiles().rows());
        List<Related> related = new ArrayList<>();
        for (Pair pair : asked.associations().pairs()) {
            Optional<Link> one = Link.of(pair.one(), anchors);
            Optional<Link> other = Link.of(pair.other(), anchors);
            if (one.isPresent() && other.isPresent() && pair.association() >= MUCH && related.size() < SHOWN_PAIRS) {
                related.add(new Related(one.get(), other.get(), ColumnViews.association(pair.association())));
            }
        }
        return related;
    }

    /** Findings in a sentence. */
    static Mark status(Optional<List<Finding>> findings) {
        if (findings.isEmpty()) {
            return new Mark(Mark.Tone.QUIET, "The data was not held to a model.yaml.");
        }
        List<Finding> all = findings.orElseThrow();
        long errors = all.stream().filter(Finding::isError).count();
        long warnings = all.stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .count();
        if (all.isEmpty()) {
            return new Mark(Mark.Tone.GOOD, "Nothing was found. The data is as model.yaml says.");
        }
        if (errors > 0) {
            return new Mark(
                    Mark.Tone.ERROR,
                    counted(errors, "error") + (warnings == 0 ? "" : " and " + counted(warnings, "warning"))
                            + ". No model is trained on this data.");
        }
        return warnings > 0
                ? new Mark(Mark.Tone.WARNING, counted(warnings, "warning") + ", no error.")
                : new Mark(Mark.Tone.GOOD, counted(all.size(), "thing") + " to know, no warning and no error.");
    }

    static String counted(long count, String noun) {
        return Numbers.count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
