package io.github.mlmaven.report;

import io.github.mlmaven.step.Finding;

/** What to do about rows on both sides of the split; only a split by hash has groups that keep rows together. */
final class SplitRemedy {

    private final Finding finding;
    private final FindingValues says;

    SplitRemedy(Finding finding) {
        this.finding = finding;
        this.says = new FindingValues(finding);
    }

    String text() {
        return switch (finding.code()) {
            case SPLIT_SHARED_KEY -> "Remove one of such rows, " + keep("them") + ", or change " + says.place();
            case SPLIT_DUPLICATE_ROWS -> "Remove the duplicates, or " + keep("equal rows");
            case SPLIT_EQUAL_INPUTS ->
                "If such rows are of one thing, " + keep("them") + (isByHash() ? ", such as all inputs" : "");
            default -> throw new IllegalArgumentException(finding.code() + " is another's");
        };
    }

    private boolean isByHash() {
        return !says.has("part-column") && !says.has("time-column");
    }

    private String keep(String rows) {
        if (says.has("part-column")) {
            return "name one part for %s in column '%s'".formatted(rows, says.text("part-column"));
        }
        return says.has("time-column")
                ? "add a feature that has changed between them, or split by hash with a 'group' that keeps them together"
                : "keep %s together: 'group' in data.split lists the columns that are equal in such rows"
                        .formatted(rows);
    }
}
