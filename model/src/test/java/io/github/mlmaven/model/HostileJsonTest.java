package io.github.mlmaven.model;

import static io.github.mlmaven.model.HostileJar.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Schema;
import io.github.mlmaven.text.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was tried on the JSON files of bundles, by name. The memory is that of the module's tests, 256 MB. */
class HostileJsonTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"encoder.json\": {|\"x.json\": null, \"encoder.json\": {",
                "\"labels\": []|\"labels\": [null]",
                "\"tribuo\": \"4.3.2\"|\"tribuo\": null",
                "\"inputs\": [|\"inputs\": [null,",
                "\"format\": 2|\"format\": null",
                "\"format\": 2|\"format\": \"two\""
            })
    void a_null_in_the_manifest_is_refused(String right, String wrong) {
        assertThat(manifest(SmallModel.named("line"))).contains(right);
        assertRefused(SmallModel.named("line"), Bundle.MANIFEST, text -> text.replace(right, wrong));
        assertRefused(SmallModel.named("line"), Bundle.MANIFEST, text -> "null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "{\"format\": 2, \"transforms\": null}",
                "{\"format\": 2, \"transforms\": [null]}",
                "{\"format\": 2, \"transforms\": [{\"kind\": \"number\", \"state\": null}]}",
                "{\"format\": 2, \"transforms\": [{\"kind\": \"one-hot\", \"state\": {\"column\": \"size\","
                        + " \"categories\": [null]}}]}",
                "{\"format\": 2, \"transforms\": [{\"kind\": \"one-hot\", \"state\": {\"column\": \"size\","
                        + " \"categories\": null}}]}"
            })
    void a_null_in_the_encoder_is_refused(String encoder) {
        assertRefused(SmallModel.named("line"), Bundle.ENCODER, text -> encoder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"format\": 1, \"cases\": [null]}",
                "{\"format\": 1, \"cases\": [{\"row\": {\"size\": null}, \"probabilities\": {}}]}",
                "{\"format\": 1, \"cases\": [{\"row\": {}, \"probabilities\": {\"x\": null}}]}",
                "{\"format\": 9, \"cases\": []}"
            })
    void golden_predictions_with_a_null_are_refused(String golden) {
        assertRefused(SmallModel.named("line"), Bundle.GOLDEN, text -> golden);
    }

    @ParameterizedTest
    @ValueSource(strings = {Bundle.MANIFEST, Bundle.ENCODER, Bundle.GOLDEN})
    void json_that_is_nested_deep_is_refused(String file) {
        assertRefused(SmallModel.named("line"), file, text -> "[".repeat(1_000_000));
        assertRefused(SmallModel.named("line"), file, text -> "{\"a\":".repeat(1_000_000));
        assertRefused(
                SmallModel.named("line"),
                file,
                text -> text.replaceFirst("\\{", "{\"deep\": " + "[".repeat(990) + "]".repeat(990) + ","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"cheap\", \"cheap\"]", "[\"cheap\"]", "[\"price\", \"probability of price\"]"})
    void labels_that_cannot_be_are_refused(String labels) {
        assertRefused(
                SmallModel.named("logistic"),
                Bundle.MANIFEST,
                text -> text.replaceFirst("\"labels\": \\[[^]]*]", "\"labels\": " + labels));
    }

    @Test
    void two_inputs_of_one_name_are_refused() {
        assertRefused(
                SmallModel.named("line"),
                Bundle.MANIFEST,
                text -> text.replace("\"name\": \"colour\"", "\"name\": \"size\""));
    }

    @Test
    void more_inputs_than_any_model_has_are_refused() {
        Manifest old = SmallModel.named("line").manifest();
        List<Schema.Input> many =
                Collections.nCopies(20_001, old.schema().inputs().get(0));
        Schema schema = new Schema(old.schema().task(), many, "price", List.of());

        assertThatThrownBy(() -> new Manifest(
                        old.format(), old.name(), old.version(), old.model(), schema, old.files(), old.versions()))
                .hasMessage("20001 inputs, at most 20000 can be");
    }

    @Test
    void a_text_that_is_calculated_with_as_a_number_is_refused() {
        assertRefused(SmallModel.named("line"), Bundle.MANIFEST, text -> text.replace("\"number\"", "\"category\""));
    }

    @Test
    void a_long_name_of_many_categories_is_refused() {
        String categories =
                IntStream.range(0, 100_000).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));
        String encoder = "{\"format\": 2, \"transforms\": [{\"kind\": \"one-hot\", \"state\": {\"column\": \"%s\","
                        .formatted("x".repeat(100_000))
                + " \"categories\": [" + categories + "]}}]}";

        assertThatThrownBy(() -> Encoder.read(bytes(encoder)))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "encoder.json is of no encoder: features whose names have more than 10000000000 letters. Use"
                                + " the version that made it, or build it again.");
    }

    /** The most JSON that is read in this memory, of the shortest values that make the most objects. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "manifest.json|\"labels\": []|\"labels\": [%s]|\"a\",",
                "manifest.json|\"versions\": {|\"x\": [%s], \"versions\": {|[],",
                "encoder.json|\"categories\": [|\"categories\": [%s,|",
                "encoder.json|\"categories\": [|\"x\": [%s], \"categories\": [|[],",
                "golden.json|\"row\": {|\"row\": {\"x\": [%s],|[],",
                "golden.json|\"cases\": [|\"cases\": [%s,|{},"
            })
    void json_of_the_shortest_values_has_room(String file, String right, String wrong, @Nullable String value) {
        SmallModel small = SmallModel.named("line");
        int bytes = Math.toIntExact(Runtime.getRuntime().maxMemory() / 40) - (1 << 16);
        StringBuilder many = new StringBuilder();
        for (int i = 0; many.length() < bytes - 16; i++) {
            many.append(value == null ? "\"" + Integer.toString(i, 36) + "\"," : value);
        }
        String all = many.substring(0, many.length() - 1);
        Path jar = folder.resolve("short.jar");
        UnaryOperator<byte[]> change =
                before -> bytes(new String(before, StandardCharsets.UTF_8).replace(right, wrong.replace("%s", all)));
        SortedMap<String, byte[]> files = new TreeMap<>(small.files());
        files.computeIfPresent(file, (name, before) -> change.apply(before));
        HostileJar.write(jar, small, files, file.equals(Bundle.MANIFEST) ? change : before -> before, "");
        files.clear();
        many.setLength(0);
        many.trimToSize();

        assertThatThrownBy(() -> {
                    Bundle bundle = Bundle.read(jar);
                    bundle.golden().check(MlModel.of(bundle));
                })
                .isInstanceOf(MlException.class);
    }

    private static String manifest(SmallModel small) {
        return Json.text(small.manifest()).replace("\"files\": {}", "\"files\": {\"encoder.json\": {}}");
    }

    /** The bundle with a file whose text is changed. */
    private void assertRefused(SmallModel small, String file, UnaryOperator<String> change) {
        Path jar = folder.resolve("hostile.jar");
        UnaryOperator<byte[]> bytes = before -> bytes(change.apply(new String(before, StandardCharsets.UTF_8)));
        SortedMap<String, byte[]> files = new TreeMap<>(small.files());
        files.computeIfPresent(file, (name, before) -> bytes.apply(before));
        HostileJar.write(jar, small, files, file.equals(Bundle.MANIFEST) ? bytes : before -> before, "");

        assertThatThrownBy(() -> {
                    Bundle bundle = Bundle.read(jar);
                    bundle.golden().check(MlModel.of(bundle));
                })
                .isInstanceOf(MlException.class);
    }
}
