package io.github.mlmaven.pipeline;

import static io.github.mlmaven.pipeline.Example.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Features;
import io.github.mlmaven.api.FittedTransform;
import io.github.mlmaven.api.InputColumn;
import io.github.mlmaven.api.Measure;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Transform;
import io.github.mlmaven.api.TransformSettings;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.model.Bundle;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.model.Prediction;
import io.github.mlmaven.spec.Catalog;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Training;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transform that is defined here alone, with a measure of its own, used as the built-in ones are. */
class OwnTransformTest {

    private static final String DESCRIPTORS = """
            {"transforms": [{
              "name": "length", "doc": "The length of a text, and whether it ends in a mark, by the longest one.",
              "tasks": ["regression"], "types": ["text"],
              "parameters": [{"name": "mark", "type": "choice", "values": ["!", "?"], "default": "!", "doc": "The mark."}]
            }]}
            """;

    private static final String SPEC = """
            task: regression
            data: {source: d.csv, label: y, split: {column: part}}
            columns:
              note: {type: text}
              x: {type: number}
              y: {type: number, when: training}
              part: {type: category}
            features:
              note: {encode: length, parameters: {mark: "?"}}
            train: {trainer: linear-regression, parameters: {alpha: 0}}
            gates: [{metric: r2, min: 0.99}]
            """;

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
        write("META-INF/services/" + Transform.class.getName(), Length.class.getName());
        loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(loader);
        StringBuilder csv = new StringBuilder("note,x,y,part\n");
        for (int row = 0; row < 60; row++) {
            int length = 1 + row % 7;
            boolean marked = row % 3 == 0;
            String note = row % 20 == 9 ? "" : "é".repeat(length - 1) + (marked ? "?" : ".");
            double y = note.isEmpty() ? 0.5 * row : 2 * length + (marked ? 5 : 0) + 0.5 * row;
            csv.append(note + "," + row + "," + y + "," + (row % 4 == 3 ? "test" : "train") + "\n");
        }
        new Project(folder).file("d.csv", csv.toString()).spec(SPEC);
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(classes.resolve(file).getParent());
        Files.writeString(classes.resolve(file), content);
    }

    @AfterEach
    void forget() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        loader.close();
    }

    @Test
    void it_takes_part_in_every_step() throws IOException {
        run(folder, Steps.CHECK);
        run(folder, Steps.PACKAGE);

        Path build = folder.resolve("target/ml/example");
        assertThat(Json.read(build.resolve("training.json"), Training.class).features())
                .containsExactly("note is marked", "note length", "x");
        assertThat(Json.read(build.resolve("evaluation.json"), Evaluation.class)
                        .overall()
                        .metrics()
                        .get("r2"))
                .isGreaterThan(0.99);
        Bundle bundle = Bundle.read(folder.resolve("target/example-1-model.jar"));
        assertThat(new String(bundle.file(Bundle.ENCODER), StandardCharsets.UTF_8))
                .containsIgnoringWhitespaces("{\"kind\": \"length\", \"state\": {\"column\": \"note\", \"longest\": 7,"
                        + " \"mark\": \"?\"}}");
    }

    @Test
    void the_bundle_predicts_where_the_transform_is_known_and_is_refused_by_its_name_elsewhere() {
        run(folder, Steps.PACKAGE);
        Path jar = folder.resolve("target/example-1-model.jar");
        MlModel model = MlModel.read(jar);

        double marked = value(model, Map.of("note", "ab?", "x", 10));

        assertThat(marked - value(model, Map.of("note", "ab.", "x", 10))).isBetween(4.9, 5.1);
        assertThat(value(model, Map.of("note", "abcd?", "x", 10)) - marked).isBetween(3.9, 4.1);
        Bundle.read(jar).golden().check(model);
        assertThatThrownBy(() -> model.predict(Map.of("note", 3)))
                .hasMessage("The input 'note' is 3, the model takes a text. Correct its text value.");
        Thread.currentThread().setContextClassLoader(before);
        assertThatThrownBy(() -> MlModel.read(jar))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "No class on the class path is the transform 'length'. Add the dependency that has it. There"
                                + " are calendar, number, one-hot, ordinal.");
    }

    @Test
    void a_parameter_is_held_to_its_descriptor() throws IOException {
        new Project(folder).spec(SPEC.replace("\"?\"", "\".\""));

        assertThatThrownBy(() -> run(folder, Steps.TRAIN))
                .isInstanceOf(MlException.class)
                .hasMessageEndingWith("the parameter mark is '.'. Write one of !, ?.");
    }

    @Test
    void a_task_that_it_is_not_for_is_refused() throws IOException {
        new Project(folder)
                .spec(SPEC.replace("task: regression", "task: classification")
                        .replace("y: {type: number,", "y: {type: category,")
                        .replaceAll("train:.*\n", "")
                        .replaceAll("gates:.*\n", ""));

        assertThatThrownBy(() -> run(folder, Steps.TRAIN))
                .isInstanceOf(MlException.class)
                .hasMessageEndingWith("the transform length cannot do classification. Choose another for 'note'.");
    }

    private static double value(MlModel model, Map<String, Object> row) {
        return ((Prediction.Value) model.predict(row)).value();
    }

    /** The length of a text and whether it ends in a mark, by the longest text of the training rows. */
    public static final class Length implements Transform {

        @Override
        public String name() {
            return "length";
        }

        @Override
        public Class<Fitted> fitted() {
            return Fitted.class;
        }

        @Override
        public Supplier<Fitted> plan(InputColumn column, TransformSettings settings, Plan plan) {
            String mark = settings.arguments().bind(in -> in.choice("mark"));
            Supplier<Integer> longest = plan.measure(new Longest(column.name()));
            return () -> new Fitted(column.name(), mark, longest.get());
        }

        record Fitted(String column, String mark, int longest) implements FittedTransform {

            @Override
            public List<String> inputs() {
                return List.of(column);
            }

            @Override
            public List<String> features() {
                return List.of(column + " length", column + " is marked");
            }

            @Override
            public void encode(Batch batch, int[] positions, Features out) {
                Column texts = batch.column(column);
                for (int row = out.from(); row < out.to(); row++) {
                    String text = texts.isMissing(row) ? "" : texts.text(row);
                    out.set(row, positions[0], (float) text.length() / longest);
                    out.set(row, positions[1], text.endsWith(mark) ? 1 : 0);
                }
            }
        }

        private record Longest(String column) implements Measure<int[], Integer> {

            @Override
            public int[] start() {
                return new int[1];
            }

            @Override
            public void add(int[] state, Batch batch) {
                Column texts = batch.column(column);
                for (int row = 0; row < batch.rows(); row++) {
                    state[0] = Math.max(
                            state[0], texts.isMissing(row) ? 0 : texts.text(row).length());
                }
            }

            @Override
            public void merge(int[] state, int[] other) {
                state[0] = Math.max(state[0], other[0]);
            }

            @Override
            public Integer value(int[] state) {
                return state[0];
            }
        }
    }
}
