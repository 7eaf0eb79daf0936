package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A file of JSON objects. It is written anew as a csv file, which is read: the engine's own reader of JSON makes doubles of
 * numbers, and guesses types by the first objects.
 */
final class JsonFile implements Source {

    /** A key of JSON that is a value rather than a name makes one column of each row. */
    private static final int MOST_KEYS = 10_000;

    /** What stands in the copy for no value; a file that has this text is refused. */
    private static final String NULL = "\u001a";

    private final FileName file;
    private final Set<String> header = new LinkedHashSet<>();
    /** Keys that have a text. */
    private final Set<String> quoted = new HashSet<>();
    /** Keys that have a number or a boolean. */
    private final Set<String> bare = new HashSet<>();

    private final TextFile copy;

    /**
     * A file, which is read as a whole.
     *
     * @param columns of the schema
     * @throws MlException if it is no file of objects
     */
    JsonFile(Engine engine, FileName file, List<String> columns) {
        this.file = file;
        Path path = engine.temporary("json-" + file.number() + ".csv");
        List<String> own = columns.stream()
                .filter(column -> !file.partition().keys().contains(column))
                .toList();
        write(path, own);
        FileName copied = new FileName(path, file.name(), file.number(), file.partition());
        file.columns(List.copyOf(header));
        this.copy = new TextFile(engine, copied, own, new MissingTexts(List.of(NULL)), TextFormat.PLAIN);
    }

    /**
     * The keys of a file's objects, in the order in which they come up.
     *
     * @throws MlException if it is no file of objects
     */
    static List<String> keys(FileName file) {
        Set<String> keys = new LinkedHashSet<>();
        try (JsonRows rows = JsonRows.open(file)) {
            while (rows.next()) {
                keys.addAll(rows.values().keySet());
                requireNames(file, keys);
            }
        } catch (IOException e) {
            throw UnreadableFile.of(file.name(), e);
        }
        return List.copyOf(keys);
    }

    /** The keys that have a text in some object. */
    Set<String> quoted() {
        return quoted;
    }

    /** The keys that have a number or a boolean in some object. */
    Set<String> bare() {
        return bare;
    }

    private static void requireNames(FileName file, Set<String> keys) {
        if (keys.size() > MOST_KEYS) {
            throw new MlException(
                    "%s has more than %s different keys.".formatted(file.name(), MOST_KEYS),
                    "Give all objects the same keys: what is different in each is a value.");
        }
    }

    private void write(Path path, List<String> columns) {
        try (JsonRows rows = JsonRows.open(file);
                BufferedWriter out = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
            line(out, columns);
            while (rows.next()) {
                Map<String, String> values = rows.values();
                header.addAll(values.keySet());
                requireNames(file, header);
                quoted.addAll(rows.quoted());
                values.keySet().stream()
                        .filter(key -> !rows.quoted().contains(key))
                        .forEach(bare::add);
                line(out, columns.stream().map(column -> cell(column, rows)).toList());
            }
        } catch (IOException e) {
            throw UnreadableFile.of(file.name(), e);
        }
    }

    private String cell(String column, JsonRows rows) {
        String text = rows.values().get(column);
        if (text == null) {
            return NULL;
        }
        if (text.equals(NULL)
                || text.indexOf('\0') >= 0
                || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw rows.refused(
                    "the value of '" + column + "' has U+0000, is U+001A, or has half of a pair of surrogates",
                    "Write a text without such characters");
        }
        return text;
    }

    private static void line(Writer out, List<String> fields) throws IOException {
        out.write(fields.stream()
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n")));
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Path readable() {
        return copy.readable();
    }

    @Override
    public long bytes() {
        return copy.bytes();
    }

    @Override
    public OptionalLong expectedRows() {
        return copy.expectedRows();
    }

    @Override
    public List<String> header() {
        // Of no object it is not known what it lacks.
        return header.isEmpty() ? copy.header() : file.columns(List.copyOf(header));
    }

    @Override
    public long read(List<TableColumn> wanted, long first, Supplier<Consumer<Batch>> attempts) {
        return copy.read(wanted, first, attempts);
    }

    @Override
    public String sql(List<TableColumn> columns) {
        return copy.sql(columns);
    }

    @Override
    public List<Offender> locate(SortedMap<Long, String> found) {
        List<Offender> offenders = new ArrayList<>();
        try (JsonRows rows = JsonRows.open(file)) {
            long row = -1;
            for (Map.Entry<Long, String> wanted : found.entrySet()) {
                while (row < wanted.getKey() && rows.next()) {
                    row++;
                }
                offenders.add(new Offender(file.name(), rows.place(), wanted.getValue()));
            }
        } catch (IOException e) {
            throw UnreadableFile.of(file.name(), e);
        }
        return offenders;
    }

    @Override
    public Optional<Finding> finding() {
        return copy.finding();
    }
}
