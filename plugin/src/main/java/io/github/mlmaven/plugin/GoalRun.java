package io.github.mlmaven.plugin;

import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Watched;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;

/**
 * A goal's run on its model: what it said in the build before where nothing changed since, else its work. Those of other Mavens
 * that write the same folder have their turn before or after it.
 */
final class GoalRun {

    private final ModelGoal goal;
    private final Path outputDirectory;

    GoalRun(ModelGoal goal) {
        this.goal = goal;
        this.outputDirectory = Goal.absolute(goal.outputDirectory);
    }

    void runOrReplay() throws MojoFailureException {
        Replay replay = new Replay(outputDirectory.resolve("ml").resolve("replay"), goal.key());
        Optional<List<Replay.Line>> lines = replay.lines();
        if (lines.isPresent()) {
            lines.get().forEach(goal.logLines()::show);
            return;
        }
        Path turns = BuildTurn.folder(NativeLibraries.cache(goal.session), outputDirectory);
        BuildTurn turn = BuildTurn.take(turns, outputDirectory, goal.getLog()::info);
        try {
            run(replay);
        } finally {
            turn.close();
        }
    }

    private void run(Replay replay) throws MojoFailureException {
        BuildPlace place = goal.place();
        Watched decided = Watched.files(List.of(place.spec(), place.lock(), place.acceptedProfile()));
        replay.watch(decided);
        ModelBuild build = goal.build();
        Optional<Step<?>> step = goal.step();
        step.map(build::inputs).ifPresent(replay::watch);
        List<String> weakened = build.place().strictness().weakened();
        if (!weakened.isEmpty()) {
            build.log().once(Weakening.sentence(weakened));
        }
        goal.run(build);
        if (step.isPresent()) {
            List<String> states = decided.and(build.watched(step.get()))
                    .and(Watched.files(goal.dependencies(build)))
                    .states();
            // The states first: a file that changes after this look is then seen to have changed.
            if (build.isUpToDate(step.get()) && goal.stands(build) && build.isSteady()) {
                replay.record(states, build.log().results());
            }
        }
    }
}
