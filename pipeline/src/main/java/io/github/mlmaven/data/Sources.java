package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.FilePattern;
import io.github.mlmaven.spec.Origin;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SourceKeys;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.DataFiles;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.text.Shown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sources of a model's rows, in their order, and what is wrong with them before a row was read. */
final class Sources {

    private static final int SHOWN_KEYS = 10;
    /** A few files tell how long the rows of all are. */
    private static final int ESTIMATED = 16;

    private final List<Source> all;
    private final List<Finding> findings;
    private final Supplier<Optional<Finding>> unused;
    private @Nullable List<Finding> known;

    private Sources(List<Source> all, List<Finding> findings, Supplier<Optional<Finding>> unused) {
        this.all = List.copyOf(all);
        this.findings = List.copyOf(findings);
        this.unused = unused;
    }

    /**
     * The sources that a spec declares.
     *
     * @param files of each key that names some, those of one key of one format
     * @param query how long a query may take
     * @throws MlException if they are of two formats, or cannot be read
     */
    static Sources open(
            Engine engine, SpecFile spec, Map<String, List<FileName>> files, int threads, SqlChecks.Limits query) {
        TextFormat format = spec.spec().data().csv();
        MissingTexts missing = new MissingTexts(spec.spec().data().missing(), new NumeralText(format.numerals()));
        FileSources opened = new FileSources(engine, spec, missing);
        List<Finding> findings = new ArrayList<>(outside(spec));
        Map<String, List<Source>> byKey = new LinkedHashMap<>();
        files.forEach((key, named) -> {
            requireOneFormat(spec, key, named);
            requireOnePartitioning(named);
            byKey.put(key, opened.open(named));
        });
        findings.addAll(opened.findings());
        List<Source> read = byKey.values().stream().flatMap(List::stream).toList();
        List<Source> sources = new ArrayList<>();
        if (spec.spec().data().from().query().isEmpty()) {
            read.forEach(source -> sources.add(
                    source instanceof TextFile text && format.isPlain() && !text.isPartitioned()
                            ? new PlainFile(text, missing, threads)
                            : source));
        } else if (opened.findings().isEmpty()) {
            Map<String, List<Source>> tables = new LinkedHashMap<>();
            byKey.forEach((key, named) -> tables.put(key.substring(key.lastIndexOf('.') + 1), named));
            sources.add(QueryResult.of(engine, spec, tables, missing, query));
            read.forEach(source -> source.finding().ifPresent(findings::add));
        }
        sources.forEach(source -> findings.addAll(HeaderCheck.check(spec, source)));
        return new Sources(sources, findings, () -> unused(spec, missing, read, said(files)));
    }

    /** Rows that a database answered, kept in a file. */
    static Sources ofSnapshot(Engine engine, SpecFile spec, Path file) {
        Source rows = new ParquetFile(
                engine,
                new FileName(file, spec.keys().query(), 0),
                spec.spec().data().id());
        return new Sources(List.of(rows), HeaderCheck.check(spec, rows), Optional::empty);
    }

    /**
     * Files with what a person calls them, and what their folders say.
     *
     * @param files of each key that names some
     * @param spec whose rows they are
     */
    static Map<String, List<FileName>> named(Map<String, List<Path>> files, SpecFile spec, BuildPlace place) {
        Map<String, Origin> origins = spec.spec().data().from().origins(spec.keys());
        Map<String, List<FileName>> named = new LinkedHashMap<>();
        int number = 0;
        for (Map.Entry<String, List<Path>> key : files.entrySet()) {
            List<FileName> names = new ArrayList<>();
            for (Path file : key.getValue()) {
                Partition partition = origins.get(key.getKey()) instanceof FilePattern pattern
                        ? Partition.of(DataFiles.partition(place.basedir(), pattern.name(), file))
                        : Partition.NONE;
                names.add(new FileName(file, DataFiles.name(place, file), number++, partition));
            }
            named.put(key.getKey(), names);
        }
        return named;
    }

