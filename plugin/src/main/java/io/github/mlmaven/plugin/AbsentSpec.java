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
     * @param calledByHand the goal, where a person asked for it here and no module of this Maven has a model
     * @return what to warn of; empty in a module without a model
     * @throws MlException if a model must be here
     */
    Optional<String> warning(Optional<String> calledByHand) {
        String spec = place.shown(place.spec());
        if (!place.isSpecByDefault()) {
            throw new MlException(
                    place.spec() + " does not exist.",
                    "Create it, or correct the plugin's parameter 'spec' (-Dml.spec).");
        }
        String problem = spec + " does not exist, but this module has a model: "
                + clue.map(ModelClue::evidence).orElse("") + ".";
        if (clue.isPresent() && requirement.holds()) {
            throw new MlException(
                    problem + " " + requirement.sentence("it"), clue.get().remedy());
        }
        if (place.hasLock() && calledByHand.isPresent()) {
            throw new MlException(problem, clue.orElseThrow().remedy());
        }
        if (calledByHand.isPresent()) {
            throw new MlException(
                    "This module has no model: " + spec + " does not exist.",
                    "Call ml:" + calledByHand.get()
                            + " in the folder of a module that has one, or have one drafted: mvn ml:init -Dml.data=FILE");
        }
        return place.hasLock()
                ? Optional.of(problem + " Nothing is trained or judged. "
                        + clue.orElseThrow().remedy())
                : Optional.empty();
    }
}
