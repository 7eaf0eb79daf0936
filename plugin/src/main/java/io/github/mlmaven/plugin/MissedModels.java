package io.github.mlmaven.plugin;

import java.util.List;

/**
 * What a goal that a person called passes by in a module without the model.yaml that it looks for.
 *
 * @param goal its name
 * @param own what calls it for each model that the module's POM names in an execution
 * @param answered whether another module of this Maven has the model.yaml that it looks for
 * @param elsewhere what calls it for the models of modules that this Maven was not started for
 */
record MissedModels(String goal, List<String> own, boolean answered, List<String> elsewhere) {

    MissedModels {
        own = List.copyOf(own);
        elsewhere = List.copyOf(elsewhere);
    }

    /** What to do in a module whose POM names models. */
    String callOwn() {
        return "The module's POM names its models in executions of the plugin: call ml:%s for one, by %s."
                .formatted(goal, String.join(" or ", own));
    }

    /** What to do in a module without any. */
    String callElsewhere() {
        String where = elsewhere.isEmpty()
                ? "Call ml:" + goal + " in the folder of a module that has one"
                : "Call ml:" + goal + " where a model is: " + String.join(" or ", elsewhere);
        return where + ", or have one drafted: mvn ml:init -Dml.data=FILE";
    }
}
