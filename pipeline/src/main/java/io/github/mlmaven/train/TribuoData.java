package io.github.mlmaven.train;

import com.google.protobuf.Any;
import com.google.protobuf.CodedOutputStream;
import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import io.github.mlmaven.api.EncodedRows;
import io.github.mlmaven.api.ModelBytes;
import io.github.mlmaven.api.TrainingSet;
import io.github.mlmaven.task.TribuoOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.tribuo.impl.ModelDataCarrier;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.DatasetProvenance;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.provenance.TrainerProvenance;

/**
 * The training rows in Tribuo's words, and what a model file says about them. It names the data by its hash and says nothing
 * about when, where and on which machine, so that the same inputs make the same file.
 *
 * @param <T> what is predicted
 */
final class TribuoData<T extends Output<T>> {

    private static final OffsetDateTime NO_TIME = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final EncodedRows rows;
    private final TribuoOutput<T> output;
    private final String[] names;
    private final ImmutableOutputInfo<T> outputInfo;
    private final SimpleDataSourceProvenance source;
    private final ImmutableFeatureMap features;

    TribuoData(TrainingSet set, TribuoOutput<T> output) {
        this.rows = set.training();
        this.output = output;
        this.names = set.features().toArray(String[]::new);
        Map<T, Integer> ids = new LinkedHashMap<>();
        output.outputs().forEach(each -> ids.put(each, ids.size()));
        this.outputInfo = output.factory().constructInfoForExternalModel(ids);
        this.source = new SimpleDataSourceProvenance("data of SHA-256 " + set.dataHash(), NO_TIME, output.factory());
        this.features = featureMap();
    }

    /** A model file with the same bytes whenever it is written. */
    static ModelBytes bytes(String format, ModelProto model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(model.getSerializedSize());
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.useDeterministicSerialization();
            model.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelBytes(format, bytes.toByteArray());
    }

    /** A model file around a model of one of Tribuo's classes. */
    static ModelProto proto(Class<?> type, Any content) {
        return ModelProto.newBuilder()
                .setVersion(0)
                .setClassName(type.getName())
                .setSerializedData(content)
                .build();
    }

    /** A dataset of examples, which are views of the rows. */
    ImmutableDataset<T> dataset() {
        List<Example<T>> examples = new ArrayList<>(rows.rows());
        for (int row = 0; row < rows.rows(); row++) {
            examples.add(new RowExample<>(output.of().apply(rows.labels()[row]), names, rows.values(), row));
        }
        return new RowDataset<>(source, output.factory(), features, outputInfo, examples, examples.size());
    }

    /** What a model file says about itself. */
    ModelDataProto metadata(String name, String className, TrainerProvenance trainer) {
        DatasetProvenance dataset = new DatasetProvenance(
                source,
                new ListProvenance<>(),
                new RowDataset<>(source, output.factory(), features, outputInfo, List.of(), rows.rows()));
        ModelProvenance provenance = new ModelProvenance(className, NO_TIME, dataset, trainer, Map.of(), false);
        return new ModelDataCarrier<>(name, provenance, features, outputInfo, output.probabilities(), Tribuo.VERSION)
                .serialize();
    }

    // Row by row, as the values lie in memory: feature by feature would miss the cache at every step.
    private ImmutableFeatureMap featureMap() {
        Statistics[] statistics = new Statistics[names.length];
        Arrays.setAll(statistics, feature -> new Statistics(names[feature]));
        float[] values = rows.values();
        for (int offset = 0; offset < values.length; offset += names.length) {
            for (int feature = 0; feature < names.length; feature++) {
                statistics[feature].add(values[offset + feature]);
            }
        }
        return new ImmutableFeatureMap(
                Arrays.stream(statistics).<VariableInfo>map(Statistics::asInfo).toList());
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
