package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals share: they can be skipped, and their exceptions become Maven's in this place alone. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
abstract class Goal extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    PluginDescriptor plugin;

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

    /** Whether the parameter {@code skip} of this goal is set. */
    abstract boolean skipped();

    /**
     * Does the goal's work.
     *
     * @throws MlException if the work cannot be done
     * @throws MojoFailureException if it was done, and the data or the model is not good enough
     */
    abstract void run() throws MojoFailureException;
}
