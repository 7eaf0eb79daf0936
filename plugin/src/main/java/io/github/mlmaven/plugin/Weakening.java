package io.github.mlmaven.plugin;

import io.github.mlmaven.report.VerdictText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.plugin.MojoExecution;

/**
 * What was decided, or happens, that may make a build vouch for less than it would by itself.
 *
 * @param decided by switches
 * @param accepts whether the same Maven accepts the model
 * @param lockChanged whether the lock is another than it was when the build began
 */
record Weakening(List<Switch> decided, boolean accepts, boolean lockChanged) {

    Weakening {
        decided = List.copyOf(decided);
    }

    /** That of a goal's build. */
    static Weakening of(ModelGoal goal) {
        ModelPlace place = goal.modelPlace();
        List<Switch> decided = new ArrayList<>(goal.skips());
        if (goal.execution.getSource() == MojoExecution.Source.LIFECYCLE) {
            goal.reactor().skipped(place).map(Goal::skipOfPom).forEach(decided::add);
            // A person who calls a goal for a model says which; a build of all of the module's models is another
            // matter.
            Path byDefault = ModelPlace.byDefault(place.basedir()).spec();
            other(goal, "spec", place.spec(), byDefault).ifPresent(decided::add);
        }
        other(goal, "lock", place.lock(), ModelPlace.lockBeside(place.spec())).ifPresent(decided::add);
        if (Boolean.FALSE.equals(goal.locked)) {
            decided.add(goal.decider("locked", "ml.locked", "=false"));
        }
        if (Boolean.FALSE.equals(goal.required)) {
            decided.add(goal.decider("required", "ml.required", "=false"));
        }
        if (!goal.baseline.equals(BaselineSearch.RELEASE)) {
            Switch by = goal.decider("baseline", "ml.baseline", "=" + goal.baseline);
            if (!by.ofPom()) {
                decided.add(by);
            }
        }
        if (MavenExecutionRequest.REACTOR_FAIL_NEVER.equals(
                goal.session.getRequest().getReactorFailureBehavior())) {
            decided.add(new Switch("-fn (--fail-never)", false));
        }
        boolean accepting = goal.execution.getGoal().equals("accept");
        return new Weakening(decided, goal.reactor().accepts() && !accepting, goal.isLockChanged() && !accepting);
    }

    /** The word outside of the POM that put another file in the place of the one that would be taken. */
    private static Optional<Switch> other(ModelGoal goal, String parameter, Path taken, Path byDefault) {
        OutsideWord outside = goal.outsideWord();
        String own = "ml." + parameter;
        String file = "=" + goal.modelPlace().shown(taken);
        return outside.decider(parameter, taken, byDefault)
                .map(property -> outside.named(property, property.equals(own) ? file : " (" + own + file + ")"));
    }

    /** All of it, sorted, as a person would write or look for it. */
    List<String> switches() {
        SortedSet<String> switches = new TreeSet<>();
        decided.forEach(one -> switches.add(one.text()));
        if (accepts) {
            switches.add("ml:accept in the same build");
        } else if (lockChanged) {
            switches.add("the lock changed while Maven ran");
        }
        return List.copyOf(switches);
    }

    /** One line for them, for which there must be one at least. */
    static String sentence(List<String> switches) {
        return VerdictText.weakened(switches);
    }
}