    /** Texts that stand for missing values and do not occur: a misspelt one would leave values that are none. */
    private static Optional<Finding> unused(
            SpecFile spec, MissingTexts missing, List<Source> sources, Set<String> said) {
        if (spec.keys() == SourceKeys.PARAMETERS) {
            // Rows to come are few, and need not have all that training rows have.
            return Optional.empty();
        }
        List<TextFile> files =
                sources.stream().flatMap(source -> text(source).stream()).toList();
        List<String> unseen =
                missing.unseen().stream().filter(text -> !said.contains(text)).toList();
        List<String> absent = MissingTextSearch.absent(unseen, files);
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                                FindingCode.MISSING_TEXT_UNUSED,
                                Severity.WARNING,
                                Subject.rule(spec.place("data", "missing")))
                        .with("texts", new Value.Texts(absent)));
    }

    /** What folders say. */
    private static Set<String> said(Map<String, List<FileName>> files) {
        return files.values().stream()
                .flatMap(List::stream)
                .flatMap(file -> file.partition().values().values().stream().flatMap(Optional::stream))
                .collect(Collectors.toSet());
    }

    private static Optional<TextFile> text(Source source) {
        return source instanceof TextFile text ? Optional.of(text) : Optional.empty();
    }

    /** Sources at places that another machine may not have. */
    private static List<Finding> outside(SpecFile spec) {
        List<Finding> outside = new ArrayList<>();
        if (spec.keys() == SourceKeys.PARAMETERS) {
            return outside;
        }
        spec.spec().data().from().origins().forEach((key, origin) -> {
            if (!(origin instanceof FilePattern)) {
                return;
            }
            String source = origin.name();
            Path path = Path.of(source.replaceAll("[*?\\[{].*", ""));
            if (path.isAbsolute() || path.normalize().startsWith("..")) {
                outside.add(Finding.of(
                                FindingCode.SOURCE_OUTSIDE,
                                Severity.WARNING,
                                Subject.rule(spec.place(key.split("[.]"))))
                        .with("key", key)
                        .with("source", source));
            }
        });
        return outside;
    }

    private static void requireOneFormat(SpecFile spec, String key, List<FileName> files) {
        FileName first = files.get(0);
        Optional<FileName> other =
                files.stream().filter(file -> file.format() != first.format()).findFirst();
        if (other.isPresent()) {
            throw new MlException(
                    "%s '%s' names %s and %s, such as %s and %s."
                            .formatted(
                                    key,
                                    Optional.ofNullable(spec.spec()
                                                    .data()
                                                    .from()
                                                    .origins(spec.keys())
                                                    .get(key))
                                            .map(Origin::name)
                                            .orElse(key),
                                    first.format().words(),
                                    other.get().format().words(),
                                    first.name(),
                                    other.get().name()),
                    spec.keys() == SourceKeys.MODEL_YAML
                            ? "Narrow the pattern in %s to files of one format.".formatted(spec.at(key.split("[.]")))
                            : "Narrow the pattern to files of one format.");
        }
    }

    private static void requireOnePartitioning(List<FileName> files) {
        FileName first = files.get(0);
        for (FileName file : files) {
            List<String> keys = file.partition().keys();
            if (!keys.equals(first.partition().keys())) {
                throw new MlException(
                        "The folders of %s are partitions by %s, and those of %s by %s."
                                .formatted(first.name(), keys(first), file.name(), keys(file)),
                        "Put all files of a source into folders with the same keys in the same order.");
            }
        }
    }

    private static String keys(FileName file) {
        List<String> keys = file.partition().keys();
        if (keys.isEmpty()) {
            return "nothing";
        }
        String shown = keys.stream().limit(SHOWN_KEYS).map(Shown::quoted).collect(Collectors.joining(", "));
        return keys.size() > SHOWN_KEYS ? shown + " and " + (keys.size() - SHOWN_KEYS) + " more" : shown;
    }

    /** What the sources take on disk. */
    long bytes() {
        return all.stream().mapToLong(Source::bytes).sum();
    }

    /** About how many rows they have, by the first of them; 0 where one of these does not tell. */
    long expectedRows() {
        List<Source> some = all.stream().limit(ESTIMATED).toList();
        List<OptionalLong> each = some.stream().map(Source::expectedRows).toList();
        if (!each.stream().allMatch(OptionalLong::isPresent)) {
            return 0;
        }
        long rows = each.stream().mapToLong(OptionalLong::getAsLong).sum();
        long bytes = some.stream().mapToLong(Source::bytes).sum();
        return some.size() == all.size() || bytes == 0 ? rows : Math.round((double) rows * bytes() / bytes);
    }

    List<Source> all() {
        return all;
    }

    /** What is wrong with the sources as such, once they were read. */
    List<Finding> findings() {
        List<Finding> found = known;
        if (found == null) {
            found = new ArrayList<>(findings);
            for (Source source : all) {
                source.finding().ifPresent(found::add);
            }
            if (!all.isEmpty()) {
                unused.get().ifPresent(found::add);
            }
            found = List.copyOf(found);
            known = found;
        }
        return found;
    }

    /**
     * Where rows stand.
     *
     * @param rows how many each source has
     * @param found rows of all sources together, from 0, with what was found there
     */
    List<Offender> locate(long[] rows, SortedMap<Long, String> found) {
        List<Offender> offenders = new ArrayList<>();
        long first = 0;
        for (int i = 0; i < rows.length; i++) {
            SortedMap<Long, String> within = new TreeMap<>();
            for (var row : found.subMap(first, first + rows[i]).entrySet()) {
                within.put(row.getKey() - first, row.getValue());
            }
            if (!within.isEmpty()) {
                offenders.addAll(all.get(i).locate(within));
            }
            first += rows[i];
        }
        return offenders;
    }
}
