package io.github.mlmaven.plugin;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.report.Sarif;
import io.github.mlmaven.report.SarifPlaces;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.BaselineModel;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BundleFile;
import io.github.mlmaven.step.Fetched;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Strictness;
import java.io.File;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that works on the module's model. It does nothing in a module that has none. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
abstract class ModelGoal extends WorkerGoal {

    /**
     * The description of the model. A module without the default file has no model, and the goal does nothing, unless the lock,
     * the packaging or the module's own POM says that it has one; another file must exist. Several models of one module are
     * several executions, each with its {@code spec} and its {@code classifier}. Example: {@code -Dml.spec=src/main/ml/small.yaml}
     */
    @Parameter(property = "ml.spec", defaultValue = "${project.basedir}/src/main/ml/model.yaml")
    File spec;

    /**
     * What was accepted; {@code ml:accept} writes it, gates compare with it. It belongs into version control. By default it lies
     * beside the model.yaml and has its name: {@code model.lock.json}, and {@code small.lock.json} of {@code small.yaml}.
     */
    @Parameter(property = "ml.lock")
    @Nullable
    File lock;

    /**
     * The classifier of the bundle, which tells the models of a module apart: the bundle is
     * {@code ARTIFACTID-VERSION-CLASSIFIER.jar}.
     */
    @Parameter(property = "ml.classifier", defaultValue = BundleFile.CLASSIFIER)
    String classifier = BundleFile.CLASSIFIER;

    /**
     * Whether the build must match the lock: other data, another model.yaml, another model or other metrics than the
     * accepted ones fail. By default it is so where the environment says {@code CI}, in any spelling but a clear no
     * ({@code false}, {@code f}, {@code 0}, {@code no}, {@code n}, {@code off} or nothing, in any case), and a lock exists.
     */
    @Parameter(property = "ml.locked")
    @Nullable
    Boolean locked;

    /**
     * Whether a module that has a model must have all of it: model.yaml, the lock, and gates that could be judged. By default it
     * is so where the environment says {@code CI}, as for {@code locked}. That a module has a model is said by its model.yaml or
     * its lock, by the packaging {@code ml-model}, or by its own POM, if that names this plugin; what a shared parent says counts
     * for none of its modules.
     */
    @Parameter(property = "ml.required")
    @Nullable
    Boolean required;

    /** Where results go: below {@code ml/NAME} of this folder, and the bundle beside the module's JAR. */
    @Parameter(defaultValue = "${project.build.directory}", required = true)
    File outputDirectory;

    /**
     * What day it is, for checks of model.yaml that ask how old the data is and name no day themselves: {@code fresh} without
     * {@code as-of}. A build asks no clock, so that the same input always makes the same bytes; without a day such a check is
     * a finding. It is an input of the validation: another day is another validation. Waivers of the lock are held to their
     * ends by it too, if it is later than the day on which Maven started. Example: {@code -Dml.today=2026-01-31}
     */
    @Parameter(property = "ml.today")
    @Nullable
    String today;

    /**
     * How many seconds a database may take for its first row, and for each thousand that follow, if {@code data.jdbc} of
     * model.yaml names one. A build asks it once; with {@code -o} it works on the rows of the build before.
     */
    @Parameter(property = "ml.jdbc.timeout", defaultValue = "600")
    int jdbcTimeout = DatabaseData.DEFAULT_PATIENCE;

    /**
     * What gates with a {@code baseline} compare with. {@code release}: the model of the last release before this version, from
     * the repositories of the POM, on the test rows of this build; the lock where there is none. {@code lock}: the accepted
     * numbers. Another model by its coordinates, {@code group:artifact:version} and perhaps {@code :classifier}, or by the path of its bundle. Example:
     * {@code -Dml.baseline=com.example:diamonds:1.1.0}
     */
    @Parameter(property = "ml.baseline", defaultValue = BaselineSearch.RELEASE)
    String baseline = BaselineSearch.RELEASE;

    /** The environment's word; another one in tests. */
    CiVariable ci = CiVariable.ofEnvironment();

    /** The lock as the module's first goal found it; {@code null} before this goal works. */
    private @Nullable LockWatch lockWatch;

