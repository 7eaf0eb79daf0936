package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.Schema;
import io.github.mlmaven.api.Schema.Input;
import io.github.mlmaven.api.Schema.Range;
import io.github.mlmaven.api.Schema.Rule;
import io.github.mlmaven.api.Schema.Rules;
import io.github.mlmaven.model.Manifest;
import io.github.mlmaven.step.Contract;
import io.github.mlmaven.step.Contract.Change;
import io.github.mlmaven.step.Contract.Kind;
import io.github.mlmaven.step.Contract.Level;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What callers of one model see change when another one takes its place. What narrows an input breaks a caller only where the
 * model refuses such values; where it counts them alone, it is no change of the contract that anybody must follow.
 */
final class ContractChanges {

    private final List<Change> changes = new ArrayList<>();

    private ContractChanges() {}

    static Contract of(Manifest before, String name, Schema now) {
        ContractChanges found = new ContractChanges();
        found.compare(Kind.NAME, "", before.name(), name, Level.MAJOR);
        found.outputs(before.schema(), now);
        found.inputs(before.schema().inputs(), now.inputs());
        return new Contract(before.version(), found.changes);
    }

    private void outputs(Schema before, Schema now) {
        compare(Kind.TASK, "", KebabCase.of(before.task()), KebabCase.of(now.task()), Level.MAJOR);
        compare(Kind.LABEL, before.label(), before.label(), now.label(), Level.MAJOR);
        // A caller that tells labels apart knows none that is new, and waits in vain for one that is gone.
        values(Kind.LABEL_VALUE, now.label(), before.labels(), now.labels(), Level.MAJOR, Level.MINOR);
        List<String> kept =
                before.labels().stream().filter(now.labels()::contains).toList();
        List<String> keptNow =
                now.labels().stream().filter(before.labels()::contains).toList();
        compare(Kind.LABEL_ORDER, now.label(), String.join(", ", kept), String.join(", ", keptNow), Level.MAJOR);
    }

    private void inputs(List<Input> before, List<Input> now) {
        Map<String, Input> present = byName(now);
        for (Input input : before) {
            Input same = present.get(input.name());
            if (same == null) {
                add(Kind.INPUT, input.name(), KebabCase.of(input.type()), "", Level.MAJOR);
            } else {
                input(input, same);
            }
        }
        Map<String, Input> known = byName(before);
        now.stream()
                .filter(input -> !known.containsKey(input.name()))
                .forEach(input -> add(
                        Kind.INPUT,
                        input.name(),
                        "",
                        KebabCase.of(input.type()) + (input.required() ? ", required" : ""),
                        input.required() ? Level.MAJOR : Level.MINOR));
    }

    private static Map<String, Input> byName(List<Input> inputs) {
        Map<String, Input> byName = new LinkedHashMap<>();
        inputs.forEach(input -> byName.put(input.name(), input));
        return byName;
    }

    private void input(Input before, Input now) {
        String name = before.name();
        boolean isWider = before.type() == ColumnType.INTEGER && now.type() == ColumnType.NUMBER;
        compare(
                Kind.TYPE,
                name,
                KebabCase.of(before.type()),
                KebabCase.of(now.type()),
                isWider || (isText(before) && isText(now)) ? Level.MINOR : Level.MAJOR);
        compare(
                Kind.REQUIRED,
                name,
                before.required() ? "required" : "optional",
                now.required() ? "required" : "optional",
                now.required() ? Level.MAJOR : Level.MINOR);
        Set<Rule> refused = refused(now);
        range(before, now, refused);
        values(
                Kind.VALUE,
                name,
                before.values(),
                now.values(),
                Level.MINOR,
                refused.contains(Rule.VALUES) ? Level.MAJOR : Level.MINOR);
        texts(before, now);
        rules(before, now, refused);
    }

    private static boolean isText(Input input) {
        return input.type() == ColumnType.CATEGORY || input.type() == ColumnType.TEXT;
    }

    private static Set<Rule> refused(Input input) {
        return input.rules().<Set<Rule>>map(Rules::refused).orElse(Set.of());
    }

