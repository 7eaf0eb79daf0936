package io.github.mlmaven.server;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.model.LabelOutputs;
import io.github.mlmaven.model.Manifest;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.model.ValueOutputs;
import java.util.List;

/** The metadata of the Open Inference Protocol, version 2; component names are the protocol's. */
record Metadata(OfServer server, OfModel model) {

    private static final String NAME = "ml-server";
    private static final int ROWS = -1;

    /** {@code GET /v2}. */
    record OfServer(String name, String version, List<String> extensions) {}

    /** {@code GET /v2/models/<name>}. */
    record OfModel(String name, List<String> versions, String platform, List<Tensor> inputs, List<Tensor> outputs) {}

    /** @param shape -1 for the number of rows, then what one row has, if it is not one value */
    record Tensor(String name, String datatype, List<Integer> shape) {}

    static Metadata of(MlModel model) {
        Manifest manifest = model.manifest();
        String version = Metadata.class.getPackage().getImplementationVersion();
        List<Tensor> inputs = manifest.schema().inputs().stream()
                .map(input -> new Tensor(input.name(), datatype(input.type()), List.of(ROWS)))
                .toList();
        return new Metadata(
                new OfServer(NAME, version == null ? "unknown" : version, List.of()),
                new OfModel(
                        manifest.name(),
                        List.of(manifest.version()),
                        "ml-maven",
                        inputs,
                        model.outputs().match(Metadata::value, Metadata::label)));
    }

    private static List<Tensor> value(ValueOutputs outputs) {
        return List.of(new Tensor(outputs.column(), "FP64", List.of(ROWS)));
    }

    private static List<Tensor> label(LabelOutputs outputs) {
        return List.of(
                new Tensor(outputs.column(), "BYTES", List.of(ROWS)),
                new Tensor("probabilities", "FP64", List.of(ROWS, outputs.width())));
    }

    private static String datatype(ColumnType type) {
        return switch (type) {
            case NUMBER -> "FP64";
            case INTEGER -> "INT64";
            case BOOLEAN -> "BOOL";
            case CATEGORY, TEXT, DATE, TIMESTAMP -> "BYTES";
        };
    }
}
