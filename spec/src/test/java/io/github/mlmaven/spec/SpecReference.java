package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.MetricDescriptor.Extent;
import io.github.mlmaven.api.MetricDescriptor.Unit;
import io.github.mlmaven.api.Parameter;
import io.github.mlmaven.api.ParameterType;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.api.TrainerDescriptor;
import io.github.mlmaven.api.TransformDescriptor;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.Numbers;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page with a table for each mapping of model.yaml. */
final class SpecReference {

    private final StringBuilder page = new StringBuilder("""
            # model.yaml

            What the model is: data, schema, features, trainer, evaluation and gates, in `src/main/ml/model.yaml`. The
            file is strict: an unknown or misspelt key is an error with its line, its column and the nearest valid key.
            For completion in an editor, begin the file with

            ```yaml
            # yaml-language-server: $schema=<where you keep it>/model.schema.json
            ```

            and [model.schema.json](model.schema.json). This page and the schema are made from the records that the
            build reads.

            A file is UTF-8, at most %s bytes, nested at most %s deep and has at most %s keys and values, with what
            aliases (`&name`, `*name`) stand for; a key has at most %s letters. Of more than %s errors the first %s are
            told. It is YAML 1.2: `yes`, `no`, `on` and dates are texts, so that `values: [yes, no]` lists two of them,
            as `[1, 2]` and `[true, false]` list texts as they are written. A text that YAML reads as nothing (`null`,
            `~`) needs quotes. Numbers are written with a point and ASCII digits, and without separators. There are no
            merge keys (`<<`) and no tags.

            What users of other tools call a key, a type, a metric, a trainer or a parameter is no second name for it:
            the error asks whether the one was meant.

            """.formatted(
                    Numbers.count(SpecText.MAX_BYTES),
                    SpecLimits.MAX_DEPTH,
                    Numbers.count(SpecLimits.MAX_VALUES),
                    SpecLimits.MAX_KEY,
                    Problems.TOLD,
                    Problems.TOLD));
    private final Map<Class<?>, String> waiting = new LinkedHashMap<>();

    String text() {
        section("The file", ModelSpec.class);
        while (!waiting.isEmpty()) {
            Map.Entry<Class<?>, String> next = waiting.entrySet().iterator().next();
            waiting.remove(next.getKey());
            section("`" + next.getValue() + "`", next.getKey());
        }
        page.append(SpecReferenceTexts.NUMBERS);
        page.append(SpecReferenceTexts.TIMES);
        transforms();
        trainers();
        metrics();
        otherWords();
        return page.toString();
    }

