package io.github.mlmaven.plugin;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was decided that may make a build vouch for less than it would by itself.
 *
 * @param skips the switches by which goals are skipped
 * @param accepts whether the same Maven accepts the model
 * @param locked the parameter; {@code null} where it says nothing
 * @param required the parameter; {@code null} where it says nothing
 * @param otherSpec the model.yaml that something outside of the POM names; none where it is the one that would be taken anyway
 * @param otherLock the lock of that kind
 */
record Weakening(
        List<String> skips,
        boolean accepts,
        @Nullable Boolean locked,
        @Nullable Boolean required,
        Optional<String> otherSpec,
        Optional<String> otherLock) {

    /** The switches that weaken the build, sorted, as a person would write them. */
    List<String> switches() {
        SortedSet<String> switches = new TreeSet<>(skips);
        if (accepts) {
            switches.add("ml:accept in the same build");
        }
        if (Boolean.FALSE.equals(locked)) {
            switches.add("-Dml.locked=false");
        }
        if (Boolean.FALSE.equals(required)) {
            switches.add("-Dml.required=false");
        }
        otherSpec.ifPresent(spec -> switches.add("-Dml.spec=" + spec));
        otherLock.ifPresent(lock -> switches.add("-Dml.lock=" + lock));
        return List.copyOf(switches);
    }

    /** One line for them, for which there must be one at least. */
    static String sentence(List<String> switches) {
        return "this build vouches for less than it should: " + String.join(", ", switches) + ".";
    }
}
