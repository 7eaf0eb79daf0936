package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.plugin.PluginExecutions.ModelExecution;
import io.github.mlmaven.step.BundleFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models of a module that there are: those of its plugin's executions, and the one where a model is by default.
 *
 * @param basedir the module's folder
 * @param folder where Maven is started
 */
record DeclaredModels(Path basedir, PluginExecutions executions, Path folder) {

    /** One line that names each model that a goal called by hand does not look at, with the command for it. */
    Optional<String> besides(ModelPlace looked, String goal) {
        List<String> others = new ArrayList<>();
        places().forEach((place, classifier) -> {
            if (!place.spec().equals(looked.spec())) {
                others.add(place.shown(place.spec()) + " ("
                        + command(place, classifier).of(goal) + ")");
            }
        });
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("ml:%s is about %s alone. This module has other models: %s."
                        .formatted(goal, looked.shown(looked.spec()), String.join(", ", others)));
    }

    /** What calls a goal for each model that an execution names. */
    List<String> byExecution(String goal) {
        Map<Path, String> commands = new LinkedHashMap<>();
        for (ModelExecution execution : executions.all()) {
            if (execution.place().hasSpec()) {
                ModelCommand command = new ModelCommand(
                        execution.place(), execution.classifier(), Optional.of(execution.id()), folder);
                commands.putIfAbsent(execution.place().spec(), command.of(goal));
            }
        }
        return List.copyOf(commands.values());
    }

    /** What calls a goal for each model from the folder where Maven is started. */
    List<String> commands(String goal) {
        List<String> commands = new ArrayList<>();
        places().forEach((place, classifier) ->
                commands.add(command(place, classifier).of(goal)));
        return commands;
    }

    boolean isEmpty() {
        return places().isEmpty();
    }

    /**
     * Makes sure that a goal called by hand has the classifier that the POM gives the model: under another one its bundle
     * lies where no build looks for it, or in the place of another model's.
     *
     * @throws MlException if it has not
     */
    void requireClassifier(ModelPlace place, String classifier, String goal) {
        List<String> declared = executions.all().stream()
                .filter(execution -> execution.place().spec().equals(place.spec()))
                .map(ModelExecution::classifier)
                .distinct()
                .toList();
        if (declared.isEmpty() || declared.contains(classifier)) {
            return;
        }
        throw new MlException(
                "The POM gives the model of %s the classifier '%s', and ml:%s was called with '%s'."
                        .formatted(place.shown(place.spec()), declared.get(0), goal, classifier),
                "Call it with the POM's: " + command(place, declared.get(0)).of(goal) + ".");
    }

    private ModelCommand command(ModelPlace place, String classifier) {
        return new ModelCommand(place, classifier, executions.toCall(place, classifier), folder);
    }

    /** Each with its classifier. */
    private Map<ModelPlace, String> places() {
        Map<ModelPlace, String> places = new LinkedHashMap<>();
        ModelPlace byDefault = ModelPlace.byDefault(basedir);
        for (ModelExecution execution : executions.all()) {
            places.putIfAbsent(execution.place(), execution.classifier());
        }
        if (places.keySet().stream().noneMatch(place -> place.spec().equals(byDefault.spec()))) {
            places.put(byDefault, BundleFile.CLASSIFIER);
        }
        places.keySet().removeIf(place -> !place.hasSpec());
        return places;
    }
}
