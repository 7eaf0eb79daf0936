package io.github.mlmaven.model;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Header;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Rule;
import io.github.mlmaven.api.Tick;
import io.github.mlmaven.text.Nearest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The input columns of a model: what a batch must have to be predicted. Immutable. */
public final class Inputs {

    private static final int NONE = Integer.MAX_VALUE;

    private final List<Input> inputs;
    private final String label;
    private final Header header;
    private final List<Allowed> allowed;
    /** By input what its texts say, if it is a boolean that is written so. */
    private final List<Map<String, Boolean>> truths;
    /** By input what its values are held to, and of that what is refused. */
    private final List<List<Held>> held;

    private final List<List<Held>> refused;

    /** @param label the column that is predicted, which is no input */
    public Inputs(List<Input> inputs, String label) {
        this.inputs = inputs;
        this.label = label;
        this.header = new Header(inputs.stream().map(Input::name).toList());
        this.allowed = inputs.stream().map(Allowed::of).toList();
        this.truths = inputs.stream().map(Inputs::truths).toList();
        this.held = inputs.stream().map(Held::of).toList();
        this.refused = IntStream.range(0, inputs.size())
                .mapToObj(i -> held.get(i).stream()
                        .filter(rule -> isRefused(inputs.get(i), rule))
                        .toList())
                .toList();
    }

    private static boolean isRefused(Input input, Held rule) {
        return input.rules()
                .filter(rules -> rules.refused().contains(rule.rule()))
                .isPresent();
    }

