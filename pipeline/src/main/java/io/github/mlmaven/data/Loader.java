package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.data.Columns.SqlColumn;
import io.github.mlmaven.data.Origins.Origin;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills the table {@code t}. Good files are read by one typed scan each. At the first value that is not of its type all
 * files are read again as the table {@code text}, of which {@code t} is made by casts that leave such values out; and
 * records that are malformed are found and left out.
 */
final class Loader {

    private final Engine engine;
    private final SpecFile spec;
    private final Columns columns;
    private final Path basedir;
    private final List<Finding> findings = new ArrayList<>();

    Loader(Engine engine, SpecFile spec, Columns columns, Path basedir) {
        this.engine = engine;
        this.spec = spec;
        this.columns = columns;
        this.basedir = basedir;
    }

    Loaded load(List<Path> paths) {
        requireOneFormat(paths);
        List<SourceFile> files =
                paths.stream().flatMap(path -> describe(path).stream()).toList();
        files.forEach(file -> findings.addAll(HeaderCheck.check(spec, file)));
        Optional<List<Origin>> scanned = scan(files);
        List<Origin> origins = scanned.orElseGet(() -> readAsText(files));
        long rows = origins.stream().mapToLong(Origin::rows).sum();
        return new Loaded(rows, scanned.isEmpty(), new Origins(origins), findings);
    }

    private void requireOneFormat(List<Path> paths) {
        Optional<Path> text = paths.stream().filter(SourceFile::isText).findFirst();
        Optional<Path> parquet =
                paths.stream().filter(path -> !SourceFile.isText(path)).findFirst();
        if (text.isPresent() && parquet.isPresent()) {
            throw new MlException(
                    "data.source '%s' names text files and Parquet files, such as %s and %s."
                            .formatted(spec.spec().data().source(), name(text.get()), name(parquet.get())),
                    "Narrow the pattern in %s to files of one format.".formatted(spec.at("data", "source")));
        }
    }

    /** A file with its columns; none if it is empty. */
    private Optional<SourceFile> describe(Path path) {
        String name = name(path);
        if (!SourceFile.isText(path)) {
            return Optional.of(describeParquet(path, name));
        }
        try (RecordScanner records = RecordScanner.open(path)) {
            if (records.next() && !records.isBlank()) {
                return Optional.of(new SourceFile(path, name, records.values(), List.of()));
            }
        } catch (IOException e) {
            throw new MlException(
                    name + " could not be read: " + e.getMessage() + ".", "Make it a readable, complete file.", e);
        }
        findings.add(Finding.of(FindingCode.DATA_EMPTY, Severity.ERROR, Subject.file(name)));
        return Optional.empty();
    }

    private SourceFile describeParquet(Path path, String name) {
        try {
            List<String[]> described =
                    engine.tryQuery("describe select * from read_parquet(" + Sql.literal(path) + ")", row ->
                            new String[] {row.getString(1), row.getString(2)});
            return new SourceFile(
                    path,
                    name,
                    described.stream().map(column -> column[0]).toList(),
                    described.stream().map(column -> column[1]).toList());
        } catch (SQLException e) {
            throw new MlException(
                    name + " is no Parquet file that can be read: " + Engine.firstLine(e) + ".",
                    "Write the file again.",
                    e);
        }
    }

    private String name(Path path) {
        Path shown = path.startsWith(basedir) ? basedir.relativize(path) : path.getFileName();
        return shown.toString().replace('\\', '/');
    }

    /** The fast way: nothing if some value or record is not as it should be. */
    private Optional<List<Origin>> scan(List<SourceFile> files) {
        createTable();
        List<Origin> origins = new ArrayList<>();
        try {
            for (SourceFile file : files) {
                String source = file.isText() ? readCsv(file, file.path(), true) : readParquet(file);
                String values = columns.list(column -> value(file, column) + " as " + column.sql());
                origins.add(new Origin(file, insert("select " + values + " from " + source)));
            }
            return Optional.of(origins);
        } catch (SQLException e) {
            if (Engine.isOutOfMemory(e)) {
                throw engine.failure(e);
            }
            engine.run("drop table t");
            return Optional.empty();
        }
    }

