package io.github.mlmaven.data;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SourceKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of some files as a table of a query. Columns of Parquet files have the types that they have there. A column of text
 * files has the narrowest type of integer, number, boolean, date and timestamp that each of its values is of, and else that of a
 * text: so no value is lost, and a zip code that begins with a zero stays what it is.
 *
 * @param types of its columns as SQL calls them, in their order
 */
record QueryTable(String name, Map<String, String> types) {

    /** Nothing is lost of it as a whole number: no zero is before it, and it has 18 digits at most. */
    private static final String WHOLE = "'[\\t-\\r ]*[+-]?(0|[1-9][0-9]{0,17})[\\t-\\r ]*'";

    /** It is a name rather than a number. */
    private static final String LABEL = "'[\\t-\\r ]*[+-]?(0[0-9].*|[0-9]{19,}[\\t-\\r ]*)'";

    private static final List<ColumnType> NARROW =
            List.of(ColumnType.INTEGER, ColumnType.NUMBER, ColumnType.BOOLEAN, ColumnType.DATE, ColumnType.TIMESTAMP);

    QueryTable {
        types = new LinkedHashMap<>(types);
    }

    /**
     * What a table is made of.
     *
     * @param sources of one format, which its engine can read
     */
    record Files(String name, List<Source> sources) {}

    /**
     * Defines a table of an engine.
     *
     * @param keys what named it
     * @param missing the texts that stand for a missing value
     * @throws MlException if their columns are not the same
     */
    static QueryTable define(Engine engine, SourceKeys keys, Files table, MissingTexts missing) {
        String name = table.name();
        List<Source> files = table.sources();
        Source first = files.get(0);
        files.forEach(file -> requireNames(file, name));
        files.forEach(file -> requireSame(first, file, keys));
        files.forEach(file -> file.read(List.of(), 0, () -> batch -> {}));
        return first instanceof ParquetFile typed
                ? view(engine, name, typed, files)
                : view(engine, name, columns(engine, first.header(), files, missing), files);
    }

    private static QueryTable view(Engine engine, String name, ParquetFile first, List<Source> files) {
        Map<String, String> types = new LinkedHashMap<>();
        for (int i = 0; i < first.header().size(); i++) {
            types.put(first.header().get(i), first.types().get(i).toLowerCase(Locale.ROOT));
        }
        return view(
                engine,
                name,
                types,
                files.stream()
                        .map(file -> "select %s from (%s)".formatted(list(first.header()), ((ParquetFile) file).sql()))
                        .collect(Collectors.joining(" union all ")));
    }

    private static QueryTable view(Engine engine, String name, List<TableColumn> columns, List<Source> files) {
        Map<String, String> types = new LinkedHashMap<>();
        columns.forEach(column -> types.put(column.name(), column.sqlType()));
        String cells = columns.stream().map(QueryTable::cell).collect(Collectors.joining(", "));
        return view(engine, name, types, "select %s from (%s)".formatted(cells, rows(files, columns)));
    }