    /** Whether a row has every value that is required and none that a rule refuses; what clashes counts as missing. */
    public boolean isAccepted(Batch batch, int row) {
        for (int i = 0; i < inputs.size(); i++) {
            List<Held> rules = refused.get(i);
            if (inputs.get(i).required() || !rules.isEmpty()) {
                Column column = batch.column(header.names().get(i));
                if ((inputs.get(i).required() && column.isMissing(row))
                        || rules.stream().anyMatch(rule -> rule.isBroken(column, row))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether rows may be refused for more than what is missing or of another type. */
    boolean holdsMore() {
        return refused.stream().anyMatch(rules -> !rules.isEmpty());
    }

    private static Map<String, Boolean> truths(Input input) {
        Map<String, Boolean> truths = new LinkedHashMap<>();
        input.texts().ifPresent(texts -> {
            texts.trueValues().forEach(text -> truths.put(text, true));
            texts.falseValues().forEach(text -> truths.put(text, false));
        });
        return Collections.unmodifiableMap(truths);
    }

    /** The columns, in their order. */
    public List<Input> columns() {
        return inputs;
    }

    /** The names of the columns, in their order. */
    public Header header() {
        return header;
    }

    /**
     * A batch of these columns, to be filled row by row.
     *
     * @param rows for how many rows to begin with
     */
    public BatchBuilder batch(int rows) {
        return new BatchBuilder(this, rows);
    }

    /** One column of a batch, to be filled. */
    ColumnBuilder column(int input, int rows) {
        return ColumnBuilder.of(inputs.get(input).type(), truths.get(input), rows);
    }

    /**
     * How many values of a batch the schema of the training data does not allow: numbers outside of their range, texts that
     * are not among those listed, and breaks of a pattern or a length. They are no errors where they are not refused; whoever
     * asks may want to know that the model never saw such.
     */
    public long outside(Batch batch) {
        long outside = 0;
        for (int i = 0; i < allowed.size(); i++) {
            Column column = batch.column(header.names().get(i));
            outside += allowed.get(i).outside(column);
            for (Held rule : held.get(i)) {
                boolean counted = rule.rule() == Rule.PATTERN || rule.rule() == Rule.LENGTH;
                outside += counted ? rule.broken(column) : 0;
            }
        }
        return outside;
    }

    /** The refusal of an input that a row names and the model does not have. */
    MlException unknown(String name, String row) {
        if (name.equals(label)) {
            return new MlException(
                    row + "'" + Quote.of(name) + "' is what the model predicts, and no input.",
                    "Leave it out. The inputs are " + String.join(", ", header.names()) + ".");
        }
        return new MlException(
                row + "The model has no input '" + Quote.of(name) + "'.",
                Nearest.question(Quote.of(name), header.names()) + "Its inputs are " + String.join(", ", header.names())
                        + ".");
    }

    /**
     * Holds a batch to what the inputs say.
     *
     * @throws MlException naming the first row with a value that is missing, of another type or refused by a rule, and the first such input
     * @throws IllegalArgumentException if a column is absent or of another type
     */
    void check(Batch batch, RowName rows) {
        boolean own = batch.header() == header;
        int firstRow = NONE;
        int firstInput = 0;
        for (int i = 0; i < inputs.size(); i++) {
            Column column = own ? batch.column(i) : batch.column(header.names().get(i));
            int row = firstRefused(inputs.get(i), column);
            for (Held rule : refused.get(i)) {
                row = rule.firstBroken(column, row);
            }
            if (row < firstRow) {
                firstRow = row;
                firstInput = i;
            }
        }
        if (firstRow != NONE) {
            throw refusal(
                    firstInput,
                    batch.column(header.names().get(firstInput)),
                    firstRow,
                    rows.of(batch.position(firstRow)));
        }
    }

    private static int firstRefused(Input input, Column column) {
        boolean fits = switch (input.type()) {
            case NUMBER -> column instanceof Column.Doubles || column instanceof Column.Longs;
            case INTEGER -> column instanceof Column.Longs;
            case BOOLEAN -> column instanceof Column.Booleans;
            case CATEGORY, TEXT -> column instanceof Column.Texts;
            case DATE, TIMESTAMP -> column instanceof Column.Times times && times.tick() == Tick.of(input.type());
        };
        if (!fits) {
            throw new IllegalArgumentException("the input '" + input.name() + "' of type " + input.type() + " as "
                    + column.getClass().getSimpleName());
        }
        int first = column.clashes().isEmpty() ? NONE : column.clashes().get(0).row();
        if (input.required()) {
            for (int row = 0; row < Math.min(first, column.rows()); row++) {
                if (column.isMissing(row)) {
                    return row;
                }
            }
        }
        return first;
    }

    private MlException refusal(int index, Column column, int row, String name) {
        Input input = inputs.get(index);
        if (!column.isMissing(row)) {
            Held broken = refused.get(index).stream()
                    .filter(rule -> rule.isBroken(column, row))
                    .findFirst()
                    .orElseThrow();
            String found = column.text(row);
            return new MlException(
                    "%sThe input '%s' is %s, the model takes %s."
                            .formatted(
                                    name,
                                    input.name(),
                                    column instanceof Column.Texts ? '"' + Quote.of(found) + '"' : found,
                                    broken.wanted()),
                    "Correct the value.");
        }
        if (column.clashes().isEmpty() || column.clashes().get(0).row() != row) {
            return new MlException(
                    name + "The input '" + input.name() + "' is missing.", "It is required: give it a value.");
        }
        return new MlException(
                "%sThe input '%s' is %s, the model takes %s."
                        .formatted(name, input.name(), column.clashes().get(0).text(), wanted(input)),
                "Correct its " + input.type().name().toLowerCase(Locale.ROOT) + " value.");
    }

    private static String wanted(Input input) {
        return switch (input.type()) {
            case NUMBER -> "a finite number";
            case INTEGER -> "a whole number";
            case BOOLEAN ->
                "true or false"
                        + truths(input).keySet().stream()
                                .map(text -> '"' + Quote.of(text) + '"')
                                .reduce((one, other) -> one + ", " + other)
                                .map(texts -> ", or a text of " + texts)
                                .orElse("");
            case CATEGORY, TEXT -> "a text";
            case DATE -> "a date such as \"2026-01-31\"";
            case TIMESTAMP -> "a time with its offset such as \"2026-01-31T10:15:30Z\"";
        };
    }
}
