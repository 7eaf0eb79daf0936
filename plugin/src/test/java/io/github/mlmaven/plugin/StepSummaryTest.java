package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepSummaryTest {

    @TempDir
    Path folder;

    private Path report;
    private Path file;

    @BeforeEach
    void a_report() throws IOException {
        report = Files.writeString(folder.resolve("report.md"), "## \u274C FAIL\n");
        file = folder.resolve("summary.md");
    }

    private StepSummary summary() {
        return StepSummary.of(Map.of("GITHUB_STEP_SUMMARY", file.toString()));
    }

    @Test
    void a_report_is_added_to_what_is_there() throws IOException {
        Files.writeString(file, "Tests: 12");

        assertThat(summary().add(report)).isEmpty();
        assertThat(summary().add(report)).isEmpty();

        assertThat(file).hasContent("Tests: 12\n## \u274C FAIL\n\n## \u274C FAIL\n");
    }

    @Test
    void without_the_variable_nothing_is_written() throws IOException {
        assertThat(StepSummary.of(Map.of()).add(report)).isEmpty();
        assertThat(StepSummary.of(Map.of("GITHUB_STEP_SUMMARY", " ")).add(report))
                .isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(report);
        }
    }

    @Test
    void a_file_that_cannot_be_written_is_told_and_no_error() {
        file = folder.resolve("absent/summary.md");

        assertThat(summary().add(report))
                .contains("the report was not added to the summary of the step (GITHUB_STEP_SUMMARY=" + file
                        + "): NoSuchFile: " + file + ".");
        assertThat(StepSummary.of(Map.of("GITHUB_STEP_SUMMARY", "a\u0000b")).add(report))
                .hasValueSatisfying(problem -> assertThat(problem).contains("Nul character not allowed"));
    }

    @Test
    void a_summary_longer_than_github_shows_is_left_as_it_is() throws IOException {
        Files.write(file, new byte[(int) StepSummary.LIMIT - 3]);

        assertThat(summary().add(report))
                .hasValueSatisfying(problem -> assertThat(problem).contains("longer than the megabyte"));
        assertThat(file).hasSize(StepSummary.LIMIT - 3);
    }
}
