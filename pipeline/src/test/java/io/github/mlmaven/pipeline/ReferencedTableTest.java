package io.github.mlmaven.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.Facts;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table that a check refers to is an input of the build, like the data. */
class ReferencedTableTest {

    private static final String KEYS = "level\nlow\nmid\nhigh\n";

    @TempDir
    Path folder;

    @BeforeEach
    void create() throws IOException {
        Example.project(
                folder,
                Example.REGRESSION
                        .formatted("linear-regression")
                        .replace(
                                "train:",
                                "checks: [{references: {columns: [c], file: levels.csv, keys: [level]}}]\ntrain:"));
    }

    @Test
    void a_step_is_done_again_when_it_changes() throws IOException {
        Path levels = Files.writeString(folder.resolve("levels.csv"), KEYS);
        Example.run(folder, Steps.VALIDATE);
        assertThat(Example.state(folder).isUpToDate(Steps.VALIDATE)).isTrue();

        Files.writeString(levels, KEYS.replace("mid\n", ""));

        assertThat(Example.state(folder).isUpToDate(Steps.VALIDATE)).isFalse();
        Example.run(folder, Steps.VALIDATE);
        assertThat(Example.state(folder).result(Steps.VALIDATE).orElseThrow().findings())
                .filteredOn(finding -> finding.isError())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code().key()).isEqualTo("key-unknown"));
    }

    @Test
    void a_lock_records_it() throws IOException {
        Files.writeString(folder.resolve("levels.csv"), KEYS);

        assertThat(Facts.inputs(Steps.ALL, Example.state(folder)))
                .containsEntry("checks.file.levels.csv", Sha256.of(KEYS))
                .containsEntry("checks.1", "{references: {columns: [c], file: levels.csv, keys: [level]}}");
    }

    @Test
    void it_must_be_there() {
        assertThatThrownBy(() -> Example.run(folder, Steps.VALIDATE))
                .isInstanceOf(MlException.class)
                .hasMessage("references.file 'levels.csv' does not exist: looked for " + folder.resolve("levels.csv")
                        + ". Put the file there, or correct the path; it is relative to the project's folder.");
    }
}
