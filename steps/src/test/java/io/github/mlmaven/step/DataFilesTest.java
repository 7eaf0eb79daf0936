package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {

    @TempDir
    Path project;

    @BeforeEach
    void makeFiles() throws IOException {
        Files.createDirectories(project.resolve("data/deep"));
        for (String name : new String[] {"b.csv", "a.csv", "notes.txt", "deep/c.parquet"}) {
            Files.writeString(project.resolve("data").resolve(name), "x");
        }
    }

    @Test
    void a_file_is_itself() {
        assertThat(DataFiles.resolve(project, "data/a.csv")).containsExactly(project.resolve("data/a.csv"));
    }

    @Test
    void a_folder_is_its_data_files_sorted() {
        assertThat(DataFiles.resolve(project, "data"))
                .containsExactly(project.resolve("data/a.csv"), project.resolve("data/b.csv"));
    }

    @Test
    void a_glob_reaches_deeper_folders() {
        assertThat(DataFiles.resolve(project, "data/**.{csv,parquet}"))
                .containsExactly(
                        project.resolve("data/a.csv"),
                        project.resolve("data/b.csv"),
                        project.resolve("data/deep/c.parquet"));
    }

    @Test
    void a_pattern_looks_only_as_deep_as_it_can_reach() {
        assertThat(DataFiles.depth("*.csv")).isEqualTo(1);
        assertThat(DataFiles.depth("data/2024/part-*.csv")).isEqualTo(1);
        assertThat(DataFiles.depth("data/*/part-*.csv")).isEqualTo(2);
        assertThat(DataFiles.depth("data/**.csv")).isEqualTo(Integer.MAX_VALUE);
        assertThat(DataFiles.resolve(project, "*/deep/*.parquet"))
                .containsExactly(project.resolve("data/deep/c.parquet"));
    }

    @Test
    void a_missing_file_is_named_with_the_place_that_was_looked_at() {
        assertThatThrownBy(() -> DataFiles.resolve(project, "data/x.csv"))
                .hasMessage("data.source 'data/x.csv' does not exist: looked for " + project.resolve("data/x.csv")
                        + ". Put the file there, or correct the path; it is relative to the project's folder.");
    }

    @Test
    void an_unknown_format_is_refused() {
        assertThatThrownBy(() -> DataFiles.resolve(project, "data/notes.txt"))
                .hasMessage(
                        "data.source 'data/notes.txt' is of no known format. Its name must end with .csv, .tsv, .csv.gz,"
                                + " .tsv.gz or .parquet.");
    }

    @Test
    void a_pattern_without_files_is_refused() {
        assertThatThrownBy(() -> DataFiles.resolve(project, "data/z*.csv"))
                .hasMessage("data.source 'data/z*.csv' names no csv, tsv or parquet file below "
                        + project.resolve("data/") + ". Correct the folder or the pattern.");
    }
}