    private static QueryTable view(Engine engine, String name, Map<String, String> types, String rows) {
        engine.run("create temp view %s as %s".formatted(Sql.identifier(name), rows));
        return new QueryTable(name, types);
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Sql::identifier).collect(Collectors.joining(", "));
    }

    private static String rows(List<Source> files, List<TableColumn> columns) {
        return files.stream().map(file -> file.sql(columns)).collect(Collectors.joining(" union all "));
    }

    private static String cell(TableColumn column) {
        String name = Sql.identifier(column.name());
        return column.type() == ColumnType.TEXT ? guarded(name) + " as " + name : name;
    }

    /** Of a bare field the engine would make a field of the type that it is cast to, and fail where the cast must not. */
    private static String guarded(String name) {
        return "nullif(%s, chr(0))".formatted(name);
    }

    private static void requireNames(Source file, String table) {
        Map<String, String> seen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String column : file.header()) {
            String other = seen.put(column, column);
            if (column.isEmpty() || other != null) {
                throw new MlException(
                        column.isEmpty()
                                ? "%s has a column without a name, and no query can name it.".formatted(file.name())
                                : "%s has the columns '%s' and '%s', which SQL cannot tell apart."
                                        .formatted(file.name(), other, column),
                        "Give each column of the table '%s' a name of its own.".formatted(table));
            }
        }
    }

    private static void requireSame(Source first, Source file, SourceKeys keys) {
        List<String> more = file.header().stream()
                .filter(column -> !first.header().contains(column))
                .toList();
        List<String> less = first.header().stream()
                .filter(column -> !file.header().contains(column))
                .toList();
        if (!more.isEmpty() || !less.isEmpty()) {
            throw new MlException(
                    "%s and %s are files of one table, and '%s' is a column of %s alone."
                            .formatted(
                                    first.name(),
                                    file.name(),
                                    less.isEmpty() ? more.get(0) : less.get(0),
                                    less.isEmpty() ? file.name() : first.name()),
                    "Give them the same columns, or make them two tables of " + keys.files() + ".");
        }
        if (first instanceof ParquetFile one && file instanceof ParquetFile other) {
            for (String column : first.header()) {
                String declared = one.types().get(first.header().indexOf(column));
                String found = other.types().get(file.header().indexOf(column));
                if (!declared.equals(found)) {
                    throw new MlException(
                            "%s and %s are files of one table, and '%s' is %s in one and %s in the other."
                                    .formatted(first.name(), file.name(), column, declared, found),
                            "Write them with the same types, or make them two tables of " + keys.files() + ".");
                }
            }
        }
    }

    /** The columns of text files with their types. */
    private static List<TableColumn> columns(
            Engine engine, List<String> header, List<Source> files, MissingTexts missing) {
        List<TableColumn> texts = header.stream()
                .map(name -> new TableColumn(name, ColumnType.TEXT, List.of()))
                .toList();
        // What stands for a missing value as a number is one: it is only looked for in numbers.
        MissingTexts nothing = new MissingTexts(List.of(), missing.numerals());
        String counts = header.stream()
                .flatMap(name -> Stream.concat(
                        Stream.of("count(%s)".formatted(Sql.identifier(name))),
                        NARROW.stream().map(type -> "count(%s)".formatted(narrow(name, type, nothing)))))
                .collect(Collectors.joining(", "));
        return engine.one("select %s from (%s)".formatted(counts, rows(files, texts)), row -> {
            List<TableColumn> columns = new ArrayList<>();
            int index = 1;
            for (String name : header) {
                long values = row.getLong(index++);
                ColumnType narrowest = ColumnType.TEXT;
                for (ColumnType type : NARROW) {
                    long such = row.getLong(index++);
                    if (values > 0 && such == values && narrowest == ColumnType.TEXT) {
                        narrowest = type;
                    }
                }
                columns.add(new TableColumn(name, narrowest, List.of()));
            }
            return columns;
        });
    }

    /** An expression that has a value exactly where a text is of a type and nothing is lost of it. */
    private static String narrow(String column, ColumnType type, MissingTexts missing) {
        String field = guarded(Sql.identifier(column));
        String value = Casts.ofText(new TableColumn(column, type, List.of()), field, missing);
        String numeral = missing.numerals().sql(field);
        return switch (type) {
            case INTEGER -> "case when regexp_full_match(%s, %s) then %s end".formatted(numeral, WHOLE, value);
            case NUMBER -> "case when not regexp_full_match(%s, %s) then %s end".formatted(numeral, LABEL, value);
            default -> value;
        };
    }

    /** For a person: {@code houses (town varchar, price bigint)}. */
    String words() {
        return types.entrySet().stream()
                .map(column -> column.getKey() + " " + column.getValue())
                .collect(Collectors.joining(", ", name + " (", ")"));
    }
}
