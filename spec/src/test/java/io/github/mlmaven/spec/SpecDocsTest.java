package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MetricDescriptor;
import io.github.mlmaven.api.MetricDescriptor.Extent;
import io.github.mlmaven.api.MetricDescriptor.Unit;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.api.TrainerDescriptor;
import io.github.mlmaven.api.TransformDescriptor;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.text.Numbers;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the published pages equal to what the records say; {@code -Dml.docs.write=true} writes them. */
class SpecDocsTest {

    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void the_published_json_schema_is_what_the_reader_accepts() throws IOException {
        isPublished(DOCS.resolve("model.schema.json"), Json.text(SpecSchema.json(Catalog.builtIn())));
    }

    @Test
    void the_published_reference_is_what_the_reader_accepts() throws IOException {
        isPublished(DOCS.resolve("model-yaml.md"), new Reference().text());
    }

    private static void isPublished(Path file, String text) throws IOException {
        if (Boolean.getBoolean("ml.docs.write")) {
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("run: mvn test -pl spec -Dtest=SpecDocsTest -Dml.docs.write=true")
                .hasContent(text);
    }

    /** A page with a table for each mapping of model.yaml. */
    private static final class Reference {

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
        private static final String CSV = """
                [data.md](data.md) has an example of each. With `decimal: ','` the text `44,2` is a number and `44.2` is none;
                with `thousands: '.'` groups of three digits are separated throughout or not at all: `1.234.567` and `1234567`,
                not `1234.567`. Both hold for number and integer columns, and for the numbers of `missing`. A line is a comment
                if the character is its first; within quotes and behind other text it is a letter. Delimiter, quote and comment
                are ASCII. Every file of the source is written in the one format.

                """;
        private static final String MISSING = """
                `missing` replaces the default, it does not add to it: `[NA]` makes `NA` a missing value, and an empty cell
                is then a text of a category and no value of a number; write `['', NA]` for both. `[]` makes every cell a
                value. A parquet file knows its missing values itself. What stands for a missing value in the model is the
                `missing` of [`features`](#features), another thing: without it trees are told that the value is missing,
                and linear trainers get the median of a number and a category of its own. Whether a value may be missing
                at all is `required` and `max-missing` of [`columns`](#columns).

                `where` is held to what a SQL check is held to: one expression over the columns of the row, without other
                tables and files, and without functions such as `random()` and `now()`. Where a value is missing it is mostly
                not true. A row that has in one of its columns a value that is not of the column's type is never left out: it
                is a finding. Rows that are left out are in no split, profile, check or evaluation, and are counted; the
                rows of findings keep their places in the file.

                """;

        /** What {@code spec}'s TimeTexts reads. */
        private static final String TIMES = """
                ## Dates and times

                - `date`: a day of the calendar, as ISO 8601 writes it (`2026-01-31`), or as `format` says.
                - `timestamp`: an instant, to the microsecond: `2026-01-31T10:15:30.25+01:00`, with a `T` or a blank, without
                  the seconds where they are 0. Where the text has no offset it is a time in `zone`, and UTC without one. At an
                  hour that comes twice when the clocks change it is the first of both; an hour that the clocks leave out is an
                  error.
                - `format` is a pattern of Java's `DateTimeFormatter`, read strictly and without any locale: `dd.MM.uuuu`,
                  `M/d/uuuu H:mm`. `y` is read as `u`, the year. The 30th of February, blanks around, a day for a timestamp and a
                  time of day for a date are errors with their places. Years are those from 1 to 9999.
                - A Parquet file's dates and timestamps are read as they are; one without a zone is in `zone`; one at midnight
                  is a day too. Its texts are read as those of csv.
                - `min` and `max` are written by ISO 8601 whatever the format: `min: 2020-01-01`, and of a timestamp a day, which
                  is its midnight in UTC, or `2020-01-01T08:00:00+01:00`.

                **As features** dates and timestamps are left out unless a transform is named: a model that learned from 2020 to
                2025 knows nothing of 2026, and most dates only tell when a row was written down. `encode: number` makes one
                feature, the days since 1970-01-01; `encode: calendar` makes one for each part: year, month and day of the week,
                or those that its parameters choose. In requests to the server, and in Java, they are written by ISO 8601,
                a timestamp with its offset or `Z`; a `LocalDate`, `Instant` or `OffsetDateTime` does as well.

                ```yaml
                columns:
                  sold:  {type: date, format: dd.MM.uuuu, min: 2015-01-01}
                  asked: {type: timestamp, zone: Europe/Berlin}
                features:
                  sold:  {encode: number}
                  asked: {encode: calendar, parameters: {year: false, hour: true, offset: 60}}
                ```

                In a SQL check they are a `date` and a `timestamp` in UTC: `sold >= date '2015-01-01'`. Of formats with letters
                or names and of zones other than UTC the check says that the engine cannot read them.

                Parameters of `calendar`: `year`, `month` and `day-of-week` (1 is Monday) are true unless said otherwise, `day`,
                `day-of-year` and `hour` are false; `offset` is how many minutes the clock of a timestamp's parts is ahead of
                UTC, from -1080 to 1080.

                """;

        private final Map<Class<?>, String> waiting = new LinkedHashMap<>();

        String text() {
            section("The file", ModelSpec.class);
            while (!waiting.isEmpty()) {
                Map.Entry<Class<?>, String> next = waiting.entrySet().iterator().next();
                waiting.remove(next.getKey());
                section("`" + next.getValue() + "`", next.getKey());
            }
            numbers();
            page.append(TIMES);
            transforms();
            trainers();
            metrics();
            otherWords();
            return page.toString();
        }

        /** What {@code pipeline}'s DecimalText holds the data to. */
        private void numbers() {
            page.append("""
                    ## Numbers

                    The same in csv, tsv and the texts of a Parquet file, and in a SQL check; where [`csv`](#csv) has a `decimal`
                    or `thousands`, numbers of csv and tsv files are written so, those of model.yaml and of the checks stay as
                    they are:

                    - `number`: digits with at most one `.`, a `+` or `-` before and an exponent (`e5`, `E-5`) behind where wanted,
                      white space around; finite. `1_000`, `1,000`, `0x10`, `+-1` and `NaN` are no numbers.
                    - `integer`: such a number that is whole to its last digit and has at most 18 digits: `3`, `3.0`, `3e2` and
                      `1e17`, not `1e18` and not `1.0000000000000000001`. Integers are never rounded: `min` and `max` of an integer
                      column are compared digit by digit, also beyond 2^53.

                    ## Booleans

                    A boolean is `true`, `false`, `1` or `0`, the words in any case. Other words are listed, to the letter, all
                    that occur:

                    ```yaml
                    columns:
                      paid: {type: boolean, true-values: ['Yes', 'J'], false-values: ['No', 'N']}
                    ```

                    `1` and `0` then are booleans only if they are listed; `true` and `false` stay. What `data.missing` lists is a
                    missing value first: for an empty cell that says no, leave `''` out of both it and `true-values`. The keys are
                    no bare `true` and `false`, and the texts stand in quotes, because readers of YAML 1.1, such as some editors and
                    formatters, take `true`, `yes`, `no`, `on` and `y` for booleans and write them otherwise. The same texts are
                    read everywhere: in csv, tsv, JSON and the texts of a Parquet file, in a SQL check, by `ml:predict`, and from
                    the bundle by the server and `MlModel`, which take JSON's or Java's `true` and `false` beside them. A label is
                    called `true` or `false` however it is written.

                    """);
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
                page.append(MISSING);
            }
            if (type == TextFormat.class) {
                page.append(CSV);
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
            return words + (words.isEmpty() ? "" : "or ") + "a " + kind + ", below";
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
                String tasks =
                        trainer.tasks().stream().sorted().map(KebabCase::of).collect(Collectors.joining(" and "));
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
            page.append("## Metrics\n\n| metric | task | better | values | | elsewhere |\n|---|---|---|---|---|---|\n");
            for (MetricDescriptor metric : Catalog.builtIn().all(MetricDescriptor.class)) {
                page.append("| `%s` | %s | %s | %s | %s | %s |\n"
                        .formatted(
                                metric.name(),
                                metric.tasks().stream()
                                        .sorted()
                                        .map(KebabCase::of)
                                        .collect(Collectors.joining(" and ")),
                                KebabCase.of(metric.better()),
                                extent(metric.extent()),
                                metric.doc().replace("|", "\\|"),
                                words(Catalog.builtIn().entry(metric).aliases())));
            }
            page.append("\nFormulas and sources: [metrics.md](metrics.md).\n");
        }

        private void otherWords() {
            page.append(
                    "## Other words\n\nWhat the file calls otherwise than other tools do.\n\n| here | elsewhere |\n|---|---|\n");
            Words.of(Words.KEYS)
                    .byMeaning()
                    .forEach((key, others) -> page.append("| `%s` | %s |\n".formatted(key, words(others))));
            for (Class<? extends Enum<?>> type : List.of(
                    ColumnType.class,
                    Task.class,
                    Scale.class,
                    Missing.class,
                    Severity.class,
                    When.class,
                    Encoding.class)) {
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
            String range = (from + " " + to).strip();
            return (range.isEmpty() ? "any" : range) + unit;
        }
    }
}
