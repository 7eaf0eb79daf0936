package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The sources of a model's rows, in their order, and what is wrong with them before a row was read. */
final class Sources {

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
     * @param files of one format
     * @param threads that may read
     * @throws MlException if they are of two, or cannot be read
     */
    static Sources open(Engine engine, SpecFile spec, Path basedir, List<Path> files, int threads) {
        List<FileName> named = IntStream.range(0, files.size())
                .mapToObj(i -> new FileName(files.get(i), name(files.get(i), basedir), i))
                .toList();
        requireOneFormat(spec, named);
        List<Source> sources = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(outside(spec));
        TextFormat format = spec.spec().data().csv();
        MissingTexts missing = new MissingTexts(spec.spec().data().missing(), new NumeralText(format.numerals()));
        for (FileName file : named) {
            switch (file.format()) {
                case TEXT -> {
                    FirstLine line = FirstLine.read(file, format, spec.spec());
                    line.fault().ifPresent(findings::add);
                    if (line.fault().isEmpty()) {
                        TextFile text = new TextFile(engine, file, line.header(), missing, format);
                        sources.add(format.isPlain() ? new PlainFile(text, missing, threads) : text);
                    }
                }
                case PARQUET -> sources.add(new ParquetFile(engine, file));
                case JSON ->
                    sources.add(new JsonFile(
                            engine, file, List.copyOf(spec.spec().columns().keySet())));
            }
        }
        sources.forEach(source -> findings.addAll(HeaderCheck.check(spec, source)));
        return new Sources(sources, findings, () -> unused(spec, missing, sources));
    }

    /** Texts that stand for missing values and do not occur: a misspelt one would leave values that are none. */
    private static Optional<Finding> unused(SpecFile spec, MissingTexts missing, List<Source> sources) {
        List<TextFile> files =
                sources.stream().flatMap(source -> text(source).stream()).toList();
        List<String> absent = MissingTextSearch.absent(missing.unseen(), files);
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                                FindingCode.MISSING_TEXT_UNUSED,
                                Severity.WARNING,
                                Subject.rule(spec.place("data", "missing")))
                        .with("texts", new Value.Texts(absent)));
    }

    private static Optional<TextFile> text(Source source) {
        if (source instanceof PlainFile plain) {
            return Optional.of(plain.text());
        }
        return source instanceof TextFile text ? Optional.of(text) : Optional.empty();
    }

    /** The source is a place that another machine may not have. */
    private static List<Finding> outside(SpecFile spec) {
        String source = spec.spec().data().source();
        Path path = Path.of(source.replaceAll("[*?\\[{].*", ""));
        return path.isAbsolute() || path.normalize().startsWith("..")
                ? List.of(Finding.of(
                                FindingCode.SOURCE_OUTSIDE,
                                Severity.WARNING,
                                Subject.rule(spec.place("data", "source")))
                        .with("source", source))
                : List.of();
    }

    private static String name(Path path, Path basedir) {
        Path shown = path.startsWith(basedir) ? basedir.relativize(path) : path.getFileName();
        return shown.toString().replace('\\', '/');
    }

    private static void requireOneFormat(SpecFile spec, List<FileName> files) {
        FileName first = files.get(0);
        Optional<FileName> other =
                files.stream().filter(file -> file.format() != first.format()).findFirst();
        if (other.isPresent()) {
            throw new MlException(
                    "data.source '%s' names %s and %s, such as %s and %s."
                            .formatted(
                                    spec.spec().data().source(),
                                    first.format().words(),
                                    other.get().format().words(),
                                    first.name(),
                                    other.get().name()),
                    "Narrow the pattern in %s to files of one format.".formatted(spec.at("data", "source")));
        }
    }

    /** What the sources take on disk. */
    long bytes() {
        return all.stream().mapToLong(Source::bytes).sum();
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