    private void createTable() {
        engine.run("create table t (%s)".formatted(columns.list(column -> column.sql() + " " + column.sqlType())));
    }

    private long insert(String rows) throws SQLException {
        return engine.tryUpdate("insert into t " + rows);
    }

    private static String value(SourceFile file, SqlColumn column) {
        int index = file.header().indexOf(column.name());
        if (index < 0) {
            return "cast(null as " + column.sqlType() + ")";
        }
        return file.isText()
                ? Casts.scanned(column, "f" + index)
                : Casts.ofParquet(column, "f" + index, file.types().get(index));
    }

    private List<Origin> readAsText(List<SourceFile> files) {
        engine.run("create table text (%s)".formatted(columns.list(column -> column.sql() + " varchar")));
        List<Origin> origins = new ArrayList<>();
        for (SourceFile file : files) {
            String values = columns.list(column -> text(file, column));
            origins.add(new Origin(file, readAsText(file, "insert into text select " + values + " from ")));
        }
        createTable();
        try {
            insert("select %s from text"
                    .formatted(columns.list(column -> Casts.ofText(column, column.sql()) + " as " + column.sql())));
        } catch (SQLException e) {
            throw engine.failure(e);
        }
        return origins;
    }

    private static String text(SourceFile file, SqlColumn column) {
        int index = file.header().indexOf(column.name());
        return index < 0 ? "null" : "cast(f" + index + " as varchar)";
    }

    private long readAsText(SourceFile file, String insert) {
        try {
            return engine.tryUpdate(insert + (file.isText() ? readCsv(file, file.path(), false) : readParquet(file)));
        } catch (SQLException e) {
            if (Engine.isOutOfMemory(e) || !file.isText()) {
                throw engine.failure(e);
            }
            return readWellFormed(file, insert, e);
        }
    }

    private long readWellFormed(SourceFile file, String insert, SQLException cause) {
        Path copy = engine.temporary("well-formed" + (file.delimiter().equals("\t") ? ".tsv" : ".csv"));
        Optional<Finding> malformed = MalformedRows.leaveOut(file, copy);
        if (malformed.isEmpty()) {
            throw new MlException(
                    file.name() + " could not be read: " + Engine.firstLine(cause) + ".",
                    "Write it as UTF-8 text with fields separated by '%s'.".formatted(file.delimiter()),
                    cause);
        }
        findings.add(malformed.get());
        return engine.update(insert + readCsv(file, copy, false));
    }

    private String readCsv(SourceFile file, Path path, boolean typed) {
        String types = IntStream.range(0, file.header().size())
                .mapToObj(index -> "f%d: '%s'".formatted(index, typed ? scanType(file, index) : "VARCHAR"))
                .collect(Collectors.joining(", "));
        return ("read_csv(%s, auto_detect = false, header = true, delim = %s, quote = '\"', escape = '\"', nullstr = [%s],"
                        + " columns = {%s})")
                .formatted(
                        Sql.literal(path),
                        Sql.literal(file.delimiter()),
                        Sql.literals(spec.spec().data().missing()),
                        types);
    }

    private String scanType(SourceFile file, int index) {
        String name = file.header().get(index);
        boolean wanted =
                spec.spec().columns().containsKey(name) && file.header().indexOf(name) == index;
        return wanted ? Casts.scanType(columns.get(name)) : "VARCHAR";
    }

    private static String readParquet(SourceFile file) {
        String names = IntStream.range(0, file.header().size())
                .mapToObj(index -> "f" + index)
                .collect(Collectors.joining(", "));
        return "read_parquet(%s) as p(%s)".formatted(Sql.literal(file.path()), names);
    }
}
