package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.step.Finding.Offender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of files that are not in the project: they are called as everybody knows them, and never by a path. */
class FetchedDataTest {

    private static final String ADDRESS = "https://example.org/d.csv.gz";
    private static final String ARTIFACT = "org.example:towns:1.2.0:tsv:all";
    private static final String SHA_256 = "0".repeat(64);

    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    private Table open(String data) throws IOException {
        Project project = new Project(directory).spec("""
                task: regression
                data:
                  %s
                  label: y
                  split: {test: 0.000001}
                columns:
                  a: {type: number}
                  y: {type: number}
                """.formatted(data));
        new Project(elsewhere)
                .gzipped("d.csv.gz", "a,y\n1,10\n2,20\n")
                .file("towns-1.2.0-all.tsv", "a\tb\n1\t5\n2\t6\n");
        Files.writeString(directory.resolve("own.csv"), "b,y\n5,50\n6,60\n");
        return project.open(new TreeMap<>(
                Map.of(ADDRESS, elsewhere.resolve("d.csv.gz"), ARTIFACT, elsewhere.resolve("towns-1.2.0-all.tsv"))));
    }

    @Test
    void rows_of_an_address_are_read_by_its_ending_and_named_by_it() throws IOException {
        try (Table table = open("source: '" + ADDRESS + "?token=hidden'\n  sha256: '" + SHA_256 + "'")) {
            assertThat(table.findings()).isEmpty();
            assertThat(Reads.numbers(table, Part.TRAIN, "y")).containsExactly(10.0, 20.0);
            assertThat(table.locate(new TreeMap<>(Map.of(1L, "v")))).containsExactly(new Offender(ADDRESS, 3, "v"));
        }
    }

    @Test
    void a_query_joins_an_artifact_and_a_file_of_the_project() throws IOException {
        try (Table table = open("files: {own: own.csv, towns: {artifact: '" + ARTIFACT
                + "'}}\n  query: select a, y from own join towns using (b) order by a")) {
            assertThat(table.findings()).isEmpty();
            assertThat(Reads.numbers(table, Part.TRAIN, "a")).containsExactly(1.0, 2.0);
            assertThat(Reads.numbers(table, Part.TRAIN, "y")).containsExactly(50.0, 60.0);
        }
    }

    @Test
    void a_header_of_an_artifact_is_named_by_its_coordinates() throws IOException {
        try (Table table = open("artifact: '" + ARTIFACT + "'")) {
            assertThat(table.findings())
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.about().file()).contains(ARTIFACT));
        }
    }
}