    @Override
    final void run() throws MojoFailureException {
        ModelPlace place = modelPlace();
        if (!place.hasSpec()) {
            new AbsentSpec(place, reactor().clue(place), requirement())
                    .warning(reactor().missed(place, execution))
                    .ifPresent(text -> logLines().show(new Replay.Line(Replay.Level.WARNING_ONCE, text)));
            return;
        }
        lockWatch = watchLock(place);
        requirement().requireLock(place, acceptCommand());
        reactor().requireClassifier(place, classifier, execution);
        reactor().requireJudged(place, execution, requirement());
        reactor().otherModels(place, execution).ifPresent(getLog()::warn);
        models().add(place, classifier, absolute(outputDirectory));
        if (requirement().holds() && shared("looked anew", HashSet<File>::new).add(outputDirectory)) {
            new Shortcuts(absolute(outputDirectory)).forget();
        }
        new GoalRun(this).runOrReplay();
        finish();
    }

    /** A module without a model misses nothing. */
    @Override
    final void skipped(Switch by) {
        ModelPlace place = modelPlace();
        if (!place.hasSpec() && !place.hasLock()) {
            super.skipped(by);
            return;
        }
        lockWatch = watchLock(place);
        String name = place.nameAnyway(project.getArtifactId());
        String sentence = by.skips(execution.getGoal(), step().isPresent());
        getLog().warn(name + ": " + sentence);
        leaveOut(name, sentence);
        reactor().requireUnskipped(place, execution, by, requirement());
    }

    /** What a goal that is skipped leaves in the place of what it did in a build before. */
    void leaveOut(String name, String sentence) {}

    /** Does the goal's work on the module's model. */
    abstract void run(ModelBuild build) throws MojoFailureException;

    /** What the goal tells Maven in every build. */
    void finish() {}

    /** The step that the goal brings up to date; none for a goal that always has something to do. */
    Optional<Step<?>> step() {
        return Optional.empty();
    }

    /** Whether, beside its step, nothing is left to do. */
    boolean stands(ModelBuild build) {
        return true;
    }

    /** The files that, beside those of its step, must be as they are for the goal to have nothing to do. */
    List<Path> dependencies(ModelBuild build) {
        return List.of();
    }

    /** Everything that the goal's result depends on and that is in no file. */
    String key() {
        return String.join(
                "|",
                getClass().getSimpleName(),
                plugin.getVersion(),
                System.getProperty("java.runtime.version"),
                project.getArtifactId(),
                project.getVersion(),
                modelPlace().toString(),
                classifier,
                outputDirectory.toString(),
                sources().root(),
                Boolean.toString(isLocked()),
                strictness().toString(),
                String.valueOf(today),
                baseline,
                // What was said then may advise it.
                acceptCommand().text());
    }

    /** The model's build, by what its files say now. */
    final ModelBuild build() {
        BuildPlace place = place();
        SpecFile file = SpecReader.read(place.spec(), place.identity().artifactId());
        models().requireOwnName(
                        modelPlace(),
                        file.name(),
                        other -> SpecReader.read(other, place.identity().artifactId())
                                .name());
        requirement().requireGates(place.spec(), file.spec().gates());
        ModelLog log = new ModelLog(file.name(), acceptCommand(), logLines());
        file.warnings().forEach(warning -> log.once(ConsoleReport.warning(warning)));
        PipelineWorker pipeline =
                new PipelineWorker(worker("ml-pipeline", "io.github.mlmaven.pipeline.Main"), limits(), log);
        Optional<LockedBuild> locked = heldTo().map(accepted ->
                new LockedBuild(file.name(), place.lock().getFileName(), accepted, acceptCommand()));
        if (locked.isEmpty()) {
            lockProblem().ifPresent(log::once);
        }
        databases(jdbcTimeout).bring(place, file, pipeline, log);
        Fetched data = new DataFetch(repositories, session, project).of(file, place, log);
        return new ModelBuild(place.with(data).with(baseline(file, log)), file, pipeline, locked, log);
    }

    /** Whether the goal compares with another model although model.yaml does not ask for it. */
    boolean comparesAnyway() {
        return false;
    }

