package io.github.mlmaven.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code model.yaml} strictly: whatever it does not know is an error with line and column. */
public final class SpecReader {

    private SpecReader() {}

    /** Reads a spec that names only what this build brings itself; see {@link #read(Path, String, Catalog)}. */
    public static SpecFile read(Path file, String defaultName) {
        return read(file, defaultName, Catalog.builtIn());
    }

    /**
     * Reads a spec.
     *
     * @param file the model.yaml
     * @param defaultName the model's name where the file has none
     * @param catalog the trainers, metrics and transforms that it can name
     * @throws io.github.mlmaven.api.MlException naming every error with its line and column
     */
    public static SpecFile read(Path file, String defaultName, Catalog catalog) {
        Node root = YamlTree.of(file, SpecText.read(file));
        Problems problems = new Problems(file);
        SpecBinder binder = new SpecBinder(problems, catalog);
        Optional<ModelSpec> bound = binder.bind(root);
        problems.throwIfAny();
        ModelSpec read = named(bound.orElseThrow(), defaultName);
        ModelSpec spec = read.called(new MetricNames(read, catalog)::of);
        SpecFile result = new SpecFile(file, spec, binder.places(), catalog, List.of());
        SpecRules rules = new SpecRules(result, problems);
        rules.check();
        problems.throwIfAny();
        return result.with(rules.warnings());
    }

    private static ModelSpec named(ModelSpec spec, String defaultName) {
        return new ModelSpec(
                Optional.of(spec.name().orElse(defaultName)),
                spec.task(),
                spec.data(),
                spec.columns(),
                spec.checks(),
                spec.drift(),
                spec.features(),
                spec.train(),
                spec.evaluate(),
                spec.gates(),
                spec.behaviour(),
                spec.contract());
    }
}
