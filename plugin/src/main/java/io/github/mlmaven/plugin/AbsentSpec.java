package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import java.util.Optional;

/**
 * A module whose model.yaml is not there. Most such modules have no model, and goals that a shared parent binds are silent in
 * them. One that should have a model is no such module.
 *
 * @param clue what says that it has a model all the same
 */
record AbsentSpec(ModelPlace place, Optional<ModelClue> clue, Requirement requirement) {

    /**
     * Makes sure that nothing is wrong with it.
     *
     * @param missed where a person called a goal that has nothing to look at: what it passes by
     * @return what to warn of; empty in a module without a model
     * @throws MlException if a model must be here
     */
    Optional<String> warning(Optional<MissedModels> missed) {
        String spec = place.shown(place.spec());
        if (!place.isSpecByDefault()) {
            throw new MlException(
                    place.spec() + " does not exist.",
                    "Create it, or correct the plugin's parameter 'spec' (-Dml.spec).");
        }
        if (missed.isPresent() && !missed.get().own().isEmpty()) {
            return passedBy(spec, missed.get());
        }
        String problem = spec + " does not exist, but this module has a model: "
                + clue.map(ModelClue::evidence).orElse("") + ".";
        if (clue.isPresent() && requirement.holds()) {
            throw new MlException(
                    problem + " " + requirement.sentence("it"), clue.get().remedy());
        }
        if (place.hasLock() && missed.isPresent()) {
            throw new MlException(problem, clue.orElseThrow().remedy());
        }
        if (missed.isPresent()) {
            throw new MlException(
                    "This module has no model: " + spec + " does not exist.",
                    missed.get().callElsewhere());
        }
        return place.hasLock()
                ? Optional.of(problem + " Nothing is trained or judged. "
                        + clue.orElseThrow().remedy())
                : Optional.empty();
    }

    private Optional<String> passedBy(String spec, MissedModels missed) {
        String problem =
                "ml:%s, called without an execution, is about %s, which does not exist.".formatted(missed.goal(), spec);
        if (missed.answered() && !requirement.holds()) {
            return Optional.of(problem + " " + missed.callOwn());
        }
        throw new MlException(problem, missed.callOwn());
    }
}
