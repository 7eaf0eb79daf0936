package io.github.mlmaven.report;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.step.DataDrift;
import io.github.mlmaven.step.DataDrift.Comparison;
import io.github.mlmaven.step.DataDrift.Outcome;
import io.github.mlmaven.step.DataDrift.Since;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Drift in words. */
public final class DriftText {

    private DriftText() {}

    static String sentence(Finding finding) {
        FindingValues says = new FindingValues(finding);
        return switch (finding.code()) {
            case DRIFT_COLUMNS -> columns(says);
            case DRIFT_SLICES -> DriftSliceText.sentence(finding);
            case DRIFT_BASELINE -> "The data is compared with nothing (%s): %s".formatted(says.place(), absent(says));
            default -> moved(finding, says);
        };
    }

    static String remedy(Finding finding, AcceptCommand accept) {
        FindingValues says = new FindingValues(finding);
        if (finding.code() == FindingCode.DRIFT_BASELINE) {
            String restore = "Restore the %s from version control, or accept the data as it is now: " + accept;
            return switch (says.text("reason")) {
                case "changed", "absent" -> restore.formatted("file");
                case "not-vouched" -> restore.formatted("lock");
                default -> "Accept the model: " + accept;
            };
        }
        if (finding.code() == FindingCode.DRIFT_SLICES) {
            return DriftSliceText.remedy(finding);
        }
        if (finding.code() == FindingCode.DRIFT && says.text("since").equals("earlier")) {
            return "Look at what changed then; rows that tell nothing of new ones any more can be left out by data.where";
        }
        if (finding.code() == FindingCode.DRIFT && says.text("since").equals("training")) {
            return "The test rows are no measure of rows like the training rows: change the split, or look at why they differ";
        }
        return "Look at why; if the data is as it should be, accept it: " + accept;
    }

    private static String absent(FindingValues says) {
        String file = says.text("file");
        return switch (says.text("reason")) {
            case "no-lock" -> "there is no %s, nothing was accepted yet".formatted(file);
            case "no-hash" -> "%s is of a version that kept no profile".formatted(file);
            case "not-vouched" -> "the lock has no hash of %s, which lies beside it".formatted(file);
            case "absent" -> "there is no %s, whose hash the lock has".formatted(file);
            case "changed" -> "%s is not the file whose hash the lock has".formatted(file);
            default -> "%s is of another version of the plugin".formatted(file);
        };
    }

    private static String columns(FindingValues says) {
        List<String> parts = new ArrayList<>();
        if (!says.texts("new").isEmpty()) {
            parts.add("new or of another type " + FindingValues.named(says.texts("new")));
        }
        if (!says.texts("gone").isEmpty()) {
            parts.add("gone or of another type " + FindingValues.named(says.texts("gone")));
        }
        return "The data has other columns than the accepted (%s): %s"
                .formatted(says.place(), String.join("; ", parts));
    }

    private static String moved(Finding finding, FindingValues says) {
        return "Column '%s': %s%s (%s)"
                .formatted(
                        says.column(),
                        what(finding, says),
                        switch (says.text("since")) {
                            case "accepted" -> ", against the accepted data";
                            case "earlier" -> DriftSliceText.since(says);
                            default -> ", test rows against training rows";
                        },
                        says.place());
    }

    private static String what(Finding finding, FindingValues says) {
        double found = real(finding, "found");
        double lower = real(finding, "lower");
        double allowed = real(finding, "allowed");
        return switch (says.text("what")) {
            case "numbers" ->
                "values moved by %s standard deviations on average, at least %s, %s is allowed"
                        .formatted(Numbers.brief(found), Numbers.brief(lower), Numbers.plain(allowed));
            case "categories" ->
                "%s of 100 rows changed their category, at least %s, %s is allowed"
                        .formatted(
                                Numbers.brief(100 * found), Numbers.brief(100 * lower), Numbers.plain(100 * allowed));
            case "missing" ->
                "the share of missing values changed by %s points, at least %s, %s is allowed"
                        .formatted(
                                Numbers.brief(100 * found), Numbers.brief(100 * lower), Numbers.plain(100 * allowed));
            default ->
                "%s of 100 rows have values not seen before, at least %s more than rare values explain, %s is allowed"
                        .formatted(
                                Numbers.brief(100 * found), Numbers.brief(100 * lower), Numbers.plain(100 * allowed));
        };
    }

    private static double real(Finding finding, String name) {
        Value value = finding.values().get(name);
        if (value != null && value.raw() instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("the finding does not say its " + name);
    }

    /** How many columns moved, one line for each comparison. */
    public static List<String> lines(DataDrift drift) {
        return Stream.concat(
                        drift.comparisons().stream().map(DriftText::line),
                        drift.slices().stream().map(DriftSliceText::line))
                .toList();
    }

    private static String line(Comparison comparison) {
        return "drift %s: %s of %s columns drifted, %s inconclusive (%s rows, then %s)"
                .formatted(
                        comparison.since() == Since.ACCEPTED ? "since the accepted data" : "from training to test rows",
                        comparison.columns(Outcome.DRIFT),
                        comparison.columns().size(),
                        comparison.columns(Outcome.INCONCLUSIVE),
                        Numbers.count(comparison.before()),
                        Numbers.count(comparison.now()));
    }
}
