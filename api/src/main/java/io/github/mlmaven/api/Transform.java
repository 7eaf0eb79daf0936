package io.github.mlmaven.api;

import java.util.function.Supplier;

/**
 * What learns from the training rows how a column becomes features, as a {@link TransformDescriptor} says: an implementation
 * has its name. It binds its parameters by {@link Arguments#bind}, all of them.
 *
 * <pre>{@code
 * public Supplier<Centred> plan(InputColumn column, TransformSettings settings, Plan plan) {
 *     Supplier<NumberSummary> numbers = plan.measure(Moments.first(Variable.column(column.name())));
 *     return () -> new Centred(column.name(), numbers.get().mean());
 * }
 * }</pre>
 */
public interface Transform extends Extension {

    /**
     * The class of what is fitted: a record. A bundle keeps the record's components as JSON beside this transform's name, and
     * whoever loads it finds the class by that name.
     */
    Class<? extends FittedTransform> fitted();

    /**
     * Says what must be known of the training rows. Where it is nothing, they are not read.
     *
     * @param plan takes the measures of the column, all of which see the same rows
     * @return makes the fitted transform once they have seen them; always the same for the same values
     * @throws MlException if the settings do not fit together
     */
    Supplier<? extends FittedTransform> plan(InputColumn column, TransformSettings settings, Plan plan);

    /** Takes measures of the training rows. */
    @FunctionalInterface
    interface Plan {

        /** What a measure says, once it has seen the column's training rows. */
        <V> Supplier<V> measure(Measure<?, V> measure);
    }
}
