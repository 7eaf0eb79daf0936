package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database answered is an input of the steps, by its rows and not by the file that keeps them. */
class SnapshotTest {

    private static final String GONE =
            "The rows that data.query asks of a database are not in the build folder, or not as the"
                    + " build left them. Run the build again: it asks the database first.";

    @TempDir
    Path project;

    private ModelFiles files;

    @BeforeEach
    void folder() throws IOException {
        files = new ModelFiles(project.resolve("target/ml/example"));
        Files.createDirectories(files.directory());
    }

    private SpecFile spec(String url, String query) throws IOException {
        Path spec = project.resolve("model.yaml");
        Files.writeString(spec, """
                task: regression
                data:
                  jdbc: {url: '%s'}
                  query: %s
                  label: y
                columns:
                  a: {type: number}
                  y: {type: number}
                """.formatted(url, query));
        return SpecReader.read(spec, "example");
    }

    private SpecFile spec() throws IOException {
        return spec("jdbc:h2:mem:d", "select 1");
    }

    private Surroundings surroundings(SpecFile spec) {
        BuildPlace place = new BuildPlace(
                project,
                new BuildPlace.Decided(spec.path(), project.resolve("model.lock.json")),
                project.resolve("target"),
                new BuildPlace.Identity("example", "1", "1"),
                Strictness.NONE);
        return new Surroundings(place, spec, FileHashes.cachedIn(files.hashes()));
    }

    private void keep(int format, String rows, String bytes) throws IOException {
        Files.writeString(files.snapshot(), bytes);
        Snapshot snapshot = new Snapshot(
                format,
                Snapshot.asked(from()),
                List.of("a double", "y double"),
                2,
                rows,
                FileHashes.hash(files.snapshot()));
        Json.write(files.snapshotRecord(), snapshot);
    }

    private SourceSpec from() throws IOException {
        return spec().spec().data().from();
    }

    @Test
    void its_value_and_its_facts_are_of_the_rows() throws IOException {
        keep(Snapshot.FORMAT, "aa", "by one engine");
        Surroundings before = surroundings(spec());
        String value = before.value(StepInputs.DATA);
        assertThat(before.facts(StepInputs.DATA))
                .containsOnlyKeys("data.result", "data.result.rows")
                .containsEntry("data.result", "aa")
                .containsEntry("data.result.rows", "2");
        List<String> states = StepInputs.DATA.watched(before).states();
        assertThat(Watched.isUnchanged(states)).isTrue();

        keep(Snapshot.FORMAT, "aa", "and by another");
        assertThat(surroundings(spec()).value(StepInputs.DATA)).isEqualTo(value);
        assertThat(Watched.isUnchanged(states)).isFalse();

        keep(Snapshot.FORMAT, "bb", "and by another");
        assertThat(surroundings(spec()).value(StepInputs.DATA)).isNotEqualTo(value);
    }

    @Test
    void the_database_is_locked_as_it_is_written() throws IOException {
        assertThat(surroundings(spec()).facts(StepInputs.DATA_SPEC))
                .containsEntry("data.jdbc", "{url: \"jdbc:h2:mem:d\"}")
                .containsEntry("data.query", "select 1");
    }

    @Test
    void one_that_is_not_there_or_not_whole_or_of_another_question_does_not_count() throws IOException {
        assertNone(spec());
        keep(Snapshot.FORMAT, "aa", "rows");
        assertThat(Snapshot.whole(files, from())).isPresent();

        assertNone(spec("jdbc:h2:mem:e", "select 1"));
        assertNone(spec("jdbc:h2:mem:d", "select 2"));

        keep(Snapshot.FORMAT + 1, "aa", "rows");
        assertNone(spec());

        keep(Snapshot.FORMAT, "aa", "rows");
        Files.writeString(files.snapshot(), "rows that somebody changed");
        assertNone(spec());

        Files.delete(files.snapshot());
        assertNone(spec());

        keep(Snapshot.FORMAT, "aa", "rows");
        Files.writeString(files.snapshotRecord(), "{");
        assertNone(spec());
    }

    private void assertNone(SpecFile spec) {
        assertThat(Snapshot.whole(files, spec.spec().data().from())).isEmpty();
        assertThatThrownBy(() -> surroundings(spec).value(StepInputs.DATA))
                .isInstanceOf(MlException.class)
                .hasMessage(GONE);
    }
}
