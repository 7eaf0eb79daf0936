package io.github.mlmaven.pages;

import io.github.mlmaven.report.FindingText;
import io.github.mlmaven.report.Remedies;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Finding.Rows;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.text.Excerpt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A finding.
 *
 * @param mark its severity
 * @param anchor of its column, where the page has it
 * @param more how many rows there are beside the first ones
 */
record FindingView(
        Mark mark, String code, Says says, Optional<PageView.Link> anchor, List<RowView> rows, Optional<String> more) {

    /** Where no value was found. */
    private static final String NOTHING = "-";

    record Says(String sentence, String remedy) {}

    record RowView(String place, String value) {}

    static FindingView of(Finding whole, Remedies remedies, Map<String, String> anchors) {
        Finding finding = cut(whole);
        long more = finding.rows().count() - finding.rows().first().size();
        return new FindingView(
                mark(finding),
                finding.code().key(),
                new Says(
                        VisibleText.sentence(FindingText.sentence(finding)),
                        VisibleText.sentence(remedies.of(finding))),
                finding.about().column().flatMap(column -> PageView.Link.of(column, anchors)),
                whole.rows().first().stream().map(row -> row(whole, row)).toList(),
                more > 0 && !finding.rows().first().isEmpty()
                        ? Optional.of("and " + PageView.counted(more, "more row"))
                        : Optional.empty());
    }

    /** With values that a sentence has room for. */
    private static Finding cut(Finding finding) {
        List<Offender> first = finding.rows().first().stream()
                .map(row -> new Offender(row.file(), row.line(), row.key(), Excerpt.of(row.value(), VisibleText.VALUE)))
                .toList();
        SortedMap<String, Value> values = new TreeMap<>(finding.values());
        values.replaceAll((name, value) -> cut(value));
        Rows rows = new Rows(finding.rows().count(), finding.rows().of(), first);
        return new Finding(finding.code(), finding.severity(), finding.about(), rows, values);
    }

    private static Value cut(Value value) {
        if (value instanceof Value.Text text) {
            return new Value.Text(Excerpt.of(text.text(), VisibleText.VALUE));
        }
        return value instanceof Value.Texts texts
                ? new Value.Texts(texts.texts().stream()
                        .map(text -> Excerpt.of(text, VisibleText.NAME))
                        .toList())
                : value;
    }

    /** The finding in the part of its column. */
    static Mark note(Finding finding) {
        return new Mark(mark(finding).tone(), VisibleText.sentence(FindingText.sentence(cut(finding))));
    }

    static Mark mark(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> new Mark(Mark.Tone.ERROR, "error");
            case WARNING -> new Mark(Mark.Tone.WARNING, "warning");
            case INFO -> new Mark(Mark.Tone.QUIET, "info");
        };
    }

    private static RowView row(Finding finding, Offender row) {
        return new RowView(
                VisibleText.value(FindingText.at(row)),
                FindingText.hasFound(finding, row) ? VisibleText.value(FindingText.found(finding, row)) : NOTHING);
    }
}
