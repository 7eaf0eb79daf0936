package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.spec.SourceKeys;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.FileHashes;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Snapshot;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Shown;
import io.github.mlmaven.worker.FetchRequest;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/**
 * The rows of a database, asked for once and kept in a file that everything else reads. They are ordered here: by what the
 * query's {@code order by} says, and what that leaves equal by the columns from the first to the last, texts by their bytes.
 * So the same rows are the same file with any plan, and whatever language the database sorts in.
 */
public final class DatabaseFetch {

    private final FetchRequest request;
    private final SourceSpec from;
    private final ModelFiles files;
    private final SelectText select;
    private final DatabaseFailure failure;

    private DatabaseFetch(FetchRequest request, SpecFile spec) {
        this.request = request;
        this.from = spec.spec().data().from();
        this.files = files(request.place(), spec);
        this.select = SelectText.of(from.query().orElseThrow());
        this.failure = new DatabaseFailure(spec, request.access().login());
    }

    /** Where the rows of a model are kept, and apart from them those that parameters of a goal asked for. */
    public static ModelFiles files(BuildPlace place, SpecFile spec) {
        ModelFiles files = ModelFiles.of(place.outputDirectory(), spec.name());
        return spec.keys() == SourceKeys.MODEL_YAML
                ? files
                : new ModelFiles(files.directory().resolve("asked"));
    }

    /**
     * Asks, and leaves the {@link Snapshot}. Where it fails, one that was there stays as it was.
     *
     * @throws MlException if the query is none, or the database cannot be reached, does not answer, or answers what is no table
     */
    public static void run(FetchRequest request, SpecFile spec, Progress progress) {
        DatabaseFetch fetch = new DatabaseFetch(request, spec);
        fetch.select.problem().ifPresent(reason -> {
            throw fetch.failure.refused(reason);
        });
        Path folder = fetch.files.directory();
        BuildLimits single = new BuildLimits(1, request.limits().memoryMegabytes());
        try (DatabaseDriver driver = DatabaseDriver.of(
                        fetch.from.jdbc().orElseThrow().url(), request.access().drivers());
                Engine engine = Engine.start(single, new Engine.Reach(List.of(), folder))) {
            fetch.keep(engine, fetch.ask(driver, engine, progress));
        }
    }

    /**
     * Moves rows from where they are kept, if they are still there, to where those of a model are.
     *
     * @throws MlException if that cannot be done
     */
    public static void move(ModelFiles from, ModelFiles to) {
        if (!Files.exists(from.snapshotRecord())) {
            return;
        }
        try {
            Files.createDirectories(to.directory());
            Files.deleteIfExists(to.snapshotRecord());
            Files.move(from.snapshot(), to.snapshot(), StandardCopyOption.REPLACE_EXISTING);
            Files.move(from.snapshotRecord(), to.snapshotRecord(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritten(to, e);
        }
    }

    private static MlException unwritten(ModelFiles files, IOException e) {
        return new MlException(
                files.snapshot() + " could not be written: " + Json.reason(e) + ".",
                "Make the folder writable, or free space on its disk.",
                e);
    }

    private List<ResultColumn> ask(DatabaseDriver driver, Engine engine, Progress progress) {
        DatabaseTalk talk = new DatabaseTalk(progress);
        // Drivers tell the database the zone of the JVM, in which it then writes times as texts.
        TimeZone zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        try {
            return talk.have(new DatabaseRows(driver.driver(), from, request.access(), engine, talk, failure));
        } catch (DatabaseTalk.SilenceException e) {
            throw e.goesOn() ? failure.stuck(talk) : failure.silence(talk, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException fault) {
                throw failure.of(fault, talk);
            }
            if (e.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            throw (Error) e.getCause();
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    private void keep(Engine engine, List<ResultColumn> columns) {
        Path made = engine.temporary("snapshot.parquet");
        String kept = columns.stream()
                .map(column -> column.kept() + " as " + Sql.identifier(column.name()))
                .collect(Collectors.joining(", "));
        engine.run("copy (select * from (select %s from %s) order by %s) to %s (format parquet, compression zstd)"
                .formatted(kept, DatabaseRows.TABLE, order(columns), Sql.literal(made)));
        engine.run("drop table " + DatabaseRows.TABLE);
        SnapshotHash hash = hash(engine, columns, made);
        long rows = hash.rows();
        place(made, columns, rows, hash.value());
    }

    private String order(List<ResultColumn> columns) {
        List<String> names = columns.stream().map(ResultColumn::name).toList();
        Set<Integer> ordered = new LinkedHashSet<>();
        StringBuilder order = new StringBuilder();
        try {
            for (SelectText.Term term : select.order(names)) {
                if (ordered.add(term.column())) {
                    order.append("%s %s nulls %s, "
                            .formatted(
                                    Sql.identifier(names.get(term.column())),
                                    term.descending() ? "desc" : "asc",
                                    term.missingFirst() ? "first" : "last"));
                }
            }
        } catch (SelectText.UnknownTermException e) {
            throw failure.noTable(
                    "it is ordered by '%s', which is no column of its result".formatted(Shown.of(e.term())),
                    "Order by columns that it selects, by their names or numbers: the order must be the same on each machine.");
        }
        return order
                + names.stream()
                        .map(name -> Sql.identifier(name) + " asc nulls last")
                        .collect(Collectors.joining(", "));
    }

    private static SnapshotHash hash(Engine engine, List<ResultColumn> columns, Path file) {
        SnapshotHash hash = new SnapshotHash(columns);
        String cells = columns.stream().map(ResultColumn::hashed).collect(Collectors.joining(", "));
        String nothing = columns.stream().map(column -> "null").collect(Collectors.joining(", "));
        try {
            engine.stream(
                    "select 0, %s from read_parquet(%s, hive_partitioning = false) union all select %s, %s"
                            .formatted(cells, Sql.literal(file), Engine.LAST, nothing),
                    hash::add);
        } catch (SQLException e) {
            throw engine.failure(engine.cause(e));
        }
        return hash;
    }

    /** The same rows leave everything untouched, so that nothing that was made of them is made again. */
    private void place(Path made, List<ResultColumn> columns, long rows, String hash) {
        Optional<Snapshot> before = Snapshot.whole(files, from);
        if (before.filter(there -> there.sha256().equals(hash)).isPresent()) {
            return;
        }
        try {
            Snapshot snapshot = new Snapshot(
                    Snapshot.FORMAT,
                    Snapshot.asked(from),
                    columns.stream().map(ResultColumn::words).toList(),
                    rows,
                    hash,
                    FileHashes.hash(made));
            // The record goes first and comes last: it never vouches for other rows.
            Files.deleteIfExists(files.snapshotRecord());
            Files.move(made, files.snapshot(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Json.write(files.snapshotRecord(), snapshot);
        } catch (IOException e) {
            throw unwritten(files, e);
        }
    }
}
