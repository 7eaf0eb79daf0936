package io.github.mlmaven.model;

import io.github.mlmaven.api.Extension;
import io.github.mlmaven.api.Target;
import java.io.IOException;
import java.util.List;

/** How a file holds a model. What trains models of a format of its own brings what reads them. */
public interface ModelFormat extends Extension {

    /**
     * The predictor that a file holds.
     *
     * @param model the file's content, which may be anybody's: it is refused unless it is a model of this format
     * @param features the names of the features, in the order in which the predictor gets them
     * @param target what it must predict: a number, or a probability for each of the labels
     * @throws IOException if the content is damaged
     * @throws IllegalArgumentException if it is no model of these features and this target
     */
    Predictor read(byte[] model, List<String> features, Target target) throws IOException;
}
