package io.github.mlmaven.api;

import java.util.List;

/**
 * What a model predicts.
 *
 * @param label the name of the column
 * @param labels what a classification tells apart, in the model's order: outputs and numbers stand for them by position
 */
public record Target(Task task, String label, List<String> labels) {

    public Target {
        labels = List.copyOf(labels);
    }
}
