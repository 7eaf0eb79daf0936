package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.lock.FormerLock;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.step.Verdict;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Accepts the model as it is now: writes the lock, which later builds are compared with and CI builds are held to. A model
 * whose gates fail is accepted only with a reason. What stood in the lock's place hinders nobody: a lock of another format is
 * replaced, and so is what a merge left of two, whose reasons are kept.
 */
@Mojo(name = "accept", threadSafe = true)
class AcceptMojo extends ModelGoal {

    /**
     * Why a model is accepted whose gates fail; the lock records it, beside the reasons before. It loosens no gate: what an
     * absolute limit refuses stays red until model.yaml says otherwise. Example:
     * {@code -Dml.accept.reason="new data source, see issue 12"}
     */
    @Parameter(property = "ml.accept.reason")
    @Nullable
    String reason;

    /**
     * The last day on which the gates that fail may do so: each is waived until then, as far as it fails now, and fails again
     * after it. It takes an owner and a reason. Example: {@code -Dml.accept.until=2026-12-31}
     */
    @Parameter(property = "ml.accept.until")
    @Nullable
    String until;

    /** Who answers for the gates that are waived. Example: {@code -Dml.accept.owner=anna} */
    @Parameter(property = "ml.accept.owner")
    @Nullable
    String owner;

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        if (execution.getSource() == MojoExecution.Source.LIFECYCLE) {
            throw new MlException(
                    "ml:accept is bound to a phase, by the execution '%s': a build that accepts its own model is held to nothing."
                            .formatted(execution.getExecutionId()),
                    "Take the goal out of the POM. A person calls it: " + acceptCommand());
        }
        if (super.requirement().holds()) {
            getLog().warn(super.requirement().sentence("a lock that somebody looked at")
                    + " One that is accepted here, nobody has seen yet: look at it before it is committed.");
        }
        Acceptance acceptance =
                new Acceptance(build, FormerLock.read(modelPlace().lockFile()));
        Verdict verdict = acceptance.check();
        Optional<String> why = Optional.ofNullable(reason).filter(text -> !text.isBlank());
        Waiving waiving = Waiving.of(until, owner, why, today());
        Optional<String> red = ConsoleReport.staysRed(verdict, acceptCommand(), waiving.isAsked());
        if (verdict.failed() && why.isEmpty()) {
            throw new MojoFailureException("'%s' is not accepted: %s\nTo accept it all the same, say why: %s%s"
                    .formatted(
                            build.name(),
                            ConsoleReport.summary(verdict, acceptCommand()),
                            acceptCommand() + " -Dml.accept.reason=\"...\"" + Waiving.hint(verdict),
                            red.map(sentence -> "\n" + sentence).orElse("")));
        }
        acceptance.write(verdict, verdict.failed() ? why : Optional.empty(), waiving.of(verdict));
        red.ifPresent(build.log()::warn);
        if (!verdict.failed() && why.isPresent()) {
            build.log()
                    .warn(
                            "the reason is not recorded: no gate fails, and the lock keeps reasons of models that were accepted"
                                    + " although one did. What is to be known of this one belongs into the commit's message.");
        }
    }

    /** Accepting is how a lock comes to be: it needs none. */
    @Override
    Requirement requirement() {
        return Requirement.NONE;
    }

    /** It says itself what stood in the lock's place. */
    @Override
    Optional<String> lockProblem() {
        return Optional.empty();
    }

    /** Accepting is how a lock changes: it is held to none. */
    @Override
    Optional<Lock> heldTo() {
        return Optional.empty();
    }
}
