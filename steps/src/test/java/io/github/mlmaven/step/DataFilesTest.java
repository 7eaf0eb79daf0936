package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
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

    /** Whoever may read everything, as root does, finds the file. */
    @Test
    void what_the_user_may_not_look_at_is_not_told_as_absent() throws IOException {
        Path closed = Files.createDirectories(project.resolve("closed"));
        Path file = Files.writeString(closed.resolve("a.csv"), "a\n");
        Set<PosixFilePermission> open = Files.getPosixFilePermissions(closed);
        try {
            Files.setPosixFilePermissions(closed, Set.of());
            if (Files.isReadable(closed)) {
                assertThat(DataFiles.resolve(project, "closed/a.csv")).containsExactly(file);
            } else {
                assertThatThrownBy(() -> DataFiles.resolve(project, "closed/a.csv"))
                        .isInstanceOf(MlException.class)
                        .hasMessage("data.source 'closed/a.csv' may not be read: a folder on the way to " + file
                                + " is closed. Let the user of the build read its folders.");
            }
        } finally {
            Files.setPosixFilePermissions(closed, open);
        }
    }

    @Test
    void folders_of_any_depth_may_be_none() throws IOException {
        Path deep = Files.writeString(project.resolve("data/deep/d.csv"), "a\n");
        assertThat(DataFiles.resolve(project, "data/**/*.csv"))
                .containsExactly(project.resolve("data/a.csv"), project.resolve("data/b.csv"), deep);
        assertThat(DataFiles.resolve(project, "**/a.csv")).containsExactly(project.resolve("data/a.csv"));
    }

    @Test
    void patterns_name_the_files_that_they_match_and_no_others() throws IOException {
        assertThat(DataFiles.resolve(project, "*/deep/*.parquet"))
                .containsExactly(project.resolve("data/deep/c.parquet"));
        assertThat(DataFiles.resolve(project, "data/[ab].csv"))
                .containsExactly(project.resolve("data/a.csv"), project.resolve("data/b.csv"));
        assertThat(DataFiles.resolve(project, "{data,other/x}/a.csv")).containsExactly(project.resolve("data/a.csv"));
        assertThat(DataFiles.resolve(project, "{data/deep,x}/c.parquet"))
                .containsExactly(project.resolve("data/deep/c.parquet"));
        assertThat(DataFiles.resolve(project, project + "/data/?.csv"))
                .containsExactly(project.resolve("data/a.csv"), project.resolve("data/b.csv"));
        assertThat(DataFiles.resolve(project.resolve("data"), "../*/a.csv"))
                .containsExactly(project.resolve("data/../data/a.csv"));
    }

    @Test
    void a_file_that_is_really_named_like_a_pattern_is_that_file() throws IOException {
        for (String name : new String[] {"a[1].csv", "{x}.csv", "a*.csv", "[ab].csv"}) {
            Files.writeString(project.resolve("data").resolve(name), "x");
            assertThat(DataFiles.resolve(project, "data/" + name)).containsExactly(project.resolve("data/" + name));
        }
        Files.createDirectories(project.resolve("{d}"));
        Files.writeString(project.resolve("{d}/a.csv"), "x");
        assertThat(DataFiles.resolve(project, "{d}")).containsExactly(project.resolve("{d}/a.csv"));
        Files.writeString(project.resolve("data/a1.csv"), "x");
        Files.delete(project.resolve("data/a[1].csv"));
        assertThat(DataFiles.resolve(project, "data/a[1].csv")).containsExactly(project.resolve("data/a1.csv"));
    }

    @Test
    void a_pattern_looks_into_no_folder_that_it_cannot_reach() {
        assertThat(reaches("data/*.csv", "data")).isTrue();
        assertThat(reaches("data/*.csv", "data/deep")).isFalse();
        assertThat(reaches("*.csv", "target")).isFalse();
        assertThat(reaches("data/*/p-*.csv", "data/deep")).isTrue();
        assertThat(reaches("data/2*/p-*.csv", "data/deep")).isFalse();
        assertThat(reaches("data/*/p-*.csv", "data/deep/er")).isFalse();
        assertThat(reaches("data/**.csv", "data/deep/er")).isTrue();
        assertThat(reaches("data/**.csv", "other")).isFalse();
        assertThat(reaches("{a,b/c}/x.csv", "b")).isTrue();
    }

    private boolean reaches(String pattern, String folder) {
        return new GlobWalk(project, pattern).reaches(project.resolve(folder));
    }

    @Test
    void a_folder_that_cannot_be_read_is_named_where_the_pattern_reaches_it() throws IOException {
        GlobWalk walk = new GlobWalk(project, "data/**.csv");
        AccessDeniedException denied = new AccessDeniedException("x");
        assertThatThrownBy(() -> walk.visitFileFailed(project.resolve("data/deep"), denied))
                .isInstanceOf(IOException.class)
                .hasMessage("data/deep: the folder could not be read")
                .hasCause(denied);
        assertThat(walk.visitFileFailed(project.resolve("other"), denied)).isEqualTo(FileVisitResult.CONTINUE);
    }

    @Test
    void a_link_to_a_folder_is_followed_where_it_is_named_and_not_where_it_is_found() throws IOException {
        Files.createSymbolicLink(project.resolve("data/deep/up"), project.resolve("data"));
        Files.createSymbolicLink(project.resolve("loop"), project.resolve("loop"));
        Files.createSymbolicLink(project.resolve("link"), project.resolve("data"));
        assertThat(DataFiles.resolve(project, "**.csv"))
                .containsExactly(project.resolve("data/a.csv"), project.resolve("data/b.csv"));
        assertThat(DataFiles.resolve(project, "link/*.csv"))
                .containsExactly(project.resolve("link/a.csv"), project.resolve("link/b.csv"));
        assertThat(DataFiles.resolve(project, "link")).hasSize(2);
        assertThatThrownBy(() -> DataFiles.resolve(project, "loop/a.csv"))
                .hasMessageStartingWith("data.source 'loop/a.csv' does not exist: looked for ");
    }

    @Test
    void the_files_of_partitions_are_those_of_their_folder() throws IOException {
        for (String name :
                new String[] {"year=2024/month=05/b", "year=2024/month=05/a", "year=2023/month=1%2F2/c", "raw/d"}) {
            Path file = project.resolve("sales").resolve(name + ".csv");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "a\n");
        }
        Path a = project.resolve("sales/year=2024/month=05/a.csv");

        assertThat(DataFiles.resolve(project, "sales"))
                .containsExactly(
                        project.resolve("sales/year=2023/month=1%2F2/c.csv"),
                        a,
                        project.resolve("sales/year=2024/month=05/b.csv"));
        assertThat(DataFiles.partition(project, "sales", a)).containsExactly("year=2024", "month=05");
        assertThat(DataFiles.partition(project, "sales/**/*.csv", a)).containsExactly("year=2024", "month=05");
        assertThat(DataFiles.partition(project, "sales/year=2024/*/a.csv", a)).containsExactly("month=05");
        assertThat(DataFiles.partition(project, "sales/year=2024/month=05/a.csv", a))
                .isEmpty();
    }

    @Test
    void what_is_no_file_is_refused_by_what_it_is() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(project.resolve("sales"));
        Files.writeString(folder.resolve("a.csv"), "a\n");
        Path partition = Files.createSymbolicLink(folder.resolve("year=2024"), folder);
        assertRefused("sales", partition, "a link to a folder");
        Files.delete(partition);

        Path loop = Files.createSymbolicLink(folder.resolve("loop.csv"), folder.resolve("loop.csv"));
        assertRefused("sales", loop, "a link that leads to no file");
        assertRefused("sales/*.csv", loop, "a link that leads to no file");
        assertRefused("sales/loop.csv", loop, "a link that leads to no file");
        Files.delete(loop);

        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertRefused("sales", pipe, "a pipe, a socket or a device");
        assertRefused("sales/pipe.csv", pipe, "a pipe, a socket or a device");
    }

    private void assertRefused(String source, Path path, String what) {
        assertThatThrownBy(() -> DataFiles.resolve(project, source))
                .isInstanceOf(MlException.class)
                .hasMessage("data.source '" + source + "' names " + path + ", which is " + what
                        + ". Name files, whose rows are the same each time that they are read, or narrow the pattern.");
    }

    @Test
    void an_address_is_refused_where_none_is_read_and_its_secrets_are_not_told() {
        for (String address : new String[] {"https://example.org/d.csv", "s3://bucket/*.parquet", "file:///d.csv"}) {
            assertAddress(address, address);
        }
        assertAddress("https://ann:hunter2@example.org/d.csv?token=hidden", "https://example.org/d.csv");
    }

    private void assertAddress(String address, String shown) {
        assertThatThrownBy(() -> DataFiles.resolve("ml.data", project, address))
                .isInstanceOf(MlException.class)
                .hasMessage("ml.data '" + shown + "' is an address, and names files of the project alone."
                        + " Only data.source and data.files of model.yaml name an address, with the sha256 of what is there."
                        + " Fetch the file in a step before, with its hash checked, and name it by its path.");
    }

    @Test
    void a_database_is_refused_where_files_are_read_and_its_url_is_not_told() {
        assertThatThrownBy(() -> DataFiles.resolve("ml.data", project, "jdbc:postgresql://ann:hunter2@db/shop"))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "ml.data is the URL of a database, and names files of the project alone. Write it as 'url:' of"
                                + " data.jdbc in model.yaml, with a query beside it: builds read its rows then, and ml:profile"
                                + " without ml.data shows them.");
    }

    @Test
    void what_is_no_path_and_no_pattern_is_refused() {
        assertThatThrownBy(() -> DataFiles.resolve(project, "data/\u0000.csv"))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("data.source 'data/\u0000.csv' is no path: ");
        assertThatThrownBy(() -> DataFiles.resolve(project, "data/{a.csv"))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("data.source 'data/{a.csv' is no pattern: ")
                .hasMessageEndingWith(". Close its brackets and braces, or name the file as it is.");
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
                        "data.source 'data/notes.txt' is of no known format. Its name must end with .csv, .tsv, .json,"
                                + " .jsonl, .ndjson, one of these with .gz, or .parquet.");
    }

    @Test
    void a_pattern_without_files_is_refused() {
        assertThatThrownBy(() -> DataFiles.resolve(project, "data/z*.csv"))
                .hasMessage("data.source 'data/z*.csv' names no csv, tsv, json, jsonl or parquet file below "
                        + project.resolve("data/") + ". Correct the folder or the pattern.");
    }
}
