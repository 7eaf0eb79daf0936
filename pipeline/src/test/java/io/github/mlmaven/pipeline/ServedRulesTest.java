package io.github.mlmaven.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.model.Prediction;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.step.AskedRows;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import io.github.mlmaven.worker.PredictRequest;
import io.github.mlmaven.worker.PredictRequest.BadRows;
import io.github.mlmaven.worker.PredictRequest.NewRows;
import io.github.mlmaven.worker.PredictRequest.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * The rows that the schema refuses are those that the model refuses, be they rows of a file or of a request; which rules those
 * are model.yaml says.
 */
class ServedRulesTest {

    private static final String SPEC = """
            task: regression
            data: {source: d.csv, label: y, id: [id]}
            columns:
              id: {type: integer}
              plate: {type: category, pattern: 'A[0-9]+'}
              code: {type: category, length: {value: {min: 2, max: 3}, severity: warning}}
              town: {type: category, length: {value: {max: 4}, when: serving}}
              old: {type: category, pattern: {value: 'x+', when: training}}
              n: {type: number, min: {value: 0, when: serving}, max: {value: 10, severity: warning}}
              k: {type: category, values: {value: [a, b], when: serving}}
              r: {type: number, required: {value: true, when: serving}}
              y: {type: number, when: training}
            train: {trainer: linear-regression}
            """;

    private static @Nullable Path folder;
    private static @Nullable Path bundle;

    /** A row of new data; what is empty is missing. */
    record Row(String plate, String code, String town, String old, String n, String k, String r) {

        private List<String> cells() {
            return List.of(plate, code, town, old, n, k, r);
        }

        Map<String, Object> map() {
            List<String> names = List.of("plate", "code", "town", "old", "n", "k", "r");
            Map<String, Object> map = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                String cell = cells().get(i);
                boolean number = names.get(i).equals("n") || names.get(i).equals("r");
                if (!cell.isEmpty()) {
                    map.put(names.get(i), number ? Double.valueOf(cell) : cell);
                }
            }
            return map;
        }
    }

    @BeforeContainer
    static void package_a_model() throws IOException {
        Path directory = Files.createTempDirectory("served");
        folder = directory;
        // Training data may break what is about requests alone.
        String rows = IntStream.range(0, 60)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "%d,A%d,c%d,%s,x,%d,%s,%s,%d",
                        i,
                        i % 5,
                        i % 9,
                        i % 2 == 0 ? "Ulm" : "Augsburg",
                        i % 7 - 3,
                        "abc".charAt(i % 3),
                        i % 4 == 0 ? "" : "1.5",
                        i))
                .collect(Collectors.joining("\n"));
        new Project(directory)
                .file("d.csv", "id,plate,code,town,old,n,k,r,y\n" + rows + "\n")
                .spec(SPEC);
        Example.run(directory, Steps.PACKAGE);
        bundle = directory
                .resolve("target")
                .resolve(Example.state(directory)
                        .result(Steps.PACKAGE)
                        .orElseThrow()
                        .file());
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.of("A1", "A2", "A", "B1", "A1x", "", "A11"),
                        Arbitraries.of("c1", "c", "", "long text"),
                        Arbitraries.of(
                                "Ulm", "Bonn", "Augsburg", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", ""),
                        Arbitraries.of("x", "y", ""),
                        Arbitraries.of("0", "-0.5", "3", "11", ""),
                        Arbitraries.of("a", "b", "c", "d", ""),
                        Arbitraries.of("1", "2.5", ""))
                .as(Row::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property(tries = 40)
    void rows_of_a_file_are_predicted_exactly_if_a_request_with_them_is(@ForAll("rows") List<Row> rows)
            throws IOException {
        Path directory = Objects.requireNonNull(folder);
        MlModel model = MlModel.read(Objects.requireNonNull(bundle));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            try {
                Prediction.Value value =
                        (Prediction.Value) model.predict(rows.get(i).map());
                expected.add(i + "," + value.value());
            } catch (MlException e) {
                assertThat(e).hasMessageStartingWith("The input '");
            }
        }
        Files.deleteIfExists(directory.resolve("out.csv"));
        Files.writeString(
                directory.resolve("new.csv"),
                rows.stream()
                        .map(row -> String.join(",", row.cells()))
                        .collect(Collectors.joining("\n", "plate,code,town,old,n,k,r\n", "\n")));

        predict(directory);

        Path out = directory.resolve("out.csv");
        List<String> found = Files.exists(out) ? Files.readAllLines(out) : List.of("row,prediction");
        assertThat(found.subList(1, found.size())).isEqualTo(expected);
    }

    private static void predict(Path directory) {
        Predict.run(
                new PredictRequest(
                        Example.place(directory),
                        Objects.requireNonNull(bundle),
                        new NewRows(new AskedRows(SourceSpec.of("new.csv")), Optional.empty(), Optional.of(List.of())),
                        new Output(directory.resolve("out.csv"), BadRows.SKIP),
                        new BuildLimits(1, 256)),
                Progress.SILENT);
    }

    @net.jqwik.api.Example
    void a_rule_of_training_data_is_none_of_requests_and_the_other_way_round() {
        MlModel model = MlModel.read(Objects.requireNonNull(bundle));
        Row good = new Row("A1", "c1", "Ulm", "y", "0", "a", "1");
        model.predict(good.map());

        refuses(model, new Row("A1", "c1", "Augsburg", "x", "0", "a", "1"), "town");
        refuses(model, new Row("A1", "c1", "Ulm", "x", "-3", "a", "1"), "n");
        refuses(model, new Row("A1", "c1", "Ulm", "x", "0", "c", "1"), "k");
        refuses(model, new Row("A1", "c1", "Ulm", "x", "0", "a", ""), "r");
        refuses(model, new Row("B1", "c1", "Ulm", "x", "0", "a", "1"), "plate");
    }

    private static void refuses(MlModel model, Row row, String input) {
        assertThatThrownBy(() -> model.predict(row.map()))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("The input '" + input + "'");
    }
}
