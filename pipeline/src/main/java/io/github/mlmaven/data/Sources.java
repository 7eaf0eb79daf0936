package io.github.mlmaven.data;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The sources of a model's rows, in their order, and what is wrong with them before a row was read. */
final class Sources {

    private final List<Source> all;
    private final List<Finding> findings;

    private Sources(List<Source> all, List<Finding> findings) {
        this.all = List.copyOf(all);
        this.findings = List.copyOf(findings);
    }

    /**
     * The sources that a spec declares.
     *
     * @param files of one format
     * @throws MlException if they are of two, or cannot be read
     */
    static Sources open(Engine engine, SpecFile spec, Path basedir, List<Path> files) {
        List<FileName> named = IntStream.range(0, files.size())
                .mapToObj(i -> new FileName(files.get(i), name(files.get(i), basedir), i))
                .toList();
        requireOneFormat(spec, named);
        List<Source> sources = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (FileName file : named) {
            Optional<Source> source = open(engine, spec, file);
            source.ifPresent(found -> {
                sources.add(found);
                findings.addAll(HeaderCheck.check(spec, found));
            });
            if (source.isEmpty()) {
                findings.add(Finding.of(FindingCode.DATA_EMPTY, Severity.ERROR, Subject.file(file.name())));
            }
        }
        return new Sources(sources, findings);
    }

    private static Optional<Source> open(Engine engine, SpecFile spec, FileName file) {
        return file.isText()
                ? TextFile.header(file)
                        .map(header -> new TextFile(
                                engine,
                                file,
                                header,
                                new MissingTexts(spec.spec().data().missing())))
                : Optional.of(new ParquetFile(engine, file));
    }

    private static String name(Path path, Path basedir) {
        Path shown = path.startsWith(basedir) ? basedir.relativize(path) : path.getFileName();
        return shown.toString().replace('\\', '/');
    }

    private static void requireOneFormat(SpecFile spec, List<FileName> files) {
        Optional<FileName> text = files.stream().filter(FileName::isText).findFirst();
        Optional<FileName> parquet =
                files.stream().filter(file -> !file.isText()).findFirst();
        if (text.isPresent() && parquet.isPresent()) {
            throw new MlException(
                    "data.source '%s' names text files and Parquet files, such as %s and %s."
                            .formatted(
                                    spec.spec().data().source(),
                                    text.get().name(),
                                    parquet.get().name()),
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

    /** What is wrong with the sources as such; malformed rows are known once the sources were read. */
    List<Finding> findings() {
        List<Finding> known = new ArrayList<>(findings);
        all.forEach(source -> source.finding().ifPresent(known::add));
        return known;
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
