package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody writes on purpose ends in one clear error, soon. */
class SpecLimitsTest {

    private static final String SMALL = """
            task: regression
            data: {source: d.csv, label: y}
            columns:
              x: {type: number}
              y: {type: number, when: training}
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("model.yaml");
    }

    @Test
    void what_is_nested_ten_thousand_deep_is_refused_where_it_is_too_deep() {
        String deep = "lists and mappings are nested more than 64 deep. Look for brackets that are not closed.";
        fails("a: " + "[".repeat(10_000), "model.yaml line 1, column 67: " + deep);
        fails("{a: ".repeat(10_000), "model.yaml line 1, column 257: " + deep);
        fails("- ".repeat(10_000) + "a", "model.yaml line 1, column 129: " + deep);
        fails("? ".repeat(10_000) + "a", "model.yaml line 1, column 129: " + deep);
    }

    @Test
    void aliases_do_not_make_it_deeper() {
        String chain = IntStream.range(0, 400)
                .mapToObj(i -> "a" + (i + 1) + ": &a" + (i + 1) + " [[*a" + i + "]]\n")
                .collect(Collectors.joining());

        fails(
                "a0: &a0 [x]\n" + chain,
                "model.yaml line 33, column 6: lists and mappings are nested more than 64 deep. Look for brackets that are"
                        + " not closed.");
    }

    @Test
    void a_few_lines_of_aliases_that_stand_for_millions_are_refused() {
        String bomb = IntStream.range(0, 9)
                .mapToObj(i -> "a%s: &a%s [%s]\n"
                        .formatted(
                                i + 1,
                                i + 1,
                                IntStream.range(0, 10).mapToObj(j -> "*a" + i).collect(Collectors.joining(", "))))
                .collect(Collectors.joining());

        fails(
                "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + bomb,
                "model.yaml line 5, column 5: the file has more than 100,000 values. Leave to the data what is in the data,"
                        + " and repeat less by aliases.");
    }

    @Test
    void an_alias_to_what_it_is_in_is_refused() {
        fails(
                "data: &d\n  label: *d\n",
                "model.yaml line 1, column 7: an alias makes this a part of itself. Write out what is meant.");
    }

    @Test
    void an_alias_repeats_a_part_of_the_file() throws IOException {
        SpecFile read = read(SMALL.replace("x: {type: number}", "x: &number {type: number, min: 1}\n  z: *number"));

        assertThat(read.spec().column("z")).isEqualTo(read.spec().column("x"));
    }

    @Test
    void five_thousand_wrong_features_against_five_thousand_columns_make_a_short_message() {
        String columns = IntStream.range(0, 5_000)
                .mapToObj(i -> "  column_%s: {type: number}\n".formatted(i))
                .collect(Collectors.joining());
        String features = IntStream.range(0, 5_000)
                .mapToObj(i -> "  feature_%s: {scale: none}\n".formatted(i))
                .collect(Collectors.joining());

        String message = message(SMALL + columns + "features:\n" + features);

        assertThat(message)
                .startsWith(
                        "model.yaml has 5,000 errors:\n  model.yaml line 5007, column 3: no column 'feature_0' in the"
                                + " schema. Name one of column_0, column_1,")
                .contains("and 4,992 more.\n  model.yaml line 5008, column 3: no column 'feature_1' in the schema.")
                .endsWith("\n  and 4,980 more\n Correct them in " + file + ".")
                .hasSizeLessThan(10_000);
        assertThat(message.lines()).hasSize(23);
    }

    @Test
    void a_column_that_is_misspelt_among_very_many_is_found() {
        String columns = IntStream.range(0, 5_000)
                .mapToObj(i -> "  column_%s: {type: number}\n".formatted(i))
                .collect(Collectors.joining());

        fails(
                SMALL + columns + "features: {colunm_4711: {scale: none}}\n",
                "model.yaml line 5006, column 12: no column 'colunm_4711' in the schema. Did you mean 'column_4711'? Name"
                        + " one of column_4711, column_1711, column_2711, column_3711, column_4011, column_411, column_4111,"
                        + " column_4171, column_4211, column_4311 and 4,992 more.");
    }

    @Test
    void more_than_ten_thousand_columns_are_refused() {
        String columns = IntStream.range(0, 9_999)
                .mapToObj(i -> "  c%s: {type: number}\n".formatted(i))
                .collect(Collectors.joining());

        fails(SMALL + columns, "model.yaml line 4, column 3: 'columns' has 10,001 entries. Write 10,000 at most.");
    }

    @Test
    void more_than_a_hundred_thousand_values_are_refused() {
        fails(
                SMALL.replace("{type: number}", "{type: category, values: [" + "a,".repeat(100_000) + "]}"),
                "model.yaml line 4, column 199998: the file has more than 100,000 values. Leave to the data what is in the"
                        + " data, and repeat less by aliases.");
    }

    @Test
    void a_long_key_and_a_long_value_are_told_in_short() {
        fails(
                SMALL + "k".repeat(300) + ": 1\n",
                "model.yaml line 6, column 1: the file has a key of more than 256 letters. Write a short word as the key; a"
                        + " text that has a ':' in it needs quotes.");
        fails(
                SMALL + "train: {trainer: " + "x".repeat(100_000) + "}\n",
                "model.yaml line 6, column 18: 'train.trainer' is '" + "x".repeat(80) + "...'. Write one of xgboost,"
                        + " random-forest, linear-regression.");
        fails(
                SMALL + "train: {trainer: \"a\\nb\"}\n",
                "model.yaml line 6, column 18: 'train.trainer' is 'a\\nb'. Write one of xgboost, random-forest,"
                        + " linear-regression.");
    }

    @Test
    void a_tag_and_a_merge_key_mean_nothing_here() {
        fails(
                SMALL + "train: !!java.lang.Runtime {seed: 1}\n",
                "model.yaml line 6, column 8: this is no YAML: the tag 'tag:yaml.org,2002:java.lang.Runtime' means nothing"
                        + " here. Correct the line or the one before it.");
        fails(
                SMALL + "train: {<<: {seed: 1}}\n",
                "model.yaml line 6, column 9: unknown key '<<' in 'train'. YAML 1.2 has no merge keys: write out what is"
                        + " meant. Allowed here: trainer, seed, parameters.");
    }

    /** Found as seed 68686 of SpecFuzzTest. */
    @Test
    void an_escape_that_the_end_cuts_off_is_no_yaml() {
        for (String escape : new String[] {"\\x", "\\u", "\\U", "\\x4"}) {
            String message = message(SMALL + "name: \"" + escape);
            assertThat(message)
                    .as(escape)
                    .startsWith("model.yaml line 6, column ")
                    .contains(": this is no YAML: ")
                    .endsWith(". Correct the line or the one before it.");
        }
        fails(
                SMALL + "name: \"\\x",
                "model.yaml line 6, column 10: this is no YAML: an escape in double quotes is cut off. Correct the line or"
                        + " the one before it.");
    }

    @Test
    void a_hundred_megabytes_are_not_read() throws IOException {
        Files.write(file, new byte[100 << 20]);

        fails(file + " has more than 2,097,152 bytes. It describes a model in words: name the files with its data in"
                + " data.source.");
    }

    @Test
    void bytes_that_are_no_text_are_named_with_their_place() throws IOException {
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13});
        fails(
                "model.yaml line 1, column 1: the byte 89 is not UTF-8. Save the file as UTF-8; it may be Latin-1 now, or no"
                        + " text at all.");
        Files.write(file, (SMALL + "name: caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1));
        fails(
                "model.yaml line 6, column 10: the byte E9 is not UTF-8. Save the file as UTF-8; it may be Latin-1 now, or no"
                        + " text at all.");
        Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xE2, (byte) 0x82});
        fails(
                "model.yaml line 1, column 4: the byte E2 is not UTF-8. Save the file as UTF-8; it may be Latin-1 now, or no"
                        + " text at all.");
        Files.writeString(file, SMALL + "name: a\0b\n");
        fails(
                "model.yaml line 6, column 8: the character U+0000 is not allowed in YAML. Remove it; a file that is full of"
                        + " them is no model.yaml.");
        Files.writeString(file, SMALL + "name: \u07ff\u0007\n");
        fails(
                "model.yaml line 6, column 8: the character U+0007 is not allowed in YAML. Remove it; a file that is full of"
                        + " them is no model.yaml.");
    }

    @Test
    void what_a_merge_left_is_named_so() throws IOException {
        Files.writeString(file, SMALL + "<<<<<<< HEAD\n=======\n>>>>>>> theirs\n");
        fails(
                "model.yaml line %s: a merge left both sides of a conflict in the file. Keep what should count of both sides, and"
                                .formatted(SMALL.lines().count() + 1)
                        + " remove the lines that begin with <<<<<<<, ======= and >>>>>>>.");
    }

    @Test
    void utf_16_is_named_with_and_without_a_byte_order_mark() throws IOException {
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            Files.writeString(file, SMALL, charset);
            fails(file + " is UTF-16, not UTF-8. Save it as UTF-8.");
        }
    }

    @Test
    void a_byte_order_mark_of_utf_8_is_no_part_of_the_text() throws IOException {
        assertThat(read("\uFEFF" + SMALL).at("task")).isEqualTo("model.yaml line 1");
        fails(
                "\uFEFFtaks: regression\n" + SMALL.substring(SMALL.indexOf('\n')),
                "model.yaml line 1, column 1: unknown key 'taks'. Did you mean 'task'? Allowed here: name, task, data,"
                        + " columns, checks, drift, features, train, evaluate, gates, behaviour, contract.");
    }

    @Test
    void a_folder_is_no_file() throws IOException {
        Files.createDirectory(file);

        assertThat(catchThrowableOfType(MlException.class, () -> SpecReader.read(file, "m"))
                        .getMessage())
                .startsWith(file + " could not be read: ")
                .endsWith(". Make it a file that the build may read, or name another one with -Dml.spec.");
    }

    private void fails(String text, String message) {
        assertThat(message(text)).isEqualTo(message);
    }

    private void fails(String message) {
        assertThatThrownBy(() -> SpecReader.read(file, "m"))
                .isInstanceOf(MlException.class)
                .hasMessage(message);
    }

    private String message(String text) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> catchThrowableOfType(MlException.class, () -> read(text)).getMessage());
    }

    private SpecFile read(String text) throws IOException {
        return SpecReader.read(Files.writeString(file, text), "m");
    }
}
