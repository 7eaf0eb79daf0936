package io.github.mlmaven.data;

import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.step.Finding;
import java.util.ArrayList;
import java.util.List;

/** Opens files as sources that the engine reads, and finds what keeps some from being read at all. */
final class FileSources {

    private final Engine engine;
    private final SpecFile spec;
    private final MissingTexts missing;
    private final List<Finding> findings = new ArrayList<>();

    /** @param missing the texts that stand for a missing value */
    FileSources(Engine engine, SpecFile spec, MissingTexts missing) {
        this.engine = engine;
        this.spec = spec;
        this.missing = missing;
    }

    /** The files but for those that cannot be read, in their order. */
    List<Source> open(List<FileName> files) {
        List<Source> sources = new ArrayList<>();
        TextFormat format = spec.spec().data().csv();
        for (FileName file : files) {
            LargeFilePointer.refuse(file);
            switch (file.format()) {
                case TEXT -> {
                    FirstLine line = FirstLine.read(file, format, spec.spec());
                    line.fault().ifPresent(findings::add);
                    if (line.fault().isEmpty()) {
                        sources.add(new TextFile(engine, file, line.header(), missing, format));
                    }
                }
                case PARQUET -> sources.add(new ParquetFile(engine, file));
                case JSON -> sources.add(new JsonFile(engine, file, keys(file)));
            }
        }
        return sources;
    }

    /** A query may look at any of them, and so may whoever knows no schema; a model looks at those of its own. */
    private List<String> keys(FileName file) {
        return spec.spec().data().from().query().isPresent()
                        || spec.spec().columns().isEmpty()
                ? JsonFile.keys(file)
                : List.copyOf(spec.spec().columns().keySet());
    }

    /** Why some cannot be read. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
