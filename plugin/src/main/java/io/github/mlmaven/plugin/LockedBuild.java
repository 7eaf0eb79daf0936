package io.github.mlmaven.plugin;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.lock.Difference;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.report.DifferenceText;
import io.github.mlmaven.step.AcceptedProfile;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.Facts;
import io.github.mlmaven.step.Steps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** What the build starts from, the lock itself among it: its profile, and that nobody wrote more into it. */
    void requireEqualInputs(BuildState state) throws MojoFailureException {
        requireEqualInputs(
                Facts.inputs(Steps.ALL, state),
                AcceptedProfile.of(state.place()).sha256());
    }

    void requireEqualInputs(Map<String, String> inputs, Optional<String> profile) throws MojoFailureException {
        List<Difference> differences = new ArrayList<>(lock.differences(inputs));
        Optional<String> accepted = lock.fact(Facts.PROFILE);
        if (accepted.isEmpty() || !accepted.equals(profile)) {
            differences.add(new Difference(Facts.PROFILE, accepted, profile));
        }
        differences.addAll(lock.unknown(inputs, name -> name.equals(Facts.PROFILE) || Facts.isOfResults(name)));
        require(differences, "");
    }

    void requireEqualResults(BuildState state) throws MojoFailureException {
        List<Difference> software = lock.differences(Facts.versions(Steps.ALL, state));
        require(
                lock.differences(Facts.results(Steps.ALL, state)),
                software.isEmpty() ? "" : "\nOther software made it:\n  " + lines(software));
    }

    private void require(List<Difference> differences, String explanation) throws MojoFailureException {
        if (!differences.isEmpty()) {
            throw new MojoFailureException("'%s' is not what %s accepted:\n  %s%s\nIf the change is intended, run %s."
                    .formatted(model, file, lines(differences), explanation, accept));
        }
    }

    private String lines(List<Difference> differences) {
        return String.join("\n  ", DifferenceText.lines(lock, differences));
    }
}