    private void section(String title, Class<?> type) {
        page.append("## ").append(title).append("\n\n| key | value | default | |\n|---|---|---|---|\n");
        for (RecordComponent component : Keys.components(type)) {
            Default absent = component.getAnnotation(Default.class);
            String value = absent == null ? "" : "`" + absent.value() + "`";
            page.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            Keys.of(component),
                            value(component),
                            SpecSchema.isRequired(component) ? "required" : value,
                            component.getAnnotation(Doc.class).value() + more(component)));
        }
        page.append("\n");
        if (type == DataSpec.class) {
            page.append(SpecReferenceTexts.MISSING);
        }
        if (type == TextFormat.class) {
            page.append(SpecReferenceTexts.CSV);
        }
        if (type == ColumnSpec.class) {
            rulesWithTerms();
        }
    }

    private void rulesWithTerms() {
        page.append("""
                ### Rules with terms

                A rule may have a severity of its own, and hold for training data or for what is predicted alone:

                ```yaml
                columns:
                  carat: {type: number, min: {value: 0.1, severity: warning}, max: 6}
                  plate: {type: text, pattern: {value: '[A-Z]{2}-[0-9]+', when: training}}
                  cut:   {type: category, required: {value: true, when: serving}}
                ```

                | key | value | default | |
                |---|---|---|---|
                | `value` | as without terms | required | What the rule says. |
                """);
        for (RecordComponent component : Keys.components(RuleTerms.class)) {
            Default absent = component.getAnnotation(Default.class);
            page.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            Keys.of(component),
                            value(component),
                            absent == null ? "" : "`" + absent.value() + "`",
                            component.getAnnotation(Doc.class).value()));
        }
        page.append("""

                What is predicted is each row of a request to the server, of a call of `MlModel`, and of a file of
                `ml:predict`. The last holds it to every rule that is `always` or `serving`, as the build holds training data
                to those that are `always` or `training`. The server and `MlModel` refuse a row that breaks `type`,
                `required`, or, where that is an error, `pattern` or `length`, so that what the build refuses they refuse too.
                They answer to a number outside of `min` and `max` and to a text that is none of `values`, since the model
                has an answer, and the server counts such values in the header `ml-outside-schema`; a `min`, `max` or
                `values` with `when: serving` is refused as well where it is an error.

                """);
    }

    private static String more(RecordComponent component) {
        AtMost most = component.getAnnotation(AtMost.class);
        Example example = component.getAnnotation(Example.class);
        return (most == null ? "" : " At most " + Numbers.count(most.value()) + ".")
                + (example == null ? "" : " Example: `" + example.value() + "`.");
    }

    private static String words(List<String> aliases) {
        return aliases.stream().map(alias -> "`" + alias + "`").collect(Collectors.joining(", "));
    }

    private String value(RecordComponent component) {
        String key = Keys.of(component);
        Named named = component.getAnnotation(Named.class);
        if (named == null) {
            String value = value(component.getGenericType(), key);
            return component.isAnnotationPresent(Rule.class) ? value + "; [with terms](#rules-with-terms)" : value;
        }
        String words = Stream.of(named.or()).map(word -> "`" + word + "`, ").collect(Collectors.joining());
        String kind = KebabCase.of(named.value().getSimpleName().replace("Descriptor", ""));
        String told = named.value() == MetricDescriptor.class
                ? ", or mapping of its `name` and [what it is told](#what-metrics-are-told)"
                : "";
        return (component.getType() == List.class ? "list of " : "") + words + (words.isEmpty() ? "" : "or ") + "a "
                + kind + ", below" + told;
    }

    private String value(Type type, String key) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            String raw = ((Class<?>) generic.getRawType()).getSimpleName();
            return switch (raw) {
                case "List" -> "list of " + value(arguments[0], key);
                case "Map" -> "mapping of names to " + value(arguments[1], key);
                default -> value(arguments[0], key);
            };
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isEnum()) {
            return ScalarBinder.names(raw).stream()
                    .map(name -> "`" + name + "`")
                    .collect(Collectors.joining(", "));
        }
        if (ScalarBinder.reads(raw)) {
            return ScalarBinder.expected(raw).replaceFirst("^an? ", "");
        }
        waiting.putIfAbsent(raw, key);
        Shorthand shorthand = raw.getAnnotation(Shorthand.class);
        return (shorthand == null ? "" : "text, which is its `" + shorthand.value() + "`, or ") + "mapping, see [`"
                + key + "`](#" + key + ")";
    }

    private void transforms() {
        page.append("## Transforms\n\n| transform | of columns | | elsewhere |\n|---|---|---|---|\n");
        for (TransformDescriptor transform : Catalog.builtIn().all(TransformDescriptor.class)) {
            String types =
                    transform.types().stream().sorted().map(KebabCase::of).collect(Collectors.joining(", "));
            page.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            transform.name(),
                            types,
                            transform.doc(),
                            words(Catalog.builtIn().entry(transform).aliases())));
        }
        page.append("\n");
    }

    private void trainers() {
        page.append("## Trainers\n\n");
        for (TrainerDescriptor trainer : Catalog.builtIn().all(TrainerDescriptor.class)) {
            String tasks = trainer.tasks().stream().sorted().map(KebabCase::of).collect(Collectors.joining(" and "));
            CatalogEntry entry = Catalog.builtIn().entry(trainer);
            page.append(
                    "### `%s`\n\n%s For %s. Elsewhere: %s.\n\n| parameter | default | range | | elsewhere |\n|---|---|---|---|---|\n"
                            .formatted(trainer.name(), trainer.doc(), tasks, words(entry.aliases())));
            trainer.parameters()
                    .forEach(parameter -> page.append("| `%s` | `%s` | %s | %s | %s |\n"
                            .formatted(
                                    parameter.name(),
                                    parameter.defaultValue(),
                                    parameter.type().allowed(),
                                    parameter.doc(),
                                    words(entry.parameters().getOrDefault(parameter.name(), List.of())))));
            page.append("\n");
        }
    }

    private void metrics() {
        page.append(
                "## Known metrics\n\n| metric | task | measured | better | values | | elsewhere |\n|---|---|---|---|---|---|---|\n");
        for (MetricDescriptor metric : Catalog.builtIn().all(MetricDescriptor.class)) {
            page.append("| `%s` | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            metric.name(),
                            metric.tasks().stream().sorted().map(KebabCase::of).collect(Collectors.joining(" and ")),
                            metric.usual() ? "always" : "if asked for",
                            KebabCase.of(metric.better()),
                            extent(metric.extent()),
                            metric.doc().replace("|", "\\|"),
                            words(Catalog.builtIn().entry(metric).aliases())));
        }
        page.append(
                "\nA metric that is not always measured is so where a gate names it, or `evaluate.metrics`. Formulas and sources:"
                        + " [metrics.md](metrics.md).\n\n");
        page.append(SpecReferenceTexts.TOLD);
        for (MetricDescriptor metric : Catalog.builtIn().all(MetricDescriptor.class)) {
            Map<String, List<String>> aliases = Catalog.builtIn().entry(metric).parameters();
            metric.parameters()
                    .forEach(parameter -> page.append("| `%s` | `%s` | %s | %s | %s | %s |\n"
                            .formatted(
                                    metric.name(),
                                    parameter.name(),
                                    absent(parameter),
                                    parameter.type().allowed(),
                                    parameter.doc(),
                                    words(aliases.getOrDefault(parameter.name(), List.of())))));
        }
        page.append("\n");
    }

    private static String absent(Parameter parameter) {
        if (parameter.type() instanceof ParameterType.Label label) {
            return label.orAll() ? "all labels" : "of two the second";
        }
        return parameter.isRequired() ? "required" : "`" + parameter.defaultValue() + "`";
    }

    private void otherWords() {
        page.append(
                "## Other words\n\nWhat the file calls otherwise than other tools do.\n\n| here | elsewhere |\n|---|---|\n");
        Words.of(Words.KEYS)
                .byMeaning()
                .forEach((key, others) -> page.append("| `%s` | %s |\n".formatted(key, words(others))));
        for (Class<? extends Enum<?>> type : List.of(
                ColumnType.class, Task.class, Scale.class, Missing.class, Severity.class, When.class, Encoding.class)) {
            Words.of(KebabCase.of(type.getSimpleName())).byMeaning().forEach((value, others) -> {
                assertThat(ScalarBinder.names(type)).contains(value);
                page.append("| `%s` | %s |\n".formatted(value, words(others)));
            });
        }
    }

    private static String extent(Extent extent) {
        String unit = extent.unit() == Unit.LABEL ? ", in the label's unit" : "";
        String from = extent.min().map(min -> "from " + min).orElse("");
        String to = extent.max().map(max -> "to " + max).orElse("");
        String range = (from + " " + to).strip()
                + extent.follows()
                        .map(parameter -> ", by its `" + parameter + "`")
                        .orElse("");
        return (range.isEmpty() ? "any" : range.replaceFirst("^, ", "")) + unit;
    }
}
