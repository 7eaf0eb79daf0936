package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import java.util.Objects;
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
        if (skipAll || skipped()) {
            getLog().info("Skipped.");
            return;
        }
        try {
            run();
        } catch (MlException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private boolean skipped() {
        return skip == null ? Boolean.parseBoolean(property(skipProperty(execution.getGoal()))) : skip;
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
