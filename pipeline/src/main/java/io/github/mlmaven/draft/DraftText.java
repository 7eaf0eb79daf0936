package io.github.mlmaven.draft;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.data.RowCondition;
import io.github.mlmaven.draft.DraftColumn.Role;
import io.github.mlmaven.spec.BooleanTexts;
import io.github.mlmaven.spec.JdbcSpec;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A draft as the text of a model.yaml: what is decided in the file's order, and each guess with its reason. */
final class DraftText {

    /** Longer names do not push the rules of the others. */
    private static final int WIDEST_NAME = 28;
    /** Slices of a first evaluation: a few groups that a person can look at. */
    private static final int SLICES = 6;

    private final Draft draft;
    private final CommentedLines lines = new CommentedLines();

    private DraftText(Draft draft) {
        this.draft = draft;
    }

    /**
     * The file.
     *
     * @param name the model's; empty where it is that of the artifact
     * @param gates none before a first model is trained
     */
    static String of(Draft draft, Optional<String> name, List<GateGuess> gates) {
        DraftText text = new DraftText(draft);
        text.head(name);
        text.data();
        text.columns();
        text.features();
        text.train();
        text.gates(gates);
        return text.lines.text();
    }

    private void head(Optional<String> name) {
        lines.line(
                "# Drafted by ml:init from all %s rows of %s. Each guess says why it was made: correct what is wrong."
                        .formatted(Numbers.count(draft.rows().all()), YamlText.comment(draft.source())));
        name.ifPresent(own -> lines.line("name: " + own));
        lines.line(
                "task: " + KebabCase.of(draft.label().task()),
                "the label is " + draft.label().taskReason());
        lines.end();
    }

    private void data() {
        lines.line("data:");
        boolean plain = draft.found().format().isPlain();
        String doubted =
                plain ? draft.found().doubt().map(doubt -> "NOT SURE: " + doubt).orElse("") : "";
        if (draft.from().query().isEmpty()) {
            lines.line("  source: " + YamlText.of(draft.source()), doubted);
        } else {
            lines.line(draft.from().jdbc().map(DraftText::database).orElseGet(() -> "  files: " + files()), doubted);
            YamlText.block("  query: ", draft.from().query().get()).forEach(lines::line);
        }
        CsvLines.write(draft.found(), lines);
        lines.line(
                "  label: " + YamlText.of(draft.label().column()), draft.label().reason());
        if (draft.rows().unlabelled() > 0) {
            lines.line(
                    "  where: " + YamlText.of(RowCondition.present(draft.label().column())),
                    "%s of %s rows have no value of it, and are left out"
                            .formatted(
                                    Numbers.count(draft.rows().unlabelled()),
                                    Numbers.count(draft.rows().all())));
        }
        draft.id().ifPresent(id -> lines.line("  id: [" + YamlText.of(id.column()) + "]", id.reason()));
        if (!draft.missing().isEmpty()) {
            List<String> missing = new ArrayList<>(List.of(""));
            missing.addAll(draft.missing());
            lines.line("  missing: " + YamlText.list(missing), "found in the data, in the place of values");
        }
        split();
        lines.end();
    }

    private static String database(JdbcSpec jdbc) {
        String server = jdbc.server().map(id -> ", server: " + YamlText.of(id)).orElse("");
        return "  jdbc: {url: " + YamlText.of(jdbc.url()) + server + "}";
    }

