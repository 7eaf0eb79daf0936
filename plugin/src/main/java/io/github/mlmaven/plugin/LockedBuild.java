package io.github.mlmaven.plugin;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.lock.Difference;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.report.DifferenceText;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.Facts;
import io.github.mlmaven.step.Steps;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoFailureException;

/** Holds a build to what was accepted. */
final class LockedBuild {

    private final String model;
    private final Path file;
    private final Lock lock;
    private final AcceptCommand accept;

    /** @param accept what accepts the model */
    LockedBuild(String model, Path file, Lock lock, AcceptCommand accept) {
        this.model = model;
        this.file = file;
        this.lock = lock;
        this.accept = accept;
    }

    /** Everything that a lock records of a build, as far as it got. */
    static SortedMap<String, String> facts(BuildState state) {
        SortedMap<String, String> facts = new TreeMap<>(Facts.inputs(Steps.ALL, state));
        facts.putAll(Facts.versions(Steps.ALL, state));
        facts.putAll(Facts.results(Steps.ALL, state));
        return facts;
    }

    void requireEqualInputs(BuildState state) throws MojoFailureException {
        requireEqual(Facts.inputs(Steps.ALL, state));
    }

    void requireEqualResults(BuildState state) throws MojoFailureException {
        List<Difference> software = lock.differences(Facts.versions(Steps.ALL, state));
        requireEqual(
                Facts.results(Steps.ALL, state),
                software.isEmpty() ? "" : "\nOther software made it:\n  " + lines(software));
    }

    void requireEqual(Map<String, String> found) throws MojoFailureException {
        requireEqual(found, "");
    }

    private void requireEqual(Map<String, String> found, String explanation) throws MojoFailureException {
        List<Difference> differences = lock.differences(found);
        if (!differences.isEmpty()) {
            throw new MojoFailureException("'%s' is not what %s accepted:\n  %s%s\nIf the change is intended, run %s."
                    .formatted(model, file, lines(differences), explanation, accept));
        }
    }

    private String lines(List<Difference> differences) {
        return String.join("\n  ", DifferenceText.lines(lock, differences));
    }
}
