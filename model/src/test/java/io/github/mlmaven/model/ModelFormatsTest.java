package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Target;
import io.github.mlmaven.api.Task;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.protos.core.ModelProto;

class ModelFormatsTest {

    private static final Target TARGET = new Target(Task.REGRESSION, "y", List.of());

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @TempDir
    Path classes;

    private URLClassLoader loader;

    /** A format that is declared here alone, as a JAR on the class path of a service declares it. */
    @BeforeEach
    void declare() throws IOException {
        Path services = classes.resolve("META-INF/services").resolve(ModelFormat.class.getName());
        Files.createDirectories(services.getParent());
        Files.writeString(services, Constant.class.getName());
        loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(loader);
    }

    @AfterEach
    void forget() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        loader.close();
    }

    @Test
    void a_format_that_no_code_reads_is_refused_by_name_with_those_that_are_known() {
        assertThatThrownBy(() -> ModelFormats.read("onnx", new byte[0], List.of("x"), TARGET))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "No class on the class path is the model format 'onnx'. Add the dependency that has it. There"
                                + " are test-constant, tribuo-linear-sgd, tribuo-sparse-linear, tribuo-xgboost.");
    }

    @Test
    void a_file_of_another_class_than_the_formats_is_refused() {
        for (String format :
                List.of(TribuoFormats.TREES, TribuoFormats.LINEAR_CLASSIFICATION, TribuoFormats.LINEAR_REGRESSION)) {
            byte[] file = ModelProto.newBuilder()
                    .setClassName("com.example.Evil")
                    .build()
                    .toByteArray();

            assertThatThrownBy(() -> ModelFormats.read(format, file, List.of("x"), TARGET))
                    .isInstanceOf(MlException.class)
                    .hasMessage("model.pb cannot be read as a regression model: a model of the class com.example.Evil."
                            + " Train and package it with the same version of ml-model that loads it.");
        }
    }

    @Test
    void bytes_that_are_no_file_at_all_are_refused() {
        assertThatThrownBy(() -> ModelFormats.read(
                        TribuoFormats.TREES, "no model".getBytes(StandardCharsets.UTF_8), List.of("x"), TARGET))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("model.pb cannot be read as a regression model: ");
    }

    @Test
    void a_format_of_the_class_path_reads_its_models() {
        double[] out = new double[1];
        ModelFormats.read("test-constant", "2.5".getBytes(StandardCharsets.UTF_8), List.of("x"), TARGET)
                .predict(new float[1], 0, out);

        assertThat(out).containsExactly(2.5);
    }

    @Test
    void what_a_format_refuses_is_told_with_the_file() {
        assertThatThrownBy(() -> ModelFormats.read(
                        "test-constant", "much".getBytes(StandardCharsets.UTF_8), List.of("x"), TARGET))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "model.pb cannot be read as a regression model: For input string: \"much\". Train and package"
                                + " it with the same version of ml-model that loads it.");
    }

    /** Predicts the number that the file is the text of. */
    public static final class Constant implements ModelFormat {

        @Override
        public String name() {
            return "test-constant";
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
