package io.github.mlmaven.model;

import static io.github.mlmaven.model.HostileJar.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Schema;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.protos.core.ModelProto;

/** What was tried on what reads bundles, by name. The memory is that of the module's tests, 256 MB. */
class HostileBundleTest {

    private static List<SmallModel> models = List.of();

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws XGBoostError {
        models = SmallModel.all();
    }

    private static SmallModel model(String kind) {
        return models.stream()
                .filter(model -> model.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** Says that it was initialised. */
    static final class Trap {
        static {
            System.setProperty("ml.trap", "sprung");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"softmax", "line", "trees", "logistic", "share", "shares", "softprob"})
    void no_class_is_loaded_by_a_name_in_a_model(String kind) throws IOException {
        SmallModel small = model(kind);
        ByteString file = ByteString.copyFrom(file(small, Bundle.MODEL));
        String trap = "io.github.mlmaven.model.HostileBundleTest$Trap";
        List<ByteString> changed = ModelMutations.withName(file, "org.tribuo.", trap);
        assertThat(changed).isNotEmpty();

        int refused = 0;
        for (ByteString each : changed) {
            try {
                MlModel.of(small.manifest(), file(small, Bundle.ENCODER), each.toByteArray());
            } catch (MlException e) {
                assertThat(e).hasMessageContaining(trap);
                refused++;
            }
        }
        assertThat(refused).isPositive();
        assertThat(System.getProperty("ml.trap")).isNull();
    }

    @Test
    void a_model_of_the_same_classes_is_the_same() {
        for (SmallModel small : models) {
            MlModel loaded = MlModel.of(small.manifest(), file(small, Bundle.ENCODER), file(small, Bundle.MODEL));
            assertThat(loaded.predict(SmallModel.ROWS_ASKED)).hasSize(3);
        }
    }

    @Test
    void a_compressed_file_is_refused_before_it_is_read() throws IOException {
        Path jar = folder.resolve("bomb.jar");
        SmallModel small = model("line");
        SortedMap<String, byte[]> files = new TreeMap<>(small.files());
        files.put("profile.json", new byte[20_000_000]);
        HostileJar.write(jar, small, files, text -> text, "profile.json");
        assertThat(Files.size(jar)).isLessThan(100_000);

        assertThatThrownBy(() -> Bundle.read(jar))
                .isInstanceOf(MlException.class)
                .hasMessage("bomb.jar is no bundle that ml:package made: profile.json is compressed in it. The files of"
                        + " a bundle are stored as they are: take it as it was built, or build it again.");
    }

    @Test
    void a_bundle_that_does_not_fit_into_memory_is_refused_before_it_is_read() throws IOException {
        Path jar = folder.resolve("large.jar");
        SmallModel small = model("line");
        SortedMap<String, byte[]> files = new TreeMap<>(small.files());
        files.put("profile.json", new byte[70 << 20]);
        HostileJar.write(jar, small, files, text -> text, "");

        assertThatThrownBy(() -> Bundle.read(jar))
                .isInstanceOf(MlException.class)
                .hasMessageMatching("large\\.jar has 734\\d{5} bytes, which can take 280 MB of memory while they are"
                        + " read; the JVM may take \\d+ MB\\. Allow it more, as by -Xmx281m\\.");
    }

    @Test
    void a_size_that_the_jar_cannot_hold_is_refused_before_memory_is_taken() throws IOException {
        Path jar = folder.resolve("liar.jar");
        HostileJar.write(jar, model("line"), model("line").files(), text -> text, "");
        byte[] content = Files.readAllBytes(jar);
        ByteBuffer directory = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int entry = new String(content, StandardCharsets.ISO_8859_1).lastIndexOf("META-INF/ml/tiny/model.pb") - 46;
        directory.putInt(entry + 20, 60 << 20).putInt(entry + 24, 60 << 20);
        Files.write(jar, content);

        assertThatThrownBy(() -> Bundle.read(jar))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "liar.jar is damaged: model.pb is said to have 62914560 bytes, the whole JAR has %s. Take it"
                                        .formatted(content.length)
                                + " from the repository again, or build it again.");
    }

    @Test
    void a_manifest_that_is_in_no_models_folder_is_none() throws IOException {
        Path jar = folder.resolve("flat.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/ml/manifest.json"));
            zip.closeEntry();
        }

