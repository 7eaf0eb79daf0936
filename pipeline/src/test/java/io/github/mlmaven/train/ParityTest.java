package io.github.mlmaven.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.EncodedRows;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Range;
import io.github.mlmaven.api.Target;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.model.Encoder;
import io.github.mlmaven.model.Inputs;
import io.github.mlmaven.server.Body;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.task.TaskKind;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a model learns from a file's rows is, bit for bit, what the server makes of the same rows in a request. */
class ParityTest {

    private static final Range ANY = new Range(OptionalDouble.empty(), OptionalDouble.empty());

    /** The lines of model.yaml that say how a trainer gets its features. */
    record Policies(String trainer, String features) {}

    @Provide
    Arbitrary<List<GeneratedRow>> rows() {
        return GeneratedRow.any().list().ofMinSize(1).ofMaxSize(40);
    }

    @Provide
    Arbitrary<Policies> policies() {
        return Arbitraries.of("xgboost", "linear-regression").flatMap(trainer -> {
            boolean keeps = trainer.equals("xgboost");
            Arbitrary<String> numbers = feature(
                    List.of("scale: auto", "scale: none", "scale: standard", "scale: min-max"),
                    missing(keeps, "auto", "median", "mean", "mode", "zero"));
            Arbitrary<String> flags =
                    feature(List.of("encode: auto", "encode: number"), missing(keeps, "auto", "mode"));
            Arbitrary<String> ranks = feature(
                    List.of("encode: auto", "encode: ordinal", "encode: one-hot"), missing(keeps, "auto", "mode"));
            Arbitrary<String> open =
                    feature(List.of("encode: auto", "encode: one-hot"), missing(keeps, "auto", "mode"));
            Arbitrary<String> days = feature(
                    List.of(
                            "encode: number, scale: standard",
                            "encode: calendar, scale: min-max",
                            "encode: calendar, parameters: {hour: true, day: true, day-of-year: true, offset: 90}"),
                    missing(keeps, "auto", "median", "mean", "zero"));
            return Combinators.combine(numbers, numbers, flags, ranks, ranks, open, days)
                    .as((number, whole, flag, rank, listed, words, day) -> new Policies(
                            trainer, """
                              number: %s
                              unit: %s
                              whole: %s
                              flag: %s
                              rank: %s
                              listed: %s
                              open: %s
                              day: %s
                              moment: %s
                            """.formatted(number, number, whole, flag, rank, listed, words, day, day)));
        });
    }

    private static List<String> missing(boolean keeps, String... policies) {
        return Stream.concat(Stream.of(policies), keeps ? Stream.of("keep") : Stream.empty())
                .map(policy -> "missing: " + policy)
                .toList();
    }

    private static Arbitrary<String> feature(List<String> first, List<String> missing) {
        return Combinators.combine(Arbitraries.of(first), Arbitraries.of(missing))
                .as("{%s, %s}"::formatted);
    }

    @Property(tries = 60)
    void the_training_matrix_is_what_the_server_encodes(
            @ForAll("rows") List<GeneratedRow> rows, @ForAll("policies") Policies policies) throws IOException {
        Path folder = Files.createTempDirectory("parity");
        try {
            Project project = project(folder, rows, policies);
            try (Table table = project.open(1)) {
                SpecFile spec = project.spec();
                Encoder encoder = EncoderFit.fit(table, FitSettings.of(spec, "", 1));
                // As the bundle brings it to the server.
                Encoder served = Encoder.read(Json.text(encoder).getBytes(StandardCharsets.UTF_8));
                for (Part part : List.of(Part.TRAIN, Part.TEST)) {
                    Batch request = Body.read(body(rows, part), inputs(spec, encoder));
                    check(table, part, encoder, served, request);
                }
            }
        } finally {
            delete(folder);
        }
    }

    private static void check(Table table, Part part, Encoder encoder, Encoder served, Batch request) {
        int width = served.features().size();
        float[] features = new float[request.rows() * width];
        int infinite = served.encode(request, features, 0);
        try {
            TaskKind task = TaskKind.of(new Target(Task.REGRESSION, "y", List.of()));
            EncodedRows matrix = EncodedPart.read(table, part, encoder, task);
            assertThat(infinite).isEqualTo(Encoder.NONE);
            assertThat(bits(features)).isEqualTo(bits(matrix.values()));
            assertThat(matrix.labels()).hasSize(request.rows());
        } catch (MlException e) {
            assertThat(e)
                    .hasMessageStartingWith("Column '" + served.features().get(infinite % width) + "' has a value");
        }
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToIntBits(values[i]);
        }
        return bits;
    }

    private static Project project(Path folder, List<GeneratedRow> rows, Policies policies) throws IOException {
        String csv = rows.stream()
                .map(row -> row.csv() + "," + row.part().name().toLowerCase(Locale.ROOT) + ",1")
                .collect(Collectors.joining("\n"));
        return new Project(folder)
                .file("d.csv", String.join(",", GeneratedRow.NAMES) + ",part,y\n" + csv + "\n")
                .spec("task: regression\ndata: {source: d.csv, label: y, split: {column: part}}\ncolumns:\n"
                        + GeneratedRow.COLUMNS + "  part: {type: category}\n  y: {type: number, when: training}\n"
                        + "features:\n" + policies.features() + "train: {trainer: " + policies.trainer() + "}\n");
    }

    private static String body(List<GeneratedRow> rows, Part part) {
        return rows.stream()
                .filter(row -> row.part() == part)
                .map(GeneratedRow::json)
                .collect(Collectors.joining(",", "{\"rows\":[", "]}"));
    }

    private static Inputs inputs(SpecFile spec, Encoder encoder) {
        return new Inputs(
                spec.spec().inputs().stream()
                        .map(name -> new Input(name, spec.spec().column(name).type(), encoder.values(name), ANY, false))
                        .toList(),
                "label");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
