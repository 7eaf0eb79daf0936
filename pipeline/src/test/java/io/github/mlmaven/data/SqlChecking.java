package io.github.mlmaven.data;

import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Checks of a small file, and an engine that evaluates them. */
abstract class SqlChecking {

    final Path directory;
    final Engine engine;
    final TextFile source;
    private final Columns columns;
    private final SqlChecks patient;

    SqlChecking(Path directory) throws IOException {
        this.directory = directory;
        Project project = new Project(directory)
                .spec("""
                        task: regression
                        data: {source: d.csv, label: y}
                        columns:
                          id: {type: number}
                          width: {type: number}
                          "a b": {type: number}
                          Day: {type: category}
                          y: {type: number}
                        """)
                .file("d.csv", "id,width,a b,Day,y\n1,2,3,2024-01-01,4\n5,6,7,2024-01-02,8\n");
        columns = Columns.of(project.spec().spec());
        Engine.Reach reach = new Engine.Reach(List.of(project.path("d.csv")), project.path("target"));
        engine = Engine.start(new BuildLimits(1, 256), reach);
        source = new TextFile(
                engine,
                new FileName(project.path("d.csv"), "d.csv", 0),
                List.of("id", "width", "a b", "Day", "y"),
                new MissingTexts(List.of("")),
                TextFormat.PLAIN);
        source.read(columns.all(), 0, () -> batch -> {});
        patient = checks(Duration.ofMinutes(1));
    }

    @BeforeEach
    void leaveSomethingInTheBuild() throws IOException {
        Files.writeString(directory.resolve("secret.csv"), "a\n1\n");
    }

    @AfterEach
    void close() {
        patient.close();
        engine.close();
    }

    /** What cannot be stopped is StuckWorkerTest's: here the engine stops, however busy the machine is. */
    final SqlChecks checks(Duration limit) {
        return checks(
                () -> engine.onThreads(2, List.of(source.readable())),
                new SqlChecks.Limits(limit, Duration.ofMinutes(1)));
    }

    final SqlChecks checks(Supplier<Engine> engines, SqlChecks.Limits limits) {
        return new SqlChecks(engines, List.of(source), columns, limits, new long[0]);
    }

    final SqlOutcome outcome(String sql) {
        return patient.run(List.of(sql)).get(0);
    }

    static SqlOutcome broken(String found) {
        return new SqlOutcome.Broken(1, new TreeMap<>(Map.of(1L, found)));
    }
}
