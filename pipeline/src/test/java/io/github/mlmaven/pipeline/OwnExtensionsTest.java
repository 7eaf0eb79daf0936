package io.github.mlmaven.pipeline;

import static io.github.mlmaven.pipeline.Example.REGRESSION;
import static io.github.mlmaven.pipeline.Example.project;
import static io.github.mlmaven.pipeline.Example.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.Arguments;
import io.github.mlmaven.api.Extension;
import io.github.mlmaven.api.Metric;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.ModelBytes;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.ScoredNumbers;
import io.github.mlmaven.api.Target;
import io.github.mlmaven.api.Trainer;
import io.github.mlmaven.api.TrainerSettings;
import io.github.mlmaven.api.TrainingSet;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.model.ModelFormat;
import io.github.mlmaven.model.Prediction;
import io.github.mlmaven.model.Predictor;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Training;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trainer, a metric and a model format that are defined here alone, used as the built-in ones are. */
class OwnExtensionsTest {

    private static final String DESCRIPTORS = """
            {
              "trainers": [{
                "name": "quantile", "doc": "Predicts one quantile of the training labels for every row.",
                "tasks": ["regression"], "traits": {"takes-missing": true, "needs-scaling": false},
                "parameters": [
                  {"name": "share", "type": "real", "min": 0, "max": 1, "default": "0.5", "doc": "Of the labels below."},
                  {"name": "side", "type": "choice", "values": ["lower", "upper"], "default": "lower", "doc": "Of two."}
                ]
              }],
              "metrics": [{
                "name": "worst-error", "doc": "The largest absolute error.", "tasks": ["regression"],
                "better": "lower", "unit": "label", "min": 0
              }, {
                "name": "beyond", "doc": "Share of errors beyond a bound.", "tasks": ["regression"],
                "better": "lower", "unit": "share", "min": 0, "max": 1, "usual": false,
                "parameters": [
                  {"name": "bound", "type": "real", "min": 0, "max": 100, "default": "7", "doc": "The bound."}
                ]
              }]
            }
            """;

    private static final String SPEC = REGRESSION
            .formatted("quantile, parameters: {share: 0.25}")
            .replaceAll("(?s)gates:.*", "gates: [{metric: worst-error, max: 30}]\n");

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @TempDir
    Path folder;

    @TempDir
    Path classes;

    private URLClassLoader loader;

    /** As a module's output directory on the class path of the worker, and of a service. */
    @BeforeEach
    void declare() throws IOException {
        write(Catalog.FILE, DESCRIPTORS);
        service(Trainer.class, Quantile.class);
        write(
                "META-INF/services/" + Metric.class.getName(),
                WorstError.class.getName() + "\n" + Beyond.class.getName());
        service(ModelFormat.class, NumberFormat.class);
        loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(loader);
    }

