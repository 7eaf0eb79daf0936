package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file that a query names is an input of the steps, and so is its text. */
class QueryInputTest {

    @TempDir
    Path project;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(project.resolve("houses.csv"), "house,y\n1,2\n");
        Files.writeString(project.resolve("towns.csv"), "house,a\n1,2\n");
    }

    private Surroundings surroundings(String files, String query) throws IOException {
        Path spec = project.resolve("model.yaml");
        Files.writeString(spec, """
                task: regression
                data:
                  files: {%s}
                  query: %s
                  label: y
                columns:
                  a: {type: number}
                  y: {type: number}
                """.formatted(files, query));
        BuildPlace place = new BuildPlace(
                project,
                new BuildPlace.Decided(spec, project.resolve("model.lock.json")),
                project.resolve("target"),
                new BuildPlace.Identity("example", "1", "1"),
                Strictness.NONE);
        return new Surroundings(
                place, SpecReader.read(spec, "example"), FileHashes.cachedIn(project.resolve("target/hashes.json")));
    }

    private static final String BOTH = "houses: houses.csv, towns: towns.csv";

    @Test
    void a_change_of_any_file_is_a_change_of_the_data() throws IOException {
        Surroundings before = surroundings(BOTH, "select 1");
        String value = before.value(StepInputs.DATA);
        assertThat(before.facts(StepInputs.DATA)).containsOnlyKeys("data.file.houses.csv", "data.file.towns.csv");
        assertThat(surroundings(BOTH, "select 1").value(StepInputs.DATA)).isEqualTo(value);

        var states = StepInputs.DATA.watched(before).states();
        assertThat(Watched.isUnchanged(states)).isTrue();
        Files.writeString(project.resolve("towns.csv"), "house,a\n1,3\n");
        assertThat(Watched.isUnchanged(states)).isFalse();
        assertThat(surroundings(BOTH, "select 1").value(StepInputs.DATA)).isNotEqualTo(value);
    }

    @Test
    void the_query_and_the_names_of_its_tables_are_locked_as_they_are_written() throws IOException {
        assertThat(surroundings(BOTH, "select * from houses").facts(StepInputs.DATA_SPEC))
                .containsEntry("data.query", "\"select * from houses\"")
                .containsEntry("data.files", "{houses: houses.csv, towns: towns.csv}");
        assertThat(surroundings(BOTH, "select 1").value(StepInputs.DATA_SPEC))
                .isNotEqualTo(surroundings(BOTH, "select 2").value(StepInputs.DATA_SPEC));
    }

    @Test
    void a_file_that_is_not_there_is_named_by_its_table() {
        assertThatThrownBy(() -> surroundings("houses: houses.csv, towns: town.csv", "select 1")
                        .value(StepInputs.DATA))
                .isInstanceOf(MlException.class)
                .hasMessage("data.files.towns 'town.csv' does not exist: looked for " + project.resolve("town.csv")
                        + ". Put the file there, or correct the path; it is relative to the project's folder.");
    }
}
