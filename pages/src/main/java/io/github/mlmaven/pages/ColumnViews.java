package io.github.mlmaven.pages;

import io.github.mlmaven.pages.Chart.Bar;
import io.github.mlmaven.pages.Chart.Bars;
import io.github.mlmaven.pages.Chart.Empty;
import io.github.mlmaven.pages.ColumnView.Fact;
import io.github.mlmaven.pages.ColumnView.Head;
import io.github.mlmaven.pages.ColumnView.Missing;
import io.github.mlmaven.pages.DataPage.Field;
import io.github.mlmaven.pages.DataPage.Role;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Profile.ValueCount;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column's statistics as its part of the page.
 *
 * @param rows of the table
 */
record ColumnViews(long rows, Field field, ColumnProfile profile, Optional<Accepted> accepted) {

    /**
     * The same column in the accepted data.
     *
     * @param rows of that data
     */
    record Accepted(long rows, ColumnProfile profile) {}

    ColumnView view(String anchor, List<Finding> findings) {
        String type = KebabCase.of(field.type());
        Head head = new Head(
                anchor,
                Shown.name(field.name()),
                field.role() == Role.OTHER ? type : type + " · " + KebabCase.of(field.role()),
                new Missing(share(profile.missing(), rows), profile.missing() > 0),
                Numbers.count(profile.distinct()),
                Optional.empty());
        List<Mark> marks = findings.stream()
                .map(finding -> new Mark(
                        FindingView.mark(finding).tone(), finding.code().key()))
                .distinct()
                .toList();
        return new ColumnView(field.name(), head, marks, List.of(), chart(), facts());
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "missing",
                share(profile.missing(), rows),
                accepted.map(before -> share(before.profile().missing(), before.rows()))));
        facts.add(new Fact(
                "distinct",
                Numbers.count(profile.distinct()),
                accepted.map(before -> Numbers.count(before.profile().distinct()))));
        profile.numbers().ifPresent(numbers -> {
            facts.add(Fact.of("minimum", Numbers.brief(numbers.min())));
            facts.add(Fact.of("mean", Numbers.brief(numbers.mean())));
            facts.add(Fact.of("maximum", Numbers.brief(numbers.max())));
        });
        return facts;
    }

    private Chart chart() {
        if (profile.missing() == rows) {
            return new Empty("No row has a value.");
        }
        if (profile.top().isEmpty()) {
            return new Empty(PageView.counted(profile.distinct(), "different value") + ", none of them frequent.");
        }
        long most = profile.top().get(0).count();
        long shown = profile.top().stream().mapToLong(ValueCount::count).sum();
        long others = rows - profile.missing() - shown;
        List<Bar> bars = profile.top().stream()
                .map(top -> new Bar(
                        Shown.bar(top.value()),
                        100.0 * top.count() / most,
                        share(top.count(), rows),
                        Numbers.count(top.count()),
                        List.of()))
                .toList();
        return new Bars(bars, others > 0 ? Optional.of(share(others, rows) + " have other values") : Optional.empty());
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
