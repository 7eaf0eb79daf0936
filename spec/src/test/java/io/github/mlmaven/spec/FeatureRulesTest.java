package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureRulesTest {

    private static final String WORDS = """
            {"transforms": [{
              "name": "words", "doc": "Counts words.", "tasks": ["regression"], "types": ["text", "category"],
              "parameters": [{"name": "longest", "type": "whole", "min": 1, "max": 99, "default": "9", "doc": "Letters."}]
            }]}
            """;

    @TempDir
    Path folder;

    private Catalog catalog = Catalog.builtIn();

    @BeforeEach
    void describe() throws IOException {
        Path file = folder.resolve("classes").resolve(Catalog.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, WORDS);
        catalog = Catalog.of(List.of(folder.resolve("classes")));
    }

    @Test
    void a_column_is_encoded_by_its_type_or_as_the_spec_says() throws IOException {
        ModelSpec spec = read("note: {encode: words, parameters: {longest: 3}}\n  rank: {encode: one-hot}");

        assertThat(spec.inputs()).containsExactly("size", "rank", "kind", "flag", "note");
        assertThat(spec.inputs().stream().map(spec::transform))
                .containsExactly("number", "one-hot", "one-hot", "number", "words");
        assertThat(spec.feature("note").arguments(catalog.transform("words"))).isEqualTo(Map.of("longest", "3"));
        assertThat(read("flag: {encode: drop}").inputs()).containsExactly("size", "rank", "kind");
        assertThat(read("size: {}").transform("rank")).isEqualTo("ordinal");
    }

    @Test
    void keys_of_their_own_are_parameters_too() throws IOException {
        ModelSpec spec = read("size: {scale: min-max, missing: zero}\n  kind: {scale: none}");

        assertThat(spec.feature("size").arguments(catalog.transform("number")))
                .isEqualTo(Map.of("scale", "min-max", "missing", "zero"));
        assertThat(spec.feature("kind").arguments(catalog.transform("one-hot"))).isEmpty();
    }

    @Test
    void a_transform_takes_columns_of_its_types() {
        String remedy =
                " Numbers and booleans are encoded as number; categories as one-hot, or as ordinal if the schema"
                        + " lists their values; dates and timestamps as number or calendar.";
        fails("kind: {encode: number}", "'kind' of type category cannot be encoded as number." + remedy);
        fails("kind: {encode: ordinal}", "'kind' of type category cannot be encoded as ordinal." + remedy);
        fails("size: {encode: one-hot}", "'size' of type number cannot be encoded as one-hot." + remedy);
        fails("note: {encode: one-hot}", "'note' of type text cannot be encoded as one-hot." + remedy);
        fails("size: {encode: words}", "'size' of type number cannot be encoded as words. It takes category or text.");
    }

    @Test
    void scale_and_missing_are_of_transforms_that_know_them() {
        fails("kind: {scale: standard}", "'kind' is no number and cannot be scaled. Remove 'scale'.");
        fails("kind: {missing: median}", "'kind' is no number and has no median. Choose auto, keep or mode.");
        fails("note: {encode: words, missing: mode}", "the transform words has no 'missing'. Remove 'missing'.");
        fails(
                "size: {parameters: {scale: none}}",
                "the parameter scale has a key of its own. Write it beside 'parameters'.");
    }

    @Test
    void parameters_are_held_to_the_descriptor() {
        fails(
                "note: {encode: words, parameters: {longest: 100}}",
                "the parameter longest is '100'. Write a whole number from 1 to 99.");
        fails(
                "note: {encode: words, parameters: {longst: 1}}",
                "the transform words has no parameter 'longst'. Did you mean 'longest'? Choose from longest.");
    }

    @Test
    void a_transform_that_nobody_describes_is_refused() {
        fails(
                "note: {encode: wrds}",
                "'features.note.encode' is 'wrds'. Did you mean 'words'? Write one of auto, drop, number, calendar, ordinal, one-hot,"
                        + " words.");
    }

    private void fails(String features, String problem) {
        assertThatThrownBy(() -> read(features)).hasMessageEndingWith(": " + problem);
    }

    private ModelSpec read(String features) throws IOException {
        Path file = folder.resolve("model.yaml");
        Files.writeString(file, """
                task: regression
                data: {source: d.csv, label: y}
                columns:
                  size: {type: number}
                  rank: {type: category, values: [low, high], ordered: true}
                  kind: {type: category}
                  flag: {type: boolean}
                  note: {type: text}
                  y: {type: number, when: training}
                features:
                  %s
                """.formatted(features));
        return SpecReader.read(file, "example", catalog).spec();
    }
}
