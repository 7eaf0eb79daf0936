package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that is no file of the project, as an input of steps. */
class FetchedTest {

    private static final String ADDRESS = "https://example.org/d.csv";
    private static final String ARTIFACT = "org.example:towns:1.2.0:csv";
    private static final String WEB = "  source: " + ADDRESS + "?token=hidden\n  sha256: " + "0".repeat(64) + "\n";

    @TempDir
    Path project;

    @TempDir
    Path elsewhere;

    @BeforeEach
    void fetched() throws IOException {
        Files.writeString(elsewhere.resolve("d.csv"), "y\r\n1\r\n");
        Files.writeString(elsewhere.resolve("towns-1.2.0.csv"), "y\n2\n");
    }

    private BuildState state(String source) throws IOException {
        Path spec = project.resolve("model.yaml");
        Files.writeString(
                spec,
                "task: regression\ndata:\n" + source
                        + "  label: y\ncolumns:\n  a: {type: number}\n  y: {type: number}\n");
        BuildPlace place = new BuildPlace(
                project,
                new BuildPlace.Decided(spec, project.resolve("model.lock.json")),
                project.resolve("target"),
                new BuildPlace.Identity("example", "1", "1"),
                Strictness.NONE);
        return BuildState.of(
                place.with(new Fetched(new TreeMap<>(
                        Map.of(ADDRESS, elsewhere.resolve("d.csv"), ARTIFACT, elsewhere.resolve("towns-1.2.0.csv"))))),
                SpecReader.read(spec, "example"));
    }

    @Test
    void a_lock_has_the_digest_of_the_bytes_by_the_name_that_all_machines_share() throws IOException {
        String bytes = Sha256.of("y\r\n1\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(Facts.inputs(Steps.ALL, state(WEB)))
                .containsEntry("data.file." + ADDRESS, bytes)
                .containsEntry("data.source", "\"" + ADDRESS + "\"")
                .doesNotContainKeys("data.sha256", "data.server");
        assertThat(Facts.inputs(Steps.ALL, state("  artifact: " + ARTIFACT + "\n")))
                .containsEntry("data.file." + ARTIFACT, Sha256.of("y\n2\n".getBytes(StandardCharsets.UTF_8)))
                .containsEntry("data.artifact", "\"" + ARTIFACT + "\"");
    }

    @Test
    void tables_of_a_query_are_files_of_any_kind() throws IOException {
        Files.writeString(project.resolve("own.csv"), "y\n3\n");
        String files =
                "  files: {own: own.csv, web: {source: '%s', sha256: %s}, towns: {artifact: '%s'}}\n  query: select 1\n"
                        .formatted(ADDRESS, "0".repeat(64), ARTIFACT);

        assertThat(Facts.inputs(Steps.ALL, state(files)))
                .containsKeys("data.file.own.csv", "data.file." + ADDRESS, "data.file." + ARTIFACT)
                .containsEntry(
                        "data.files",
                        "{own: own.csv, towns: {artifact: \"%s\"}, web: \"%s\"}".formatted(ARTIFACT, ADDRESS));
    }

    @Test
    void only_the_name_and_the_bytes_are_an_input_and_not_how_they_were_asked_for() throws IOException {
        String before = state(WEB).fingerprint(Steps.VALIDATE);

        assertThat(state(WEB.replace("hidden", "other") + "  server: houses\n").fingerprint(Steps.VALIDATE))
                .isEqualTo(before);
        assertThat(state(WEB.replace("0000", "1111")).fingerprint(Steps.VALIDATE))
                .isEqualTo(before);
        Files.writeString(elsewhere.resolve("d.csv"), "y\n1\n");
        assertThat(state(WEB).fingerprint(Steps.VALIDATE)).isNotEqualTo(before);
    }

    @Test
    void a_file_that_goes_is_seen_without_a_look_at_its_bytes() throws IOException {
        var states = state(WEB).inputs(Steps.VALIDATE).states();

        assertThat(Watched.isUnchanged(states)).isTrue();
        Files.delete(elsewhere.resolve("d.csv"));
        assertThat(Watched.isUnchanged(states)).isFalse();
    }

    @Test
    void a_file_that_changes_while_it_is_read_is_named_as_people_know_it() throws IOException {
        BuildState state = state(WEB);

        assertThatThrownBy(() -> state.carryOut(Steps.VALIDATE, scratch -> {
                    for (String output : List.of(
                            ModelFiles.PROFILE,
                            ModelFiles.TRAINING_PROFILE,
                            ModelFiles.QUARANTINE,
                            ModelFiles.DATA_PAGE)) {
                        write(scratch.resolve(output), "made");
                    }
                    write(elsewhere.resolve("d.csv"), "y\n17\n");
                    return new Validation(Validation.FORMAT, 1, 0, List.of());
                }))
                .isInstanceOf(MlException.class)
                .hasMessage(ADDRESS
                        + " changed while 'validate' read it: what it made is of no one state of its input, and is"
                        + " thrown away. Run the build again.");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