    /** What the gates compare with; all goals of a module ask for it once. */
    private BaselineModel baseline(SpecFile file, ModelLog log) {
        if (!file.spec().asksForBaseline() && !comparesAnyway()) {
            return BaselineModel.NOT_ASKED;
        }
        return shared(
                "baseline " + classifier + " " + baseline,
                () -> new BaselineSearch(repositories, session, project, classifier, log::info).of(baseline));
    }

    final LogLines logLines() {
        return new LogLines(getLog(), shared("said", HashSet::new));
    }

    final BuildPlace place() {
        ModelPlace place = modelPlace();
        return new BuildPlace(
                place.basedir(),
                new BuildPlace.Decided(place.spec(), place.lock(), acceptCommand()),
                absolute(outputDirectory),
                new BuildPlace.Identity(project.getArtifactId(), project.getVersion(), classifier, plugin.getVersion()),
                strictness(),
                Today.of(today));
    }

    /** The reports of a model for CI servers. */
    final ReportFiles reportFiles(File junitDirectory, String name) {
        SarifPlaces places =
                new SarifPlaces(sources().root(), sources().shown(modelPlace().spec()));
        return new ReportFiles(
                absolute(junitDirectory),
                ModelFiles.of(absolute(outputDirectory), name).directory(),
                new Sarif(name, plugin.getVersion(), places),
                strictness().weakened());
    }

    /** Where the module is in its repository. */
    private SourceRoot sources() {
        return SourceRoot.of(absolute(project.getBasedir()));
    }

    final ModelPlace modelPlace() {
        Path path = absolute(spec);
        return new ModelPlace(
                absolute(project.getBasedir()), path, lock == null ? ModelPlace.lockBeside(path) : absolute(lock));
    }

    final Strictness strictness() {
        return new Strictness(requirement().holds(), Weakening.of(this).switches(), dayOfWaivers());
    }

    /** What day it is where the lock has waivers, which end; the day on which Maven started, unless somebody says a later one. */
    private Optional<String> dayOfWaivers() {
        return modelPlace().hasWaivers() ? Optional.of(today()) : Optional.empty();
    }

    /** The day of this build: the day on which Maven started, or a later one that was said. What ended stays so. */
    final String today() {
        String started = Today.at(session.getStartTime());
        return Today.of(today).filter(said -> said.compareTo(started) > 0).orElse(started);
    }

    /** Whether somebody wrote the lock since Maven started. */
    final boolean isLockChanged() {
        return lockWatch != null && lockWatch.isChanged();
    }

    private LockWatch watchLock(ModelPlace place) {
        return shared(
                "lock " + place.lock(),
                () -> LockWatch.of(place.lock(), session.getStartTime().toInstant()));
    }

    /** What must be there for the goal; accepting is how a lock comes to be. */
    Requirement requirement() {
        return Requirement.of(required, ci);
    }

    /** The lock that the build must match, if it must. */
    Optional<Lock> heldTo() {
        return isLocked() ? Optional.of(modelPlace().accepted(acceptCommand())) : Optional.empty();
    }

    /** What is wrong with a lock that the build is not held to, and that its gates cannot compare with. */
    Optional<String> lockProblem() {
        return Lock.problem(modelPlace().lockFile(), acceptCommand());
    }

    /** What a person types to accept this model. */
    final AcceptCommand acceptCommand() {
        return reactor().command(modelPlace(), classifier).accept();
    }

    final Reactor reactor() {
        return new Reactor(session, project, plugin);
    }

    private boolean isLocked() {
        return locked == null ? ci.isSet() && modelPlace().hasLock() : locked;
    }

    /** Where the bundle is. */
    final Path bundle() {
        return absolute(outputDirectory).resolve(BundleFile.name(place().identity()));
    }

    /** The module's models, as far as this Maven came by them. */
    final ModuleModels models() {
        return shared("models", ModuleModels::new);
    }

    /** The module's worker for an engine, shared by all goals of the module. */
    final Worker worker(String artifactId, String mainClass) {
        WorkerJvm jvm = jvm(artifactId, mainClass, absolute(outputDirectory));
        return shared(jvm.toString(), () -> engines().worker(jvm, getLog()));
    }
}