    private void range(Input before, Input now, Set<Rule> refused) {
        Range old = before.range();
        Range range = now.range();
        boolean narrower = (least(range.min()) > least(old.min()) && refused.contains(Rule.MIN))
                || (most(range.max()) < most(old.max()) && refused.contains(Rule.MAX));
        compare(Kind.RANGE, before.name(), text(old), text(range), narrower ? Level.MAJOR : Level.MINOR);
    }

    private static double least(OptionalDouble bound) {
        return bound.orElse(Double.NEGATIVE_INFINITY);
    }

    private static double most(OptionalDouble bound) {
        return bound.orElse(Double.POSITIVE_INFINITY);
    }

    private static String text(Range range) {
        String min = range.min().isPresent() ? Numbers.plain(range.min().getAsDouble()) : "";
        String max = range.max().isPresent() ? Numbers.plain(range.max().getAsDouble()) : "";
        return min + " .. " + max;
    }

    private void texts(Input before, Input now) {
        Set<String> old = texts(before);
        Set<String> texts = texts(now);
        old.stream()
                .filter(text -> !texts.contains(text))
                .forEach(text -> add(Kind.TEXT, before.name(), text, "", Level.MAJOR));
        texts.stream()
                .filter(text -> !old.contains(text))
                .forEach(text -> add(Kind.TEXT, before.name(), "", text, Level.MINOR));
    }

    /** What each text says, so that one that says the opposite now is gone and new. */
    private static Set<String> texts(Input input) {
        Set<String> texts = new TreeSet<>();
        input.texts().ifPresent(found -> {
            found.trueValues().forEach(text -> texts.add("'" + text + "' for true"));
            found.falseValues().forEach(text -> texts.add("'" + text + "' for false"));
        });
        return texts;
    }

    private void rules(Input before, Input now, Set<Rule> refused) {
        String name = before.name();
        String pattern = before.rules().flatMap(Rules::pattern).orElse("any");
        String patternNow = now.rules().flatMap(Rules::pattern).orElse("any");
        compare(Kind.PATTERN, name, pattern, patternNow, refused.contains(Rule.PATTERN) ? Level.MAJOR : Level.MINOR);
        compare(
                Kind.LENGTH,
                name,
                length(before.rules()),
                length(now.rules()),
                refused.contains(Rule.LENGTH) ? Level.MAJOR : Level.MINOR);
        Set<Rule> old = refused(before);
        refused.stream()
                .filter(rule -> !old.contains(rule))
                .forEach(rule -> add(Kind.REFUSED, name, "", KebabCase.of(rule), Level.MAJOR));
        old.stream()
                .filter(rule -> !refused.contains(rule))
                .forEach(rule -> add(Kind.REFUSED, name, KebabCase.of(rule), "", Level.MINOR));
    }

    private static String length(Optional<Rules> rules) {
        OptionalLong shortest = rules.map(Rules::shortest).orElse(OptionalLong.empty());
        OptionalLong longest = rules.map(Rules::longest).orElse(OptionalLong.empty());
        return (shortest.isPresent() ? Long.toString(shortest.getAsLong()) : "") + " .. "
                + (longest.isPresent() ? Long.toString(longest.getAsLong()) : "");
    }

    private void values(Kind kind, String subject, List<String> before, List<String> now, Level added, Level removed) {
        Set<String> old = Set.copyOf(before);
        Set<String> present = Set.copyOf(now);
        before.stream()
                .filter(value -> !present.contains(value))
                .forEach(value -> add(kind, subject, value, "", removed));
        now.stream().filter(value -> !old.contains(value)).forEach(value -> add(kind, subject, "", value, added));
    }

    private void compare(Kind kind, String subject, String before, String now, Level level) {
        if (!before.equals(now)) {
            add(kind, subject, before, now, level);
        }
    }

    private void add(Kind kind, String subject, String before, String now, Level level) {
        changes.add(new Change(kind, subject, before, now, level));
    }
}
