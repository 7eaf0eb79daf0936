package io.github.mlmaven.plugin;

import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/** The modules of this Maven, as seen from one of them. */
record Reactor(MavenSession session, MavenProject module, PluginDescriptor plugin) {

    /** What says that the module has a model, where its model.yaml does not. */
    Optional<ModelClue> clue(ModelPlace place) {
        return ModelClue.of(place, module, session.getAllProjects(), plugin.getPluginLookupKey());
    }

    /** Whether a module that Maven was started for has a model: then one without is no mistake. */
    boolean hasModel() {
        return session.getProjects().stream()
                .map(other -> ModelPlace.byDefault(Goal.absolute(other.getBasedir())))
                .anyMatch(ModelPlace::hasSpec);
    }
}
