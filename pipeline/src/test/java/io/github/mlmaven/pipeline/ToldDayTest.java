package io.github.mlmaven.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.PipelineRequest;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What day a build is told that it is. */
class ToldDayTest {

    @TempDir
    Path folder;

    private BuildPlace place(String day) {
        BuildPlace place = Example.place(folder);
        return new BuildPlace(
                place.basedir(),
                place.decided(),
                place.outputDirectory(),
                place.identity(),
                place.strictness(),
                Optional.of(day));
    }

    private BuildState state(String day) {
        return BuildState.of(place(day), new Project(folder).spec());
    }

    private void validate(String day) {
        // As a worker gets it.
        PipelineRequest request = new PipelineRequest("validate", place(day), new BuildLimits(1, 512));
        Pipeline.run(Json.parse(Json.line(request), PipelineRequest.class), Progress.SILENT);
    }

    private void project(String check) throws IOException {
        new Project(folder)
                .file("d.csv", "id,x,sold,y\n1,1,2026-01-01,1\n2,2,2026-01-02,2\n3,3,2026-01-02,3\n4,4,2026-01-02,4\n")
                .spec("""
                        task: regression
                        data: {source: d.csv, label: y, id: [id]}
                        columns: {id: {type: integer}, x: {type: number}, sold: {type: date}, y: {type: number}}
                        checks: [%s]
                        """.formatted(check));
    }

    @Test
    void another_day_is_another_validation_if_a_check_asks_for_it() throws IOException {
        project("{fresh: {column: sold, days: 7}}");
        validate("2026-01-09");

        assertThat(state("2026-01-09").result(Steps.VALIDATE).orElseThrow().findings())
                .noneMatch(finding -> finding.code().key().equals("data-not-fresh"));
        assertThat(state("2026-01-10").isUpToDate(Steps.VALIDATE)).isFalse();
        validate("2026-01-10");
        assertThat(state("2026-01-10").result(Steps.VALIDATE).orElseThrow().findings())
                .anyMatch(finding -> finding.code().key().equals("data-not-fresh"));
    }

    @Test
    void another_day_changes_nothing_if_no_check_asks_for_it() throws IOException {
        project("{fresh: {column: sold, days: 7, as-of: 2026-01-03}}");
        validate("2026-01-09");

        assertThat(state("2030-01-01").isUpToDate(Steps.VALIDATE)).isTrue();
    }
}
