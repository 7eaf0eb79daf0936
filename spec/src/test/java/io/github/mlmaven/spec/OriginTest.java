package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class OriginTest {

    private static WebFile web(String address) {
        return new WebFile(address, Optional.empty(), Optional.empty());
    }

    @Test
    void an_address_is_called_by_what_of_it_everybody_may_see() {
        assertThat(web("https://ann:hunter2@example.org:8443/a/d.csv?token=x/y@z#top")
                        .name())
                .isEqualTo("https://example.org:8443/a/d.csv");
        assertThat(web("https://example.org/@home/d.csv").name()).isEqualTo("https://example.org/@home/d.csv");
        assertThat(web("https://ann@hunter2@example.org/d.csv").name()).isEqualTo("https://example.org/d.csv");
        assertThat(web("https://example.org?file=d.csv").name()).isEqualTo("https://example.org");
    }

    @Test
    void a_fetched_file_has_the_last_name_of_its_path_and_no_character_that_means_something() {
        assertThat(web("https://example.org/a/d%20[1]*.csv.gz?x=/e.csv").fileName())
                .isEqualTo("d_20_1__.csv.gz");
        assertThat(web("https://example.org/..%2f..%2fd.csv").fileName()).isEqualTo(".._2f.._2fd.csv");
        assertThat(web("https://example.org/" + "d".repeat(300) + ".csv").fileName())
                .hasSize(100)
                .endsWith("dd.csv");
        assertThat(web("https://example.org").fileName()).isEmpty();
    }

    @Test
    void what_has_a_scheme_is_an_address_and_a_path_is_none() {
        assertThat(WebFile.isAddress("https://example.org/d.csv")).isTrue();
        assertThat(WebFile.isAddress("s3://bucket/d.csv")).isTrue();
        assertThat(WebFile.isAddress("data/d.csv")).isFalse();
        assertThat(WebFile.isAddress("C:\\data\\d.csv")).isFalse();
        assertThat(WebFile.isAddress("C://data/d.csv")).isFalse();
    }

    @Test
    void an_artifact_has_five_parts_at_most() {
        RepositoryFile file = new RepositoryFile("org.example:houses:1.2.0-SNAPSHOT:csv.gz:all");

        assertThat(file.groupId()).isEqualTo("org.example");
        assertThat(file.artifactId()).isEqualTo("houses");
        assertThat(file.version()).isEqualTo("1.2.0-SNAPSHOT");
        assertThat(file.extension()).isEqualTo("csv.gz");
        assertThat(file.classifier()).isEqualTo("all");
        assertThat(file.isSnapshot()).isTrue();
        assertThat(file.fileName()).isEqualTo("houses.csv.gz");
        assertThat(new RepositoryFile("org.example:houses:1:csv").classifier()).isEmpty();
        assertThat(new RepositoryFile("org.example:houses:1:csv:all:more").isComplete())
                .isFalse();
    }
}
