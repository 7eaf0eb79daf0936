package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.plugin.DataGoal.Home;
import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.AskedRows;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.DraftRequest;
import io.github.mlmaven.worker.DraftRequest.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The first model of a module. It is drafted, trained and accepted in the build folder, and only a whole one is kept: until
 * then nothing stands where people write.
 */
final class FirstModel implements AutoCloseable {

    private final InitMojo goal;
    private final Home home;
    private final ModelPlace kept;
    private final Path scratch;
    private final ModelLog log;

    FirstModel(InitMojo goal, Home home, ModelPlace kept) {
        this.goal = goal;
        this.home = home;
        this.kept = kept;
        this.scratch = home.outputDirectory().resolve("ml-init");
        this.log = goal.modelLog(home.artifactId());
        close();
    }

    /** Drafts, trains and accepts it. */
    void make(SourceSpec from, Optional<String> label) {
        BuildPlace place = place();
        Worker worker = goal.worker(home, "io.github.mlmaven.draft.Main");
        worker.carryOut(
                new DraftRequest(new AskedRows(from), goal.access(from), label, Wanted.MODEL, place, goal.limits()),
                log);
        SpecFile spec = SpecReader.read(place.spec(), home.artifactId());
        PipelineWorker pipeline =
                new PipelineWorker(goal.worker(home, "io.github.mlmaven.pipeline.Main"), goal.limits(), log);
        ModelBuild build = new ModelBuild(place, spec, pipeline, Optional.empty(), log);
        // What compares with an accepted model has nothing to say of the first one.
        build.state().made(Steps.CHECK).gates().stream()
                .filter(gate -> gate.outcome() != GateResult.Outcome.INCONCLUSIVE)
                .forEach(gate -> log.info(ConsoleReport.gate(gate, AcceptCommand.ONLY)));
        build.lock(List.of(), new TreeMap<>()).write(place.lock());
        Json.replace(place.acceptedProfile(), build.profileBytes());
    }

    private BuildPlace place() {
        return goal.place(
                home,
                scratch.resolve(kept.spec().getFileName()),
                scratch.resolve(kept.lock().getFileName()));
    }

    /** Puts it where people look for it. */
    void keep(PomChange pom) {
        NewFiles files = new NewFiles();
        Path pomFile = goal.pomFile(home);
        if (pom instanceof PomChange.Written written) {
            if (written.before().isEmpty()) {
                files.create(pomFile, written.text());
            } else {
                files.replace(pomFile, written.before().get(), written.text());
            }
        }
        Path profile = place().acceptedProfile();
        files.create(kept.spec(), text(place().spec()));
        // Before the lock, which vouches for it.
        files.create(kept.lock().resolveSibling(profile.getFileName()), text(profile));
        files.create(kept.lock(), text(place().lock()));
        files.write();
        log.info(kept.shown(kept.spec()) + " is written: its comments say what was guessed, and why");
        log.info(kept.shown(kept.lock()) + " is written: this model is the accepted one, and the data of "
                + place().acceptedProfile().getFileName() + " beside it");
        say(pom, pomFile);
    }

    private void say(PomChange pom, Path file) {
        if (pom instanceof PomChange.Written written) {
            log.info(kept.shown(file) + (written.before().isEmpty() ? " is written" : " binds the goals now"));
        } else if (pom instanceof PomChange.Pasted pasted) {
            log.warn(
                    "%s is left as it is: %s. Put this among its <plugins>:".formatted(kept.shown(file), pasted.why()));
            pasted.xml().lines().forEach(line -> log.warn("  " + line));
        }
        log.info("mvn verify builds it, holds it to its gates, and is green where CI=true too; commit what is written");
        if (GitIgnore.lacks(home.outputDirectory())) {
            log.info("%s is what a build makes, and no .gitignore covers it: write '%s/' into one before you commit"
                    .formatted(
                            kept.shown(home.outputDirectory()),
                            home.outputDirectory().getFileName()));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new MlException(file + " could not be read: " + Json.reason(e) + ".", "Run the goal again.", e);
        }
    }

    /** Leaves nothing behind of what is not kept. */
    @Override
    public void close() {
        if (!Files.exists(scratch)) {
            return;
        }
        try (Stream<Path> files = Files.walk(scratch)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new MlException(scratch + " could not be removed: " + Json.reason(e) + ".", "Remove it.", e);
        }
    }
}
