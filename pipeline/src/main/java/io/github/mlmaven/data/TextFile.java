package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.Encoding;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A csv or tsv file, also gzipped. The engine scans its fields as texts and casts them, as whatever types it would scan by itself
 * are not ours; a file that it stumbles over is copied without its malformed records.
 */
final class TextFile implements Source {

    /** How many of the longest lines the engine reads at once. */
    private static final int BUFFER_LINES = 4;

    private final Engine engine;
    private final Path path;
    private final String name;
    private final List<String> fields;
    private final List<String> header;
    private final Partition partition;
    private final MissingTexts missing;
    private final TextFormat format;
    private final Marks marks;
    private final String copyName;
    private Path readable;
    private boolean copied;
    /** In bytes, as the engine is told. */
    private long longestLine = 1 << 21;

    private Optional<Finding> wrong = Optional.empty();

    /**
     * A file.
     *
     * @param fields the names of the fields of its records
     * @param missing the texts that stand for a missing value
     * @param format how it is written
     */
    TextFile(Engine engine, FileName file, List<String> fields, MissingTexts missing, TextFormat format) {
        this.engine = engine;
        this.path = file.path();
        this.name = file.name();
        this.fields = List.copyOf(fields);
        this.header = file.columns(fields);
        this.partition = file.partition();
        this.missing = missing;
        this.format = format;
        this.marks = Marks.of(path, format);
        this.copyName = "well-formed-" + file.number() + ".csv";
        this.readable = path;
    }

    @Override
    public String name() {
        return name;
    }

    Path path() {
        return path;
    }

    @Override
    public Path readable() {
        return readable;
    }

    @Override
    public long bytes() {
        return path.toFile().length();
    }