        assertThatThrownBy(() -> Bundle.read(jar))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith(jar + " holds 0 models.");
    }

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
        assertThat(manifest(model("line"))).contains(right);
        assertRefused(model("line"), Bundle.MANIFEST, text -> text.replace(right, wrong));
        assertRefused(model("line"), Bundle.MANIFEST, text -> "null");
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
        assertRefused(model("line"), Bundle.ENCODER, text -> encoder);
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
        assertRefused(model("line"), Bundle.GOLDEN, text -> golden);
    }

    @ParameterizedTest
    @ValueSource(strings = {Bundle.MANIFEST, Bundle.ENCODER, Bundle.GOLDEN})
    void json_that_is_nested_deep_is_refused(String file) {
        assertRefused(model("line"), file, text -> "[".repeat(1_000_000));
        assertRefused(model("line"), file, text -> "{\"a\":".repeat(1_000_000));
        assertRefused(
                model("line"),
                file,
                text -> text.replaceFirst("\\{", "{\"deep\": " + "[".repeat(990) + "]".repeat(990) + ","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"cheap\", \"cheap\"]", "[\"cheap\"]", "[\"price\", \"probability of price\"]"})
    void labels_that_cannot_be_are_refused(String labels) {
        assertRefused(
                model("logistic"),
                Bundle.MANIFEST,
                text -> text.replaceFirst("\"labels\": \\[[^]]*]", "\"labels\": " + labels));
    }

    @Test
    void two_inputs_of_one_name_are_refused() {
        assertRefused(
                model("line"), Bundle.MANIFEST, text -> text.replace("\"name\": \"colour\"", "\"name\": \"size\""));
    }

    @Test
    void more_inputs_than_any_model_has_are_refused() {
        Manifest old = model("line").manifest();
        List<Schema.Input> many =
                Collections.nCopies(20_001, old.schema().inputs().get(0));
        Schema schema = new Schema(old.schema().task(), many, "price", List.of());

        assertThatThrownBy(() -> new Manifest(
                        old.format(), old.name(), old.version(), old.model(), schema, old.files(), old.versions()))
                .hasMessage("20001 inputs, at most 20000 can be");
    }

    @Test
    void a_text_that_is_calculated_with_as_a_number_is_refused() {
        assertRefused(model("line"), Bundle.MANIFEST, text -> text.replace("\"number\"", "\"category\""));
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

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "65537", "-2147483648", "0x10", "", "99999999999999999999"})
    void a_number_of_labels_that_no_booster_has_is_refused_before_memory_is_taken(String classes) {
        assertTreesRefused("softprob", booster -> Mutations.withText(booster, "num_class", classes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "[NaN,0,0]", "[1E0,2E0]", "Infinity", "[", "", "[3E38,0,0]"})
    void a_base_score_that_is_no_number_is_refused(String score) {
        assertTreesRefused("softprob", booster -> Mutations.withText(booster, "base_score", score));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x7fc00000, 0x7f800000, 0xff800000, 0x7f7fffff})
    void a_leaf_that_is_no_number_or_makes_the_sum_none_is_refused(int bits) {
        assertTreesRefused("trees", booster -> {
            byte[] changed = booster.clone();
            ByteBuffer numbers = ByteBuffer.wrap(changed);
            // Behind "[$d#L" comes the count; the last node is a leaf.
            int count = Mutations.after(booster, "split_conditions") + 5;
            int last = Math.toIntExact(numbers.getLong(count)) - 1;
            numbers.putInt(count + Long.BYTES + last * Float.BYTES, bits);
            return changed;
        });
    }

    @Test
    void megabytes_of_empty_arrays_take_no_memory() {
        byte[] arrays = repeated("[]", 50 << 20);
        byte[] array = Mutations.spliced(bytes("[]"), 1, 1, arrays);
        byte[] booster = booster("trees");
        int at = Mutations.after(booster, "attributes");

        TreePredictor read = TreePredictor.of(Mutations.spliced(booster, at, at + 2, array), Task.REGRESSION);

        assertThat(read.features()).isEqualTo(3);
    }

    @Test
    void megabytes_of_members_take_no_memory() {
        byte[] members = repeated("i\u0001aT", 50 << 20);
        byte[] object = Mutations.spliced(members, members.length, members.length, bytes("}"));
        byte[] whole = Mutations.spliced(object, 0, 0, bytes("{"));

        assertThatThrownBy(() -> TreePredictor.of(whole, Task.REGRESSION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("byte 9 of the UBJSON: the key 'a' a second time");
    }

    @Test
    void megabytes_of_fields_of_two_bytes_take_no_memory() {
        SmallModel small = model("softmax");

        assertThatThrownBy(() ->
                        MlModel.of(small.manifest(), file(small, Bundle.ENCODER), repeated("\u001a\u0000", 50 << 20)))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("model.pb cannot be read as a classification model: a model of the class .");
    }

    @Test
    void megabytes_of_boosters_and_of_features_take_no_memory() {
        byte[] boosters = repeated("\u001a\u0000", 50 << 20);
        byte[] model = ModelProto.newBuilder()
                .setClassName("org.tribuo.common.xgboost.XGBoostModel")
                .setSerializedData(Any.newBuilder()
                        .setTypeUrl("type.googleapis.com/tribuo.common.xgboost.XGBoostModelProto")
                        .setValue(UnsafeByteOperations.unsafeWrap(boosters)))
                .build()
                .toByteArray();
        SmallModel small = model("trees");

        assertThatThrownBy(() -> MlModel.of(small.manifest(), file(small, Bundle.ENCODER), model))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith(
                        "model.pb cannot be read as a regression model: 26214400 boosters in the place of one.");
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
        SmallModel small = model("line");
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

    private static byte[] file(SmallModel small, String name) {
        return Objects.requireNonNull(small.files().get(name));
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

    private static void assertTreesRefused(String kind, UnaryOperator<byte[]> change) {
        SmallModel small = model(kind);
        byte[] changed = SmallModel.trees(change.apply(booster(kind))).toByteArray();

        assertThatThrownBy(() -> MlModel.of(small.manifest(), file(small, Bundle.ENCODER), changed))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("model.pb cannot be read as a ");
    }

    private static byte[] booster(String kind) {
        try {
            return ModelProto.parseFrom(file(model(kind), Bundle.MODEL))
                    .getSerializedData()
                    .unpack(XGBoostModelProto.class)
                    .getModels(0)
                    .toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] repeated(String part, int length) {
        byte[] all = new byte[length / part.length() * part.length()];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) part.charAt(i % part.length());
        }
        return all;
    }
}