    @AfterEach
    void forget() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        loader.close();
    }

    @Test
    void they_take_part_in_every_step() throws IOException {
        project(folder, SPEC);

        run(folder, Steps.CHECK);
        run(folder, Steps.PACKAGE);

        Path build = folder.resolve("target/ml/example");
        Training training = Json.read(build.resolve("training.json"), Training.class);
        assertThat(training.settings().trainer()).isEqualTo("quantile");
        assertThat(training.settings().parameters()).isEqualTo(Map.of("share", "0.25", "side", "lower"));
        assertThat(training.modelFormat()).isEqualTo("test-number");
        assertThat(training.versions()).containsEntry("quantile", "7").containsKeys("duckdb", "java");
        Evaluation evaluation = Json.read(build.resolve("evaluation.json"), Evaluation.class);
        assertThat(evaluation.metrics())
                .last()
                .extracting(Evaluation.Reported::name)
                .isEqualTo("worst-error");
        double worst = evaluation.overall().metrics().getOrDefault("worst-error", Double.NaN);
        assertThat(worst).isGreaterThan(evaluation.overall().metrics().getOrDefault("mae", Double.NaN));
        assertThat(evaluation.slices())
                .allSatisfy(slice -> assertThat(slice.scores().metrics()).containsKey("worst-error"));
        assertThat(Json.read(build.resolve("verdict.json"), Verdict.class).outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void the_bundle_is_read_where_the_format_is_known_and_refused_by_its_name_elsewhere() throws IOException {
        project(folder, SPEC);
        run(folder, Steps.PACKAGE);
        Path bundle = folder.resolve("target/example-1-model.jar");

        MlModel model = MlModel.read(bundle);
        double value = ((Prediction.Value) model.predict(Map.of("a", 0.5))).value();

        assertThat(value).isBetween(0.0, 10.0);
        assertThat(model.manifest().model().trainer()).isEqualTo("quantile");
        Thread.currentThread().setContextClassLoader(before);
        assertThatThrownBy(() -> MlModel.read(bundle))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "No class on the class path is the model format 'test-number'. Add the dependency that has it."
                                + " There are tribuo-linear-sgd, tribuo-sparse-linear, tribuo-xgboost.");
    }

    @Test
    void a_parameter_is_held_to_its_descriptor() throws IOException {
        project(folder, SPEC.replace("share: 0.25", "share: 2, sides: upper"));

        assertThatThrownBy(() -> run(folder, Steps.TRAIN))
                .isInstanceOf(MlException.class)
                .hasMessageContaining("the parameter share is '2'. Write a number from 0 to 1.")
                .hasMessageContaining("the trainer quantile has no parameter 'sides'. Did you mean 'side'? Choose from"
                        + " share, side.");
    }

    @Test
    void a_metric_is_told_what_model_yaml_tells_it() throws IOException {
        project(
                folder,
                SPEC.replaceAll(
                        "gates:.*",
                        "gates: [{metric: {name: beyond, bound: 0}, max: 99.9%}, {metric: {name: beyond, bound: 100}, max: 5%}, {metric: beyond, max: 99%}]"));

        run(folder, Steps.EVALUATE);

        Evaluation evaluation = Json.read(folder.resolve("target/ml/example/evaluation.json"), Evaluation.class);
        assertThat(evaluation.metrics())
                .extracting(Evaluation.Reported::name)
                .endsWith("beyond(bound=0)", "beyond(bound=100)", "beyond(bound=7)");
        assertThat(evaluation.overall().metrics())
                .containsEntry("beyond(bound=0)", 1.0)
                .containsEntry("beyond(bound=100)", 0.0);
        assertThat(evaluation.overall().intervals()).doesNotContainKey("beyond(bound=7)");
    }

    @Test
    void another_default_trains_again() throws IOException {
        project(folder, SPEC);
        run(folder, Steps.EVALUATE);

        write(Catalog.FILE, DESCRIPTORS.replace("\"default\": \"lower\"", "\"default\": \"upper\""));

        assertThat(run(folder, Steps.EVALUATE)).hasSize(1).first().asString().startsWith("Training quantile on ");
        assertThat(run(folder, Steps.EVALUATE)).isEmpty();
    }

    @Test
    void what_is_described_and_not_there_is_named() throws IOException {
        project(folder, SPEC);
        Files.delete(classes.resolve("META-INF/services").resolve(Trainer.class.getName()));

        assertThatThrownBy(() -> run(folder, Steps.TRAIN))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "No class on the class path is the trainer 'quantile'. Add the dependency that has it. There are"
                                + " linear-regression, logistic-regression, random-forest, xgboost.");
    }

    @Test
    void a_name_that_is_taken_is_refused() throws IOException {
        project(folder, SPEC);
        service(Metric.class, SecondRmse.class);

        assertThatThrownBy(() -> run(folder, Steps.EVALUATE))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("Two classes are the metric 'rmse': ")
                .hasMessageEndingWith(" Give one of them another name, or remove it from the class path.");
    }

    private <T extends Extension> void service(Class<T> kind, Class<? extends T> implementation) throws IOException {
        write("META-INF/services/" + kind.getName(), implementation.getName());
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(classes.resolve(file).getParent());
        Files.writeString(classes.resolve(file), content);
    }

    /** Predicts one quantile of the training labels for every row. */
    public static final class Quantile implements Trainer {

        private record Settings(double share, String side) {}

        @Override
        public String name() {
            return "quantile";
        }

        @Override
        public SortedMap<String, String> versions() {
            return new TreeMap<>(Map.of("quantile", "7"));
        }

        @Override
        public ModelBytes train(TrainingSet rows, TrainerSettings settings, Progress progress) {
            Settings told = settings.arguments().bind(in -> new Settings(in.real("share"), in.choice("side")));
            double[] sorted = DoubleStream.of(rows.training().labels()).sorted().toArray();
            double place = told.share() * (sorted.length - 1);
            double value = sorted[(int) (told.side().equals("lower") ? Math.floor(place) : Math.ceil(place))];
            return new ModelBytes("test-number", Double.toString(value).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The largest absolute error. */
    public static final class WorstError implements Metric {

        @Override
        public String name() {
            return "worst-error";
        }

        @Override
        public double of(ScoredNumbers rows) {
            double worst = 0;
            for (int row = 0; row < rows.size(); row++) {
                worst = Math.max(worst, Math.abs(rows.prediction(row) - rows.label(row)));
            }
            return worst;
        }
    }

    /** The share of errors beyond a bound. */
    public static final class Beyond implements Metric {

        private final double bound;

        public Beyond() {
            this(Double.NaN);
        }

        private Beyond(double bound) {
            this.bound = bound;
        }

        @Override
        public String name() {
            return "beyond";
        }

        @Override
        public Metric told(Arguments arguments) {
            return arguments.bind(in -> new Beyond(in.real("bound")));
        }

        @Override
        public double of(ScoredNumbers rows) {
            double beyond = 0;
            for (int row = 0; row < rows.size(); row++) {
                beyond += Math.abs(rows.prediction(row) - rows.label(row)) > bound ? 1 : 0;
            }
            return beyond / rows.size();
        }
    }

    /** Has the name of a built-in metric. */
    public static final class SecondRmse implements Metric {

        @Override
        public String name() {
            return "rmse";
        }
    }

    /** A file that is the text of the number that is predicted for every row. */
    public static final class NumberFormat implements ModelFormat {

        @Override
        public String name() {
            return "test-number";
        }

        @Override
        public Predictor read(byte[] model, List<String> features, Target target) {
            double value = Double.parseDouble(new String(model, StandardCharsets.UTF_8));
            return new Predictor() {
                @Override
                public int outputs() {
                    return 1;
                }

                @Override
                public void predict(float[] row, int offset, double[] out) {
                    out[0] = value;
                }
            };
        }
    }
}
