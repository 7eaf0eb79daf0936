package io.github.mlmaven.draft;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.DuckDbAccess;
import io.github.mlmaven.spec.JdbcSpec;
import io.github.mlmaven.spec.SourceParameters;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.AskedRows;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BuildPlace.Identity;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.worker.DraftRequest;
import io.github.mlmaven.worker.DraftRequest.Wanted;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A folder with data in which a model is drafted. */
record Drafts(Path folder) {

    Drafts file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
        return this;
    }

    /** The model.yaml that is drafted. */
    String draft(String source, String... label) throws IOException {
        run(source, Wanted.MODEL, label);
        return Files.readString(place().spec());
    }

    SpecFile spec() {
        return SpecReader.read(place().spec(), "example");
    }

    List<String> run(String source, Wanted wanted, String... label) {
        List<String> said = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void info(String text) {
                said.add(text);
            }
        };
        run(source, wanted, progress, label);
        return said;
    }

    private void run(String source, Wanted wanted, Progress progress, String... label) {
        run(SourceSpec.of(source), wanted, progress, label);
    }

    /** Does something with the rows that a DuckDB answers. */
    void database(JdbcSpec database, String query, Wanted wanted) throws URISyntaxException {
        SourceSpec from = new SourceParameters(Optional.empty(), Optional.empty(), Optional.of(query))
                .source(path -> path, Optional.of(database));
        Drafting.run(
                new DraftRequest(
                        new AskedRows(from),
                        Optional.of(DuckDbAccess.create()),
                        Optional.empty(),
                        wanted,
                        place(),
                        new BuildLimits(1, 512)),
                Progress.SILENT);
    }

    private void run(SourceSpec from, Wanted wanted, Progress progress, String... label) {
        Optional<String> named = label.length == 0 ? Optional.empty() : Optional.of(label[0]);
        Drafting.run(
                new DraftRequest(
                        new AskedRows(from), Optional.empty(), named, wanted, place(), new BuildLimits(1, 512)),
                progress);
    }

    /** The model.yaml that is drafted of a query. */
    String draftOfQuery(String files, String query) throws IOException {
        query(files, query, Wanted.MODEL);
        return Files.readString(place().spec());
    }

    /** Does something with the rows of a query over {@code houses=houses.csv,towns=towns.csv} and the like. */
    void query(String files, String query, Wanted wanted) {
        SourceParameters named = new SourceParameters(Optional.empty(), Optional.of(files), Optional.of(query));
        run(named.source(path -> path), wanted, Progress.SILENT);
    }

    /** The warnings of a draft. */
    List<String> warned(String source, String... label) {
        List<String> said = new ArrayList<>();
        run(
                source,
                Wanted.MODEL,
                new Progress() {
                    @Override
                    public void warn(String text) {
                        said.add(text);
                    }
                },
                label);
        return said;
    }

    BuildPlace place() {
        Path scratch = folder.resolve("target/ml-init");
        return new BuildPlace(
                folder,
                new BuildPlace.Decided(scratch.resolve("model.yaml"), scratch.resolve("model.lock.json")),
                folder.resolve("target"),
                new Identity("example", "1", "1"),
                Strictness.NONE);
    }
}