    private String files() {
        return draft.from().files().entrySet().stream()
                .map(table -> table.getKey() + ": "
                        + YamlText.of(table.getValue().source().orElseThrow()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private void split() {
        String test = "  split: {test: " + draft.trainer().testShare() + "%";
        Optional<TimeSplitGuess> time = draft.roles().time();
        if (time.isPresent()) {
            lines.line(
                    test + ", by: time, column: " + YamlText.of(time.get().column()) + "}",
                    time.get().reason());
        } else {
            lines.line(
                    test + "}",
                    (draft.id().isPresent() ? "by the id: a row keeps its part" : "by the whole row" + wholeRow())
                            + byTime());
        }
    }

    /** What could tell the parts apart too, or why it does not. */
    private String byTime() {
        Optional<String> against = draft.roles().against();
        if (against.isPresent()) {
            return "; not by time: " + against.get();
        }
        return draft.columns().stream()
                .filter(column -> column.since().isPresent() && column.missing() == 0)
                .findFirst()
                .map(column -> "; by: time with column: " + YamlText.of(column.name()) + " tests the latest ones")
                .orElse("");
    }

    /** Rows whose inputs are equal are not always equal as a whole. */
    private String wholeRow() {
        List<String> others = draft.columns().stream()
                .filter(column -> column.role() == Role.DROPPED || column.role() == Role.NOTE)
                .map(DraftColumn::name)
                .toList();
        return others.isEmpty()
                ? ": equal rows stay together"
                : ", also by " + LabelGuess.shown(others)
                        + " (no input): 'group' lists the columns that tell what belongs together";
    }

    private void columns() {
        int width = draft.columns().stream()
                .mapToInt(column -> YamlText.of(column.name()).length())
                .filter(length -> length <= WIDEST_NAME)
                .max()
                .orElse(0);
        lines.line("columns:");
        for (DraftColumn column : draft.columns()) {
            String name = YamlText.of(column.name()) + ":";
            String padding = " ".repeat(Math.max(0, width + 1 - name.length()));
            boolean told = column.role() != Role.DROPPED;
            lines.line(
                    "  " + name + padding + " {" + rules(column) + "}",
                    told ? column.guess().reason() : "");
        }
        lines.end();
    }

    private static String rules(DraftColumn column) {
        List<String> rules = new ArrayList<>();
        rules.add("type: " + KebabCase.of(column.guess().type()));
        column.guess()
                .time()
                .flatMap(TimePattern::format)
                .ifPresent(format -> rules.add("format: " + YamlText.of(format)));
        column.since().ifPresent(day -> rules.add("min: " + day));
        column.range().ifPresent(range -> {
            rules.add("min: " + YamlText.of(range.min()));
            rules.add("max: " + YamlText.of(range.max()));
        });
        BooleanTexts booleans = column.guess().booleans();
        if (!booleans.isUsual()) {
            rules.add("true-values: " + YamlText.list(booleans.trueValues()));
            rules.add("false-values: " + YamlText.list(booleans.falseValues()));
        } else if (!column.guess().values().isEmpty()) {
            rules.add("values: " + YamlText.list(column.guess().values()));
        }
        if (column.missing() == 0) {
            rules.add("required: true");
        } else {
            MissingShare.above(column.missing()).ifPresent(share -> rules.add("max-missing: " + share));
        }
        if (column.role() == Role.ID) {
            rules.add("unique: true");
        }
        if (column.role() == Role.LABEL) {
            rules.add("when: training");
        }
        return String.join(", ", rules);
    }

    private void features() {
        List<DraftColumn> told = draft.columns().stream()
                .filter(column -> column.role() == Role.DROPPED || column.role() == Role.CALENDAR)
                .toList();
        if (told.isEmpty()) {
            return;
        }
        lines.line("features:");
        told.forEach(column -> lines.line(
                "  " + YamlText.of(column.name()) + ": {encode: "
                        + (column.role() == Role.CALENDAR ? "calendar" : "drop") + "}",
                column.role() == Role.CALENDAR
                        ? "its parts are inputs, since no other column could be one"
                        : column.guess().reason()));
        lines.end();
    }

    private void train() {
        lines.line("train:");
        lines.line("  trainer: " + draft.trainer().name(), draft.trainer().reason());
        lines.line("  parameters: "
                + draft.trainer().parameters().entrySet().stream()
                        .map(DraftText::entry)
                        .collect(Collectors.joining(", ", "{", "}")));
        lines.end();
        draft.columns().stream()
                .filter(column -> column.role() == Role.INPUT
                        && column.guess().type() == ColumnType.CATEGORY
                        && column.guess().values().size() > 1
                        && column.guess().values().size() <= SLICES)
                .findFirst()
                .ifPresent(column -> {
                    lines.line("evaluate:");
                    lines.line("  slices: [" + YamlText.of(column.name()) + "]", "metrics of its own for each value");
                    lines.end();
                });
    }

    private static String entry(Map.Entry<String, String> parameter) {
        return parameter.getKey() + ": " + parameter.getValue();
    }

    private void gates(List<GateGuess> gates) {
        if (gates.isEmpty()) {
            return;
        }
        lines.line(
                "# What the first model had, and three standard errors of room: test rows drawn anew would break a limit about");
        lines.line("# once in 700 times. The errors follow from how far each test row moves the metric.");
        lines.line("gates:");
        gates.forEach(gate -> gate.rule()
                .ifPresentOrElse(
                        rule -> lines.line("  - {" + rule + "}", gate.reason()),
                        () -> lines.line("  # " + YamlText.comment(gate.reason()))));
        lines.end();
    }
}
