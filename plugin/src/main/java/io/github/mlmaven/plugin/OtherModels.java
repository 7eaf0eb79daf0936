package io.github.mlmaven.plugin;

import io.github.mlmaven.plugin.PluginExecutions.ModelExecution;
import io.github.mlmaven.step.BundleFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models of a module that a goal called by hand does not look at. */
record OtherModels(ModelPlace looked, PluginExecutions executions, Path folder) {

    /** One line that names each with the command for it; empty where there is none. */
    Optional<String> sentence(String goal) {
        List<String> others = new ArrayList<>();
        places().forEach((place, classifier) -> others.add(
                place.shown(place.spec()) + " (" + command(place, classifier).of(goal) + ")"));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("ml:%s is about %s alone. This module has other models: %s."
                        .formatted(goal, looked.shown(looked.spec()), String.join(", ", others)));
    }

    private ModelCommand command(ModelPlace place, String classifier) {
        return new ModelCommand(place, classifier, executions.toCall(place, classifier), folder);
    }

    private Map<ModelPlace, String> places() {
        Map<ModelPlace, String> places = new LinkedHashMap<>();
        ModelPlace byDefault = ModelPlace.byDefault(looked.basedir());
        for (ModelExecution execution : executions.all()) {
            places.putIfAbsent(execution.place(), execution.classifier());
        }
        if (byDefault.hasSpec()
                && places.keySet().stream().noneMatch(place -> place.spec().equals(byDefault.spec()))) {
            places.put(byDefault, BundleFile.CLASSIFIER);
        }
        places.keySet().removeIf(place -> place.spec().equals(looked.spec()) || !place.hasSpec());
        return places;
    }
}
