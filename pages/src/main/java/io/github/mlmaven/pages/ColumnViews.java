package io.github.mlmaven.pages;

import io.github.mlmaven.pages.ColumnView.Head;
import io.github.mlmaven.pages.ColumnView.Missing;
import io.github.mlmaven.pages.DataPage.Field;
import io.github.mlmaven.pages.DataPage.Role;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.Numbers;
import java.util.List;
import java.util.Optional;

/** A column's statistics as its part of the page. */
record ColumnViews(Field field, ColumnProfiles profiles) {

    ColumnView view(String anchor, List<Finding> findings, Optional<DriftView> drift) {
        ColumnProfile profile = profiles.profile();
        String type = KebabCase.of(field.type());
        Head head = new Head(
                anchor,
                VisibleText.name(field.name()),
                field.role() == Role.OTHER ? type : type + " · " + KebabCase.of(field.role()),
                new Missing(share(profile.missing(), profiles.rows().of()), profile.missing() > 0),
                distinct(profile),
                profile.label().map(ColumnViews::association));
        List<Mark> marks = findings.stream()
                .map(finding -> new Mark(
                        FindingView.mark(finding).tone(), finding.code().key()))
                .distinct()
                .toList();
        List<Mark> notes = findings.stream().map(FindingView::note).toList();
        return new ColumnView(
                field.name(), head, marks, notes, drift, ColumnChart.of(profiles), new ColumnFacts(profiles).facts());
    }

    /** How many different values there are, and whether that is an estimate. */
    static String distinct(ColumnProfile profile) {
        return (profile.values().error() > 0 ? "about " : "") + Numbers.count(profile.distinct());
    }

    static String association(double association) {
        return association > 0.99 && association < 1 ? "> 0.99" : Numbers.plain(Math.rint(association * 100) / 100);
    }

    /** A share in percent, of which nothing prints as none and all but one row not as all. */
    static String share(long count, long of) {
        if (of == 0 || count == 0) {
            return "0 %";
        }
        double percent = 100.0 * count / of;
        if (percent < 0.1) {
            return "< 0.1 %";
        }
        return percent > 99.9 && count < of ? "> 99.9 %" : Numbers.plain(Math.rint(percent * 10) / 10) + " %";
    }
}
