package io.github.mlmaven.spec;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The whole of {@code model.yaml}. Its component names, in kebab case, are the keys of the file, and {@link Doc} and
 * {@link Default} are the source of the JSON Schema and of the reference page.
 */
public record ModelSpec(
        @Doc("The model's name: at most 100 lower-case letters, digits, '-', '_' and '.'. Default: the artifactId.")
        Optional<String> name,

        @Doc("What the model predicts.") Task task,

        @Doc("Where the rows come from and how they are split.") @Example("source: data/diamonds.csv")
        DataSpec data,

        @Doc("The schema: one entry for each column of the data.") @Example("carat: {type: number}") @AtMost(10_000)
        Map<String, ColumnSpec> columns,

        @Doc("Expectations about the table as a whole.") @Default("[]") @Example("[{rows: {min: 1000}}]") @AtMost(1_000)
        List<TableCheck> checks,

        @Doc("That the data is held against the data of the accepted model. Default: it is not.")
        @Example("severity: error")
        Optional<DriftSpec> drift,

        @Doc("How columns become features. Default: every column but label and id, encoded by its type.")
        @Default("{}")
        @Example("carat: {scale: standard}")
        @AtMost(10_000)
        Map<String, FeatureSpec> features,

        @Doc("The trainer, its seed and its parameters.") @Default("{}") @Example("trainer: xgboost")
        TrainSpec train,

        @Doc("What the evaluation reports beside the task's metrics.") @Default("{}") @Example("slices: [cut]")
        EvaluateSpec evaluate,

        @Doc("What must hold for the build to pass.")
        @Default("[]")
        @Example("[{metric: rmse, max: 600}]")
        @AtMost(1_000)
        List<GateSpec> gates,

        @Doc("What the model must do with rows that are changed, or made, for it: tests of its behaviour.")
        @Default("[]")
        @Example("[{increasing: carat, by: 10%}]")
        @AtMost(1_000)
        List<BehaviourSpec> behaviour,

        @Doc(
                "That callers of the last release can go on calling: what goes in and comes out is compared with it, and the"
                        + " project's version must admit what changed. Default: it is not.")
        @Example("severity: error")
        Optional<ContractSpec> contract) {

    public ModelSpec {
        columns = Ordered.copy(columns);
        checks = List.copyOf(checks);
        features = Ordered.copy(features);
        gates = List.copyOf(gates);
        behaviour = List.copyOf(behaviour);
    }

    /** What says where rows are and of which types, and else what is said where a file says nothing. */
    public static ModelSpec ofRows(String name, DataSpec data, Map<String, ColumnSpec> columns) {
        return new ModelSpec(
                Optional.of(name),
                Task.REGRESSION,
                data,
                columns,
                List.of(),
                Optional.empty(),
                Map.of(),
                new TrainSpec("xgboost", 0, Map.of()),
                EvaluateSpec.USUAL,
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** The same model's rows in another place, with no checks of the table. */
    public ModelSpec of(DataSpec other, Map<String, ColumnSpec> schema) {
        return new ModelSpec(
                name,
                task,
                other,
                schema,
                List.of(),
                Optional.empty(),
                features,
                train,
                evaluate,
                gates,
                behaviour,
                contract);
    }

    /** Whether something is compared with the model of another build. */
    public boolean asksForBaseline() {
        return contract.isPresent()
                || gates.stream().anyMatch(gate -> gate.bounds().baseline().isPresent());
    }

    /** The checks that refer to other tables, each once. */
    public List<ReferenceCheck> references() {
        return checks.stream()
                .flatMap(check -> check.rules().references().stream())
                .distinct()
                .toList();
    }

    /** Whether a check depends on what day the build is told that it is. */
    public boolean asksForToday() {
        return checks.stream()
                .flatMap(check -> check.rules().fresh().stream())
                .anyMatch(fresh -> fresh.asOf().isEmpty());
    }

    /** The same model with metrics that are called otherwise. */
    ModelSpec called(UnaryOperator<String> metrics) {
        EvaluateSpec named = new EvaluateSpec(
                evaluate.metrics().stream().map(metrics).toList(), evaluate.slices(), evaluate.confidence());
        List<GateSpec> bound = gates.stream()
                .map(gate -> gate.of(metrics.apply(gate.metric())))
                .toList();
        return new ModelSpec(
                name, task, data, columns, checks, drift, features, train, named, bound, behaviour, contract);
    }

    /** The labels of a classification, in the model's order; empty where the data alone tells them. */
    public List<String> labels() {
        ColumnSpec label = columns.get(data.label());
        if (task != Task.CLASSIFICATION || label == null) {
            return List.of();
        }
        return label.type() == ColumnType.BOOLEAN
                ? List.of("false", "true")
                : label.domain().values();
    }

    /** The schema of the label column. */
    public ColumnSpec label() {
        return column(data.label());
    }

    /** The schema of a column that the spec is known to declare. */
    public ColumnSpec column(String name) {
        ColumnSpec column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no column '" + name + "' in the schema");
        }
        return column;
    }

    /** Column names that are inputs of the model, in the schema's order. */
    public List<String> inputs() {
        return columns.entrySet().stream()
                .filter(column -> isInput(column.getKey(), column.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How an input column is encoded; everything automatic where the spec is silent. */
    public FeatureSpec feature(String column) {
        return features.getOrDefault(column, FeatureSpec.SILENT);
    }

    /** The name of the transform that makes features of an input column. */
    public String transform(String column) {
        String encode = feature(column).encode();
        if (!encode.equals(FeatureSpec.AUTO)) {
            return encode;
        }
        ColumnSpec declared = column(column);
        if (declared.type() != ColumnType.CATEGORY) {
            return "number";
        }
        return declared.domain().ordered() ? "ordinal" : "one-hot";
    }

    private boolean isInput(String name, ColumnSpec column) {
        String encode = feature(name).encode();
        boolean named = column.type() == ColumnType.TEXT || column.type().isTime();
        boolean encoded = named
                ? !encode.equals(FeatureSpec.AUTO) && !encode.equals(FeatureSpec.DROP)
                : !encode.equals(FeatureSpec.DROP);
        return encoded
                && !name.equals(data.label())
                && !data.id().contains(name)
                && !data.split().usesOnly(name)
                && column.when() == When.ALWAYS;
    }
}
