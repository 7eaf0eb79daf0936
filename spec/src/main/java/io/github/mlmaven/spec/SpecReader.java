package io.github.mlmaven.spec;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SpecFile.Place;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code model.yaml} strictly: whatever it does not know is an error with line and column. */
public final class SpecReader {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(4 << 20).build();

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
     * @throws MlException naming every error with its line and column
     */
    public static SpecFile read(Path file, String defaultName, Catalog catalog) {
        Node root = compose(file, text(file));
        Problems problems = new Problems(file);
        SpecBinder binder = new SpecBinder(problems, catalog);
        Optional<ModelSpec> bound = binder.bind(root);
        problems.throwIfAny();
        ModelSpec spec = named(bound.orElseThrow(), defaultName);
        SpecFile result = new SpecFile(file, spec, binder.places(), catalog, List.of());
        SpecRules rules = new SpecRules(result, problems);
        rules.check();
        problems.throwIfAny();
        return result.with(rules.warnings());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new MlException(file + " is not UTF-8.", "Save it as UTF-8.", e);
        } catch (IOException e) {
            throw new MlException(file + " could not be read.", "Create it, or name another file with -Dml.spec.", e);
        }
    }

    private static Node compose(Path file, String text) {
        try {
            Iterator<Node> documents =
                    new Compose(SETTINGS).composeAllFromString(text).iterator();
            if (!documents.hasNext()) {
                throw new MlException(file + " is empty.", "Describe the model: task, data, columns.");
            }
            Node root = documents.next();
            if (documents.hasNext()) {
                Place second = SpecBinder.place(documents.next());
                throw new MlException(
                        "%s line %s: a second YAML document begins.".formatted(file.getFileName(), second.line()),
                        "A file describes one model: remove the '---' and what follows.");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            throw syntax(file, text, e);
        } catch (YamlEngineException e) {
            throw new MlException(file + " is no YAML: " + e.getMessage(), "Correct the file.", e);
        }
    }

    // Without the cause: Maven would print what it says, too, with a line of the file and a caret.
    private static MlException syntax(Path file, String text, MarkedYamlEngineException e) {
        Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
        int line = mark.map(Mark::getLine).orElse(0);
        String where = "%s line %s, column %s: "
                .formatted(
                        file.getFileName(), line + 1, mark.map(Mark::getColumn).orElse(0) + 1);
        Optional<String> lineText = text.lines().skip(line).findFirst();
        if (lineText.filter(found -> found.stripLeading().length() < found.length()
                        && leading(found).contains("\t"))
                .isPresent()) {
            return new MlException(
                    where + "the line is indented with a tab.", "YAML allows only spaces: replace the tab.");
        }
        return new MlException(
                where + "this is no YAML: " + e.getProblem() + ".", "Correct the line or the one before it.");
    }

    private static String leading(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private static ModelSpec named(ModelSpec spec, String defaultName) {
        return new ModelSpec(
                Optional.of(spec.name().orElse(defaultName)),
                spec.task(),
                spec.data(),
                spec.columns(),
                spec.checks(),
                spec.features(),
                spec.train(),
                spec.evaluate(),
                spec.gates());
    }
}
