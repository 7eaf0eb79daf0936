package io.github.mlmaven.task;

import java.util.List;
import java.util.function.DoubleFunction;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/**
 * What is learned, in Tribuo's words.
 *
 * @param outputs all of them; the position of each is its id
 * @param of the output that a number stands for
 * @param probabilities whether a model gives each output a probability
 */
public record TribuoOutput<T extends Output<T>>(
        List<T> outputs, OutputFactory<T> factory, DoubleFunction<T> of, boolean probabilities) {

    public TribuoOutput {
        outputs = List.copyOf(outputs);
    }

    /** One of some labels. */
    public static TribuoOutput<Label> labels(List<String> labels) {
        List<Label> outputs = labels.stream().map(Label::new).toList();
        return new TribuoOutput<>(outputs, new LabelFactory(), number -> outputs.get((int) number), true);
    }

    /** A number of a name. */
    public static TribuoOutput<Regressor> number(String name) {
        return new TribuoOutput<>(
                List.of(new Regressor.DimensionTuple(name, 0)),
                new RegressionFactory(),
                number -> new Regressor(name, number),
                false);
    }
}