    @Override
    public OptionalLong expectedRows() {
        return isPacked() ? OptionalLong.empty() : RowEstimate.of(path);
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<Finding> finding() {
        return wrong;
    }

    /** The names of the fields of its records. */
    List<String> fields() {
        return fields;
    }

    /** Whether its folders say something of its rows. */
    boolean isPartitioned() {
        return !partition.keys().isEmpty();
    }

    boolean isPacked() {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /** Makes sure that the engine can read what another reader has read. */
    void requireReadable() {
        read(List.of(), 0, () -> batch -> {});
    }

    TextFormat format() {
        return format;
    }

    /** How fields are told apart in what the engine reads. */
    String delimiter() {
        return marks.between();
    }

    /** What is around fields in what the engine reads. */
    String quote() {
        return copied ? "\"" : marks.around();
    }

    /** The records behind the header. */
    RecordScanner records() throws IOException {
        RecordScanner records = RecordScanner.open(path, format);
        if (format.lines().header()) {
            records.next();
        }
        return records;
    }

    /**
     * What the engine does not know, or knows otherwise: a comment within a row is none, and a blank line of one column is a row
     * also where that is no missing value.
     */
    private boolean needsCopy() {
        try {
            return format.encoding() != Encoding.UTF_8
                    || format.fields().comment().isPresent()
                    || (fields.size() == 1 && !missing.texts().contains(""))
                    || LastLine.isLong(path, isPacked(), (int) longestLine);
        } catch (IOException e) {
            throw UnreadableFile.of(name, e);
        }
    }

    /** Whether the engine makes a row of a record: it leaves out blank lines, and malformed records when told to. */
    boolean isRow(RecordScanner record) {
        return !isSkipped(record) && record.problem(fields.size()).isEmpty();
    }

    /** Whether a record is a blank line, which is an empty field if there is only one column. */
    boolean isSkipped(RecordScanner record) {
        return record.isBlank() && fields.size() > 1;
    }

    @Override
    public long read(List<TableColumn> wanted, long first, Supplier<Consumer<Batch>> attempts) {
        if (!copied && needsCopy()) {
            copy();
        }
        try {
            return scan(wanted, first, attempts.get());
        } catch (SQLException e) {
            SQLException cause = engine.cause(e);
            if (Engine.isOutOfSpace(cause)) {
                throw engine.failure(cause);
            }
            if (copied) {
                throw unreadable(cause);
            }
            copy();
        }
        try {
            return scan(wanted, first, attempts.get());
        } catch (SQLException e) {
            SQLException cause = engine.cause(e);
            throw Engine.isOutOfSpace(cause) ? engine.failure(cause) : unreadable(cause);
        }
    }

    private MlException unreadable(SQLException cause) {
        return new MlException(
                name + " could not be read: " + Engine.firstLine(cause) + ".",
                "Write it as UTF-8 text with fields separated by %s."
                        .formatted(marks.delimiter() == '\t' ? "tabs" : "'" + marks.between() + "'"),
                cause);
    }

    private void copy() {
        copied = true;
        WellFormedCopy copy = WellFormedCopy.of(this, engine.temporary(copyName));
        wrong = copy.finding();
        longestLine = Math.max(longestLine, copy.longestLine());
        readable = copy.path();
    }

    private long scan(List<TableColumn> wanted, long first, Consumer<Batch> sink) throws SQLException {
        Map<String, Cells> cells = new LinkedHashMap<>();
        wanted.forEach(column -> cells.put(column.name(), cells(column)));
        return new Scan(cells, file(), first).run(engine, sink) - first;
    }

    private Cells cells(TableColumn column) {
        int index = header.indexOf(column.name());
        String field = "f" + index;
        if (index < 0) {
            return new AbsentCells(column.type());
        }
        return switch (column.type()) {
            case NUMBER -> NumberCells.ofText(field, missing);
            case INTEGER -> IntegerCells.ofText(field, missing);
            case BOOLEAN -> BooleanCells.ofText(field, column.booleans());
            case CATEGORY, TEXT -> new TextCells(field, column.values());
            case DATE, TIMESTAMP -> new TimeCells(field, column);
        };
    }

    /** The file as a table of fields. */
    private String file() {
        String types = IntStream.range(0, fields.size())
                .mapToObj(index -> "f%s: 'VARCHAR'".formatted(index))
                .collect(Collectors.joining(", "));
        String csv =
                ("read_csv(%s, auto_detect = false, header = %s, delim = %s, quote = %s, escape = %s, nullstr = [%s],"
                                + " max_line_size = %s, buffer_size = %s, hive_partitioning = false, columns = {%s})")
                        .formatted(
                                Sql.literal(readable),
                                copied || format.lines().header(),
                                Sql.literal(delimiter()),
                                Sql.literal(quote()),
                                Sql.literal(quote()),
                                Sql.literals(missing.texts()),
                                longestLine,
                                BUFFER_LINES * longestLine,
                                types);
        return partition.sql(csv, fields.size(), missing.texts());
    }

    @Override
    public String sql(List<TableColumn> columns) {
        String values = columns.stream()
                .map(column -> value(column) + " as " + Sql.identifier(column.name()))
                .collect(Collectors.joining(", "));
        return "select " + values + " from " + file();
    }

    private String value(TableColumn column) {
        int index = header.indexOf(column.name());
        if (index < 0) {
            return "cast(null as " + column.sqlType() + ")";
        }
        // Of a bare field the engine would make a field of the cast's type, and fail where the cast must not.
        String field = column.type().isNumeric() ? "nullif(f%s, chr(0))" : "f%s";
        return Casts.ofText(column, field.formatted(index), missing);
    }

    @Override
    public List<Offender> locate(SortedMap<Long, String> found) {
        List<Offender> offenders = new ArrayList<>();
        try (RecordScanner records = records()) {
            long row = -1;
            for (Map.Entry<Long, String> wanted : found.entrySet()) {
                while (row < wanted.getKey() && records.next()) {
                    if (isRow(records)) {
                        row++;
                    }
                }
                offenders.add(new Offender(name, records.line(), wanted.getValue()));
            }
        } catch (IOException e) {
            throw UnreadableFile.of(name, e);
        }
        return offenders;
    }
}
