package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Parquet file. Its columns are read by their own types; where those do not tell a value, by its text. */
final class ParquetFile implements Source {

    private static final Set<String> WHOLE =
            Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER");

    private static final int ROWS_AT_ONCE = 1_000;

    /** Texts that stand for a missing value are those of text files. */
    private static final MissingTexts NOTHING = new MissingTexts(List.of());

    private final Engine engine;
    private final Path path;
    private final String name;
    private final List<String> key;
    private final Partition partition;
    private final List<String> header = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private boolean typed = true;

    /** @throws MlException if it is none */
    ParquetFile(Engine engine, FileName file) {
        this(engine, file, List.of());
    }

    /**
     * A file that a person does not see, since it is a result.
     *
     * @param key columns that tell a row where its number does not
     * @throws MlException if it is none
     */
    ParquetFile(Engine engine, FileName file, List<String> key) {
        this.engine = engine;
        this.key = List.copyOf(key);
        this.partition = file.partition();
        this.path = file.path();
        this.name = file.name();
        try {
            engine.tryQuery(
                    "describe select * from read_parquet(" + Sql.literal(path) + ", hive_partitioning = false)",
                    row -> {
                        header.add(row.getString(1));
                        return types.add(row.getString(2).toUpperCase(Locale.ROOT));
                    });
        } catch (SQLException e) {
            throw new MlException(
                    name + " is no Parquet file that can be read: " + Engine.firstLine(e) + ".",
                    "Write the file again.",
                    e);
        }
        file.columns(header);
        header.addAll(partition.keys());
        partition.keys().forEach(column -> types.add("VARCHAR"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Path readable() {
        return path;
    }

    @Override
    public long bytes() {
        return path.toFile().length();
    }

    @Override
    public OptionalLong expectedRows() {
        return OptionalLong.of(engine.one(
                "select num_rows from parquet_file_metadata(" + Sql.literal(path) + ")", row -> row.getLong(1)));
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<Finding> finding() {
        return Optional.empty();
    }

    @Override
    public long read(List<TableColumn> wanted, long first, Supplier<Consumer<Batch>> attempts) {
        try {
            return scan(wanted, first, attempts.get());
        } catch (Cells.ClashException e) {
            typed = false;
        } catch (SQLException e) {
            throw engine.failure(engine.cause(e));
        }
        try {
            return scan(wanted, first, attempts.get());
        } catch (SQLException e) {
            throw engine.failure(engine.cause(e));
        }
    }

    private long scan(List<TableColumn> wanted, long first, Consumer<Batch> sink) throws SQLException {
        Map<String, Cells> cells = new LinkedHashMap<>();
        wanted.forEach(column -> cells.put(column.name(), cells(column)));
        return new Scan(cells, file(), first).run(engine, sink) - first;
    }

    private Cells cells(TableColumn column) {
        int index = header.indexOf(column.name());
        if (index < 0) {
            return new AbsentCells(column.type());
        }
        String field = "f" + index;
        String text = "cast(" + field + " as varchar)";
        boolean whole = WHOLE.contains(types.get(index));
        return switch (column.type()) {
            case NUMBER ->
                typed && isNumber(index)
                        ? NumberCells.typed("cast(" + field + " as double)")
                        : NumberCells.ofText(text, NOTHING);
            case INTEGER -> {
                if (typed && whole) {
                    yield new LongCells("cast(" + field + " as bigint)");
                }
                yield typed && isReal(index)
                        ? IntegerCells.typed("cast(" + field + " as double)")
                        : IntegerCells.ofText(text, NOTHING);
            }
            case BOOLEAN ->
                types.get(index).equals("BOOLEAN")
                        ? BooleanCells.typed(field)
                        : BooleanCells.ofText(text, column.booleans());
            case CATEGORY, TEXT -> new TextCells(text, column.values());
            case DATE, TIMESTAMP ->
                isTime(index) ? new TypedTimeCells(field, types.get(index), column) : new TimeCells(text, column);
        };
    }

    private boolean isNumber(int index) {
        String type = types.get(index);
        return WHOLE.contains(type) || isReal(index) || type.startsWith("DECIMAL");
    }

    private boolean isTime(int index) {
        return types.get(index).equals("DATE") || types.get(index).startsWith("TIMESTAMP");
    }

    private boolean isReal(int index) {
        return types.get(index).equals("DOUBLE") || types.get(index).equals("FLOAT");
    }

    private String file() {
        int fields = header.size() - partition.keys().size();
        String names = IntStream.range(0, fields).mapToObj(index -> "f" + index).collect(Collectors.joining(", "));
        String parquet =
                "(from read_parquet(%s, hive_partitioning = false) as p(%s))".formatted(Sql.literal(path), names);
        return partition.sql(parquet, fields, NOTHING.texts());
    }

    /** A query of its rows with its columns, as they are. */
    String sql() {
        return IntStream.range(0, header.size())
                .mapToObj(index -> "f" + index + " as " + Sql.identifier(header.get(index)))
                .collect(Collectors.joining(", ", "select ", " from " + file()));
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
        return column.type().isTime() && isTime(index)
                ? TypedTimeCells.value("f" + index, types.get(index), column)
                : Casts.ofText(column, "cast(f" + index + " as varchar)", NOTHING);
    }

    /** The types of its columns as the engine calls them, in their order. */
    List<String> types() {
        return List.copyOf(types);
    }

    @Override
    public List<Offender> locate(SortedMap<Long, String> found) {
        Map<Long, String> keys = keys(List.copyOf(found.keySet()));
        List<Offender> offenders = new ArrayList<>();
        found.forEach(
                (row, value) -> offenders.add(new Offender(name, row + 1, Optional.ofNullable(keys.get(row)), value)));
        return offenders;
    }

    /** The keys of rows. */
    private Map<Long, String> keys(List<Long> rows) {
        Map<Long, String> keys = new HashMap<>();
        List<String> columns = key.stream().filter(header::contains).toList();
        if (columns.isEmpty()) {
            return keys;
        }
        String text = columns.stream()
                .map(column -> Sql.literal(column + " = ") + " || coalesce(cast(" + Sql.identifier(column)
                        + " as varchar), 'missing')")
                .collect(Collectors.joining(" || ', ' || "));
        for (int first = 0; first < rows.size(); first += ROWS_AT_ONCE) {
            String some = rows.subList(first, Math.min(rows.size(), first + ROWS_AT_ONCE)).stream()
                    .map(row -> Long.toString(row))
                    .collect(Collectors.joining(", "));
            engine.query(
                    "select file_row_number, %s from read_parquet(%s, file_row_number = true, hive_partitioning = false) where file_row_number in (%s)"
                            .formatted(text, Sql.literal(path), some),
                    row -> {
                        keys.put(row.getLong(1), row.getString(2));
                        return row.getLong(1);
                    });
        }
        return keys;
    }
}
