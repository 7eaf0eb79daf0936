package io.github.mlmaven.pipeline;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.model.Prediction;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.step.AskedRows;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Predicted;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import io.github.mlmaven.worker.PredictRequest;
import io.github.mlmaven.worker.PredictRequest.BadRows;
import io.github.mlmaven.worker.PredictRequest.NewRows;
import io.github.mlmaven.worker.PredictRequest.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A model of the build, which predicts rows of files. */
abstract class Predicting {

    static final String GOOD = """
            who,id,a,b,k,none,c,d,f
            Ann,1000,0.25,0.5,7,,low,p,true
            "Bob, jr",1001,,-1,7,,high,,false
            Cid,1002,0.75,0,7,,mid,never seen,true
            """;

    @TempDir
    static Path folder;

    static Path bundle;
    private static BuildState state;

    @BeforeAll
    static void package_a_model() throws IOException {
        Example.project(
                folder,
                Example.REGRESSION
                        .formatted("xgboost")
                        .replace("a: {type: number}", "a: {type: number, max: 1}")
                        .replace("b: {type: number}", "b: {type: number, severity: warning}"));
        Example.run(folder, Steps.PACKAGE);
        state = Example.state(folder);
        bundle = folder.resolve("target")
                .resolve(state.result(Steps.PACKAGE).orElseThrow().file());
    }

    @BeforeEach
    void remove_outputs() throws IOException {
        for (String name : List.of("out.csv", "out.csv.quarantine.csv", "out.jsonl", "out.parquet")) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    /** What the library says of the same row. */
    static double value(@Nullable Double a, Double b, String c, @Nullable String d, boolean f) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("a", a);
        row.put("b", b);
        row.put("k", 7);
        row.put("c", c);
        row.put("d", d);
        row.put("f", f);
        return ((Prediction.Value) MlModel.read(bundle).predict(row)).value();
    }

    static Predicted predict(String output, Optional<List<String>> carried, BadRows policy) {
        return predict("new.csv", output, carried, policy);
    }

    static Predicted predict(String source, String output, Optional<List<String>> carried, BadRows policy) {
        Predict.run(request(source, output, carried, policy, 2), Progress.SILENT);
        return Json.read(ModelFiles.of(folder.resolve("target"), "example").predicted(), Predicted.class);
    }

    static PredictRequest request(
            String source, String output, Optional<List<String>> carried, BadRows policy, int threads) {
        return request(SourceSpec.of(source), output, carried, policy, threads);
    }

    static PredictRequest request(
            SourceSpec from, String output, Optional<List<String>> carried, BadRows policy, int threads) {
        return new PredictRequest(
                Example.place(folder),
                bundle,
                new NewRows(new AskedRows(from), Optional.empty(), carried),
                new Output(folder.resolve(output), policy),
                new BuildLimits(threads, 512));
    }
}
