package io.github.mlmaven.report;

import io.github.mlmaven.step.BaselineModel;
import io.github.mlmaven.step.GateResult.Baseline;
import io.github.mlmaven.step.Obstacle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which model gates compare with, in words, and why there is none. */
final class BaselineText {

    /** More would be no reading for a person; the file has them all. */
    private static final int SHOWN = 5;

    private BaselineText() {}

    /** A line about it; empty where no gate compares, or a result of its own tells. */
    static Optional<String> line(BaselineModel.Told told) {
        return switch (told.search()) {
            case RELEASE, NAMED -> Optional.of("compared with " + told.name() + " on the same rows");
            case FIRST_RELEASE ->
                Optional.of("there is no release of " + told.name() + " yet: the lock stands in, if there is one");
            case NOT_ASKED, LOCK, UNREACHED -> Optional.empty();
        };
    }

    static String unreached(Baseline baseline) {
        return "Whether there is a release of %s could not be found out: the lock stands in, if there is one. Run Maven online, and with the repositories in reach; or say what to compare with: -Dml.baseline=lock, coordinates or a file."
                .formatted(baseline.name());
    }

    static String unusable(Baseline baseline) {
        return told(baseline, "%s was not put to the test, and the lock stands in, if there is one: %s%s.");
    }

    static String notTested(Baseline baseline) {
        return told(baseline, "%s was not put to the test: %s%s");
    }

    private static String told(Baseline baseline, String sentence) {
        List<Obstacle> obstacles = baseline.obstacles();
        return sentence.formatted(
                baseline.name(),
                obstacles.stream().limit(SHOWN).map(BaselineText::told).collect(Collectors.joining("; ")),
                obstacles.size() > SHOWN ? "; and " + (obstacles.size() - SHOWN) + " more" : "");
    }

    private static String told(Obstacle obstacle) {
        return switch (obstacle.kind()) {
            case TASK -> "it does a " + obstacle.wanted() + ", and this model a " + obstacle.found();
            case LABEL -> "it predicts '" + obstacle.wanted() + "', and this model '" + obstacle.found() + "'";
            case MISSING_INPUT ->
                "it takes the column '" + obstacle.subject() + "' (" + obstacle.wanted()
                        + "), which the data does not have any more";
            case INPUT_TYPE ->
                "it takes the column '" + obstacle.subject() + "' as " + obstacle.wanted() + ", which is "
                        + obstacle.found() + " now";
            case UNREADABLE -> withoutStop(obstacle.found());
        };
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
