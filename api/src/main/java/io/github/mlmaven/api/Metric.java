package io.github.mlmaven.api;

/**
 * How a {@link MetricDescriptor} is measured: an implementation has its name. It measures the rows of each task that the
 * descriptor names. The same rows in the same order have the same value to the last bit.
 */
public interface Metric extends Extension {

    /**
     * The metric as it is told: asked for before it measures, of a metric whose descriptor has parameters.
     *
     * @param arguments to {@linkplain Arguments#bind bind}, all of them
     */
    default Metric told(Arguments arguments) {
        throw new UnsupportedOperationException("the metric " + name() + " takes no parameters");
    }

    /**
     * The metric of a regression's rows.
     *
     * @param rows at least one
     * @return NaN or an infinity where it is not defined for these rows; it is then absent
     */
    default double of(ScoredNumbers rows) {
        throw new UnsupportedOperationException("the metric " + name() + " measures no numbers");
    }

    /**
     * The metric of a classification's rows.
     *
     * @param rows at least one
     * @return NaN or an infinity where it is not defined for these rows; it is then absent
     */
    default double of(ScoredLabels rows) {
        throw new UnsupportedOperationException("the metric " + name() + " measures no labels");
    }
}
