package io.github.mlmaven.spec;

import io.github.mlmaven.api.MlException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The one document of a YAML text, as a tree that ends: {@link SpecLimits}. */
final class YamlTree {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(SpecText.MAX_BYTES)
            // How much aliases can stand for is limited by what they stand for.
            .setMaxAliasesForCollections(SpecLimits.MAX_VALUES)
            .build();

    private final Path file;
    private final String text;
    private final SpecLimits limits;

    private YamlTree(Path file, String text) {
        this.file = file;
        this.text = text;
        this.limits = new SpecLimits(file);
    }

    static Node of(Path file, String text) {
        return new YamlTree(file, text).root();
    }

    /** The tree of a text of our own. */
    static Node of(String text) {
        return new Compose(SETTINGS).composeString(text).orElseThrow(() -> new IllegalArgumentException("no YAML"));
    }

    private Node root() {
        StreamReader reader = new StreamReader(SETTINGS, text);
        try {
            Composer documents = new Composer(SETTINGS, new YamlEvents(new ParserImpl(SETTINGS, reader), limits));
            if (!documents.hasNext()) {
                throw new MlException(file + " is empty.", "Describe the model: task, data, columns.");
            }
            Node root = documents.next();
            if (documents.hasNext()) {
                throw new MlException(
                        "%s line %s: a second YAML document begins."
                                .formatted(
                                        file.getFileName(),
                                        SpecBinder.place(documents.next()).line()),
                        "A file describes one model: remove the '---' and what follows.");
            }
            new Unfolding(limits).require(root);
            return root;
        } catch (MarkedYamlEngineException e) {
            throw syntax(e);
        } catch (NumberFormatException e) {
            // What the scanner makes of an escape that the end of the file cuts off.
            throw limits.refused(
                    reader.getMark(),
                    "this is no YAML: an escape in double quotes is cut off.",
                    "Correct the line or the one before it.");
        } catch (YamlEngineException e) {
            throw new MlException(file + " is no YAML: " + e.getMessage(), "Correct the file.", e);
        }
    }

    // Without the cause: Maven would print what it says, too, with a line of the file and a caret.
    private MlException syntax(MarkedYamlEngineException e) {
        Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
        Optional<String> line =
                text.lines().skip(mark.map(Mark::getLine).orElse(0)).findFirst();
        if (line.filter(YamlTree::isIndentedWithTab).isPresent()) {
            return limits.refused(
                    mark, "the line is indented with a tab.", "YAML allows only spaces: replace the tab.");
        }
        return limits.refused(
                mark, "this is no YAML: " + e.getProblem() + ".", "Correct the line or the one before it.");
    }

    private static boolean isIndentedWithTab(String line) {
        String content = line.stripLeading();
        return !content.isEmpty()
                && line.substring(0, line.length() - content.length()).contains("\t");
    }
}
