package io.github.mlmaven.train;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.ImmutableDataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.Tribuo;
import org.tribuo.VariableInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ModelDataCarrier;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.provenance.DatasetProvenance;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/**
 * The training rows in Tribuo's words, and what a model file says about them. It names the data by its hash and says nothing
 * about when, where and on which machine, so that the same inputs make the same file.
 *
 * @param <T> what is predicted
 */
final class TribuoData<T extends Output<T>> {

    private static final OffsetDateTime NO_TIME = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Matrix matrix;
    private final String[] names;
    private final List<T> outputs;
    private final OutputFactory<T> factory;
    private final ImmutableOutputInfo<T> outputInfo;
    private final SimpleDataSourceProvenance source;
    private final ImmutableFeatureMap features;

    private TribuoData(Matrix matrix, List<String> names, List<T> outputs, OutputFactory<T> factory, String dataHash) {
        this.matrix = matrix;
        this.names = names.toArray(String[]::new);
        this.outputs = outputs;
        this.factory = factory;
        Map<T, Integer> ids = new LinkedHashMap<>();
        outputs.forEach(output -> ids.put(output, ids.size()));
        this.outputInfo = factory.constructInfoForExternalModel(ids);
        this.source = new SimpleDataSourceProvenance("data of SHA-256 " + dataHash, NO_TIME, factory);
        this.features = featureMap();
    }

    /**
     * Rows of a classification.
     *
     * @param names of the features, sorted
     */
    static TribuoData<Label> classification(Matrix matrix, List<String> names, List<String> labels, String dataHash) {
        return new TribuoData<>(matrix, names, labels.stream().map(Label::new).toList(), new LabelFactory(), dataHash);
    }

    /**
     * Rows of a regression.
     *
     * @param names of the features, sorted
     * @param label the name of what is predicted
     */
    static TribuoData<Regressor> regression(Matrix matrix, List<String> names, String label, String dataHash) {
        return new TribuoData<>(
                matrix, names, List.of(new Regressor.DimensionTuple(label, 0)), new RegressionFactory(), dataHash);
    }

    /** The features, whose ids are their positions. */
    ImmutableFeatureMap features() {
        return features;
    }

    /** The outputs, whose ids are their positions. */
    List<T> outputs() {
        return outputs;
    }

    /** A dataset of examples, which are views of the rows. */
    ImmutableDataset<T> dataset(Outputs<T> output) {
        List<Example<T>> examples = new ArrayList<>(matrix.rows());
        for (int row = 0; row < matrix.rows(); row++) {
            examples.add(new RowExample<>(output.of(matrix.labels()[row]), names, matrix.values(), row));
        }
        return new RowDataset<>(source, factory, features, outputInfo, examples, examples.size());
    }

    /** What a model file says about itself. */
    ModelDataProto metadata(String name, String className, TrainerProvenance trainer, boolean probabilities) {
        DatasetProvenance dataset = new DatasetProvenance(
                source,
                new ListProvenance<>(),
                new RowDataset<>(source, factory, features, outputInfo, List.of(), matrix.rows()));
        ModelProvenance provenance = new ModelProvenance(className, NO_TIME, dataset, trainer, Map.of(), false);
        return new ModelDataCarrier<>(name, provenance, features, outputInfo, probabilities, Tribuo.VERSION)
                .serialize();
    }

    // Row by row, as the values lie in memory: feature by feature would miss the cache at every step.
    private ImmutableFeatureMap featureMap() {
        Statistics[] statistics = new Statistics[names.length];
        Arrays.setAll(statistics, feature -> new Statistics(names[feature]));
        float[] values = matrix.values();
        for (int offset = 0; offset < values.length; offset += names.length) {
            for (int feature = 0; feature < names.length; feature++) {
                statistics[feature].add(values[offset + feature]);
            }
        }
        return new ImmutableFeatureMap(
                Arrays.stream(statistics).<VariableInfo>map(Statistics::asInfo).toList());
    }

    /** Makes an output from a label of the matrix. */
    @FunctionalInterface
    interface Outputs<T extends Output<T>> {
        T of(double label);
    }

    private static final class RowDataset<T extends Output<T>> extends ImmutableDataset<T> {
        private static final long serialVersionUID = 1;

        private final int rows;

        RowDataset(
                SimpleDataSourceProvenance source,
                OutputFactory<T> factory,
                ImmutableFeatureMap features,
                ImmutableOutputInfo<T> outputs,
                List<Example<T>> examples,
                int rows) {
            super(source, factory, features, outputs);
            data.addAll(examples);
            this.rows = rows;
        }

        @Override
        public int size() {
            return rows;
        }
    }
}
