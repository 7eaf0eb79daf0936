package io.github.mlmaven.data;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BuildPlace.Identity;
import io.github.mlmaven.step.Fetched;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;

/** A project's folder with a model.yaml and data. */
public final class Project {

    private final Path directory;

    public Project(Path directory) {
        this.directory = directory;
    }

    public Project spec(String yaml) throws IOException {
        return file("model.yaml", yaml);
    }

    public Project file(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    public Project bytes(String name, byte[] content) throws IOException {
        Files.write(directory.resolve(name), content);
        return this;
    }

    public Project gzipped(String name, String content) throws IOException {
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(directory.resolve(name)))) {
            out.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return this;
    }

    public SpecFile spec() {
        return SpecReader.read(directory.resolve("model.yaml"), "example");
    }

    public Path path(String name) {
        return directory.resolve(name);
    }

    public Table open() {
        return open(2);
    }

    /** A table of another spec in the same place. */
    public Table open(SpecFile other) {
        return Table.open(place(), other, new BuildLimits(2, 512));
    }

    /** A table of data that was fetched, by what it is called. */
    Table open(SortedMap<String, Path> fetched) {
        return Table.open(place().with(new Fetched(fetched)), spec(), new BuildLimits(2, 512));
    }

    public Table open(int threads) {
        return Table.open(place(), spec(), new BuildLimits(threads, 512));
    }

    /** A table that is read from its files each time, however small it is. */
    public Table openUnkept(int threads) {
        return Table.open(place(), spec(), new Table.Allowance(new BuildLimits(threads, 512), 0));
    }

    /** A table whose checks, and its query, have two seconds in all, and the engine a fifth of one to stop. */
    Table openHasty() {
        return openHasty(Progress.SILENT);
    }

    Table openHasty(Progress progress) {
        SqlChecks.Limits hasty = new SqlChecks.Limits(Duration.ofSeconds(2), Duration.ofMillis(200));
        return Table.open(
                place(), spec(), new Table.Allowance(new BuildLimits(2, 512), 0, rows -> hasty, hasty, progress));
    }

    public BuildPlace place() {
        return new BuildPlace(
                directory,
                new BuildPlace.Decided(directory.resolve("model.yaml"), directory.resolve("model.lock.json")),
                directory.resolve("target"),
                new Identity("example", "1", "1"),
                Strictness.NONE);
    }
}
