package io.github.mlmaven.report;

import io.github.mlmaven.api.Schema;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Range;
import io.github.mlmaven.spec.DataSpec;
import io.github.mlmaven.step.Evaluation;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Split;
import io.github.mlmaven.step.Training;
import io.github.mlmaven.step.Validation;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * {@code model-card.md}: what people should know before they use a model, as far as its build knows it. The parts and their
 * order follow Mitchell et al., Model Cards for Model Reporting (FAT* 2019), section 4; what a model is meant for is not
 * among them, as nobody told the build.
 */
public record ModelCard(Title title, Schema schema, Making making, Evaluation evaluation, Validation validation) {

    /** Which model it is. */
    public record Title(String name, String version) {}

    /** What the model was made of. */
    public record Making(DataSpec data, Split split, Training.Settings settings) {}

    /** The card's name within the bundle. */
    public static final String NAME = "model-card.md";

    /** The card as Markdown: the same model has the same text. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("# " + title.name() + " " + title.version());
        lines.add("");
        lines.add("A model for " + word(schema.task()) + ": it predicts " + escaped(schema.label()) + labels() + ".");
        inputs(lines);
        training(lines);
        evaluation(lines);
        findings(lines);
        return String.join("\n", lines) + "\n";
    }

    private String labels() {
        return switch (schema.task()) {
            case REGRESSION -> "";
            case CLASSIFICATION -> ", one of " + listed(schema.labels());
        };
    }

    private void inputs(List<String> lines) {
        heading(lines, "Inputs");
        lines.add("| input | type | allowed | when missing |");
        lines.add("|---|---|---|---|");
        for (Input input : schema.inputs()) {
            lines.add("| %s | %s | %s | %s |"
                    .formatted(
                            escaped(input.name()),
                            word(input.type()),
                            allowed(input),
                            input.required() ? "refused" : "predicted all the same"));
        }
    }

    private static String allowed(Input input) {
        String written = input.texts()
                .map(texts -> ", written as true, false, " + listed(texts.trueValues()) + " (true), "
                        + listed(texts.falseValues()) + " (false)")
                .orElse("");
        return (input.values().isEmpty() ? allowed(input.range()) : listed(input.values())) + written;
    }

    private static String allowed(Range range) {
        String min = range.min().isPresent() ? Numbers.plain(range.min().getAsDouble()) : "";
        String max = range.max().isPresent() ? Numbers.plain(range.max().getAsDouble()) : "";
        if (min.isEmpty()) {
            return max.isEmpty() ? "every value" : "at most " + max;
        }
        return max.isEmpty() ? "at least " + min : min + " to " + max;
    }

    private void training(List<String> lines) {
        heading(lines, "Training");
        lines.add("%s rows of %s trained it. Held out were %s%s rows for the test."
                .formatted(
                        Numbers.count(making.split().train()),
                        escaped(making.data().from().words()),
                        making.split().validation() == 0
                                ? ""
                                : Numbers.count(making.split().validation()) + " rows for validation and ",
                        Numbers.count(making.split().test())));
        if (validation.dropped() > 0) {
            lines.add("Of the data %s rows were left out, for which %s is not true."
                    .formatted(
                            Numbers.count(validation.dropped()),
                            escaped(making.data().where().orElseThrow())));
        }
        lines.add("");
        lines.add("| setting | value |");
        lines.add("|---|---|");
        lines.add("| trainer | " + making.settings().trainer() + " |");
        lines.add("| seed | " + making.settings().seed() + " |");
        making.settings()
                .parameters()
                .forEach((name, value) -> lines.add("| " + escaped(name) + " | " + escaped(value) + " |"));
    }

    private void evaluation(List<String> lines) {
        heading(lines, "Evaluation");
        lines.add("On the test rows, which the model was not trained on.");
        lines.add("");
        // Indented, as no label or value of a slice can end such a block.
        String table = String.join("\n", ConsoleReport.evaluation(evaluation));
        table.indent(4).lines().map(String::stripTrailing).forEach(lines::add);
    }

    private void findings(List<String> lines) {
        heading(lines, "Findings in the data");
        if (validation.findings().isEmpty()) {
            lines.add("Nothing was found.");
        }
        for (Finding finding : validation.findings()) {
            lines.add("- " + escaped(FindingText.sentence(finding)));
        }
    }

    private static void heading(List<String> lines, String text) {
        lines.addAll(List.of("", "## " + text, ""));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String listed(List<String> values) {
        return values.stream().map(ModelCard::escaped).collect(Collectors.joining(", "));
    }

    /** Text that means nothing to Markdown, and is one line. */
    private static String escaped(String text) {
        return text.replaceAll("\\s+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("[\\\\`*_|\\[\\]]", "\\\\$0");
    }
}
