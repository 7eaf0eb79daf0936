package io.github.mlmaven.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.worker.DraftRequest.Wanted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model.yaml of JSON: its own types count, and a key that is not there is a missing value. */
class JsonDraftTest {

    @TempDir
    Path folder;

    private static String rows(boolean quoted) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < 100; row++) {
            String line = String.format(
                    Locale.ROOT,
                    "{\"house\": %d, \"zip\": \"%d\", \"garden\": %s, \"at\": {\"lat\": %.3f%s}, \"sold\": \"2024-01-%02d\","
                            + " \"note\": %s, \"price\": %.2f}%n",
                    row,
                    50000 + row % 5,
                    row % 3 == 0,
                    50 + row / 1000.0,
                    row % 4 == 0 ? ", \"floor\": " + row % 7 : "",
                    1 + row % 28,
                    row % 10 == 0 ? "null" : "\"NA\"",
                    100 + 2.5 * row);
            rows.append(quoted ? line.replaceAll(": ([0-9tf][a-z0-9.]*)", ": \"$1\"") : line);
        }
        return rows.toString();
    }

    private ModelSpec drafted(String name) throws IOException {
        Drafts drafts = new Drafts(folder);
        drafts.draft(name);
        return drafts.spec().spec();
    }

    @Test
    void types_are_those_of_the_values() throws IOException {
        new Drafts(folder).file("d.jsonl", rows(false));

        ModelSpec columns = drafted("d.jsonl");

        assertThat(columns.columns())
                .containsOnlyKeys("house", "zip", "garden", "at.lat", "at.floor", "sold", "note", "price");
        assertThat(columns.column("zip").type()).isEqualTo(ColumnType.CATEGORY);
        assertThat(columns.column("garden").type()).isEqualTo(ColumnType.BOOLEAN);
        assertThat(columns.column("at.lat").type()).isEqualTo(ColumnType.NUMBER);
        assertThat(columns.column("at.floor").type()).isEqualTo(ColumnType.INTEGER);
        assertThat(columns.column("at.floor").presence().required()).isFalse();
        assertThat(columns.column("sold").type()).isEqualTo(ColumnType.DATE);
        // JSON has null, and NA is a text.
        assertThat(columns.column("note").domain().values()).containsExactly("NA");
        assertThat(new Drafts(folder).spec().spec().data().missing()).containsExactly("");
        assertThat(Files.readString(new Drafts(folder).place().spec()))
                .contains("# texts in the data, such as the codes of things; if they are numbers, write so");
    }

    @Test
    void quotes_around_everything_tell_nothing() throws IOException {
        new Drafts(folder).file("d.jsonl", rows(true));

        ModelSpec columns = drafted("d.jsonl");

        assertThat(columns.column("house").type()).isEqualTo(ColumnType.INTEGER);
        assertThat(columns.column("garden").type()).isEqualTo(ColumnType.BOOLEAN);
        assertThat(columns.column("price").type()).isEqualTo(ColumnType.NUMBER);
    }

    @Test
    void an_array_and_a_gzipped_file_are_read_alike() throws IOException {
        Drafts drafts = new Drafts(folder).file("d.jsonl", rows(false));
        String lines = drafts.draft("d.jsonl");
        String array = "[" + rows(false).strip().replace("}\n", "},\n") + "]";
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("d.json.gz")))) {
            out.write(array.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(drafts.draft("d.json.gz")).isEqualTo(lines.replace("d.jsonl", "d.json.gz"));
    }

    @Test
    void keys_of_all_files_of_a_folder_are_columns() throws IOException {
        Files.createDirectory(folder.resolve("in"));
        new Drafts(folder)
                .file("in/a.jsonl", rows(false))
                .file("in/b.jsonl", rows(false).replace("zip", "plz"));

        assertThatThrownBy(() -> drafted("in"))
                .hasMessageContaining("No model can be made of in as it is:")
                .hasMessageContaining("in/b.jsonl has no column 'zip', which the schema declares")
                .hasMessageContaining("in/a.jsonl has no column 'plz', which the schema declares");
        new Drafts(folder).run("in", Wanted.PROFILE);
    }

    @Test
    void what_is_no_table_is_told_with_its_place() throws IOException {
        Drafts drafts = new Drafts(folder)
                .file("list.jsonl", "{\"a\": 1, \"b\": [1, 2]}\n")
                .file("texts.json", "[\"a\"]")
                .file("object.json", "{\"a\": 1}")
                .file("cut.jsonl", "{\"a\": 1}\n{\"a\":")
                .file("empty.jsonl", "");

        assertThatThrownBy(() -> drafts.draft("list.jsonl"))
                .hasMessage(
                        "list.jsonl line 1, column 15: the value of 'b' is an array, and a cell has one value. Write its"
                                + " parts under keys of their own, or as a text.");
        assertThatThrownBy(() -> drafts.draft("texts.json"))
                .hasMessage(
                        "texts.json line 1, column 2: a row is an object, found a text. Write an array of objects: [{...},"
                                + " {...}].");
        assertThatThrownBy(() -> drafts.draft("object.json"))
                .hasMessage(
                        "object.json line 1, column 1: a .json file is an array of objects, found an object. Write [{...},"
                                + " {...}], or give a file with one object on each line the ending .jsonl.");
        assertThatThrownBy(() -> drafts.draft("cut.jsonl")).hasMessageStartingWith("cut.jsonl line 2, column 6: ");
        for (Wanted wanted : Wanted.values()) {
            assertThatThrownBy(() -> drafts.run("empty.jsonl", wanted))
                    .as("%s", wanted)
                    .hasMessageContaining("empty.jsonl");
        }
    }
}
