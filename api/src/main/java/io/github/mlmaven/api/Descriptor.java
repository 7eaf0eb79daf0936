package io.github.mlmaven.api;

import java.util.Set;

/**
 * What model.yaml can name, told without any code of it: enough to check a file, to complete it in an editor and to write its
 * manual. Those of the build's own trainers, metrics and transforms ship with it; a user's stand in
 * {@code META-INF/ml/descriptors.json} of a folder or a JAR.
 */
public sealed interface Descriptor permits TrainerDescriptor, MetricDescriptor, TransformDescriptor {

    /** In kebab case, unique among its kind. */
    String name();

    /** The tasks that it can be used for, at least one. */
    Set<Task> tasks();

    /** What it is, in a sentence. */
    String doc();
}
