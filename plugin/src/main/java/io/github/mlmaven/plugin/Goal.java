package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Shown;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals share: they can be skipped, and their exceptions become Maven's in this place alone. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
abstract class Goal extends AbstractMojo {

    private static final String SKIP_ALL = "ml.skip";

    /** The goals that a lifecycle runs. */
    private static final List<String> LIFECYCLE =
            List.of("validate", "train", "evaluate", "check", "package", "image", "push");

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    PluginDescriptor plugin;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    /** Skips this goal. Its property has the goal's name in it: {@code -Dml.train.skip} skips {@code ml:train}. */
    // No annotation in a class above the goals can name a property for each of them: it is looked up by the goal's
    // name.
    @Parameter
    @Nullable
    Boolean skip;

    /** Skips every goal of this plugin. */
    @Parameter(property = "ml.skip", defaultValue = "false")
    boolean skipAll;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            if (skipAll) {
                skipped(decider("skipAll", SKIP_ALL, ""));
            } else if (isSkipped()) {
                skipped(ownSkip());
            } else {
                run();
            }
        } catch (MlException e) {
            getLog().debug(e);
            throw told(e);
        }
    }

    /**
     * As Maven shows it: it joins the messages of all causes, of which only the first is for people, and which may show what
     * was not made printable. The whole is for the options -X and, with a Maven that shows what is suppressed, -e.
     */
    private static MojoExecutionException told(MlException whole) {
        MlException alone = new MlException(Shown.lines(whole.problem()), Shown.lines(whole.remedy()));
        alone.setStackTrace(whole.getStackTrace());
        alone.addSuppressed(whole);
        return new MojoExecutionException(alone.problem() + " " + alone.remedy(), alone);
    }

    private boolean isSkipped() {
        return skip == null ? isSkippedByProperty(execution.getGoal()) : skip;
    }

    private boolean isSkippedByProperty(String goal) {
        return Boolean.parseBoolean(property(skipProperty(goal)));
    }

    /** The switches by which goals of the lifecycle are skipped, as far as this goal sees them. */
    final List<Switch> skips() {
        List<Switch> skips = new ArrayList<>();
        if (skipAll) {
            skips.add(decider("skipAll", SKIP_ALL, ""));
        }
        if (isSkipped()) {
            skips.add(ownSkip());
        }
        LIFECYCLE.stream()
                .filter(this::isSkippedByProperty)
                .map(goal -> outsideWord().named(skipProperty(goal), ""))
                .forEach(skips::add);
        return skips;
    }

    /** By what the goal is skipped: what a POM says of it, or its property. */
    private Switch ownSkip() {
        return skip == null
                ? outsideWord().named(skipProperty(execution.getGoal()), "")
                : skipOfPom(execution.getGoal());
    }

    /** That a POM skips a goal. */
    static Switch skipOfPom(String goal) {
        return new Switch("<skip> of ml:" + goal, true);
    }

    /**
     * What decided a parameter that has a property.
     *
     * @param value as it is shown: {@code =false}; nothing of a switch
     */
    final Switch decider(String parameter, String property, String value) {
        return PluginExecutions.in(execution.getConfiguration(), parameter)
                        .filter(configured -> !configured.equals("${" + property + "}"))
                        .isPresent()
                ? new Switch("<" + parameter + "> of the POM", true)
                : outsideWord().named(property, value);
    }

    final OutsideWord outsideWord() {
        return new OutsideWord(project, session.getUserProperties(), session.getSystemProperties());
    }

    /**
     * What a goal does that has nothing to do.
     *
     * @param by the switch
     */
    void skipped(Switch by) {
        getLog().info("Skipped (" + by + ").");
    }

    /** What all goals of the module share. */
    final <T> T shared(String key, Supplier<T> first) {
        @SuppressWarnings("unchecked") // as Maven declares it
        T found = (T) getPluginContext().computeIfAbsent(key, absent -> first.get());
        return found;
    }

    static Path absolute(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }

    /** The property that stands for the parameter {@code skip} of a goal: {@code ml.train.skip}. */
    static String skipProperty(String goal) {
        return "ml." + goal + ".skip";
    }

    // Where Maven looks for the properties of parameters, in its order.
    private @Nullable String property(String name) {
        return Stream.of(session.getUserProperties(), session.getSystemProperties(), project.getProperties())
                .map(properties -> properties.getProperty(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * Does the goal's work.
     *
     * @throws MlException if the work cannot be done
     * @throws MojoFailureException if it was done, and the data or the model is not good enough
     */
    abstract void run() throws MojoFailureException;
}
