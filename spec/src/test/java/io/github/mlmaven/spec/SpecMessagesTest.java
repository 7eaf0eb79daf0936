package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds every message about a model.yaml to its words: {@code messages.txt} has a case for each. */
class SpecMessagesTest {

    private static final Path CASES = Path.of("src/test/resources/io/github/mlmaven/spec/messages.txt");
    private static final Path SOURCES = Path.of("src/main/java/io/github/mlmaven/spec");
    private static final Path TESTS = Path.of("src/test/java/io/github/mlmaven/spec");

    private static final String SMALL = """
            task: regression
            data:
              source: d.csv
              label: y
            columns:
              x: {type: number}
              k: {type: category, values: [a, b]}
              t: {type: text}
              y: {type: number, when: training}
            """;

    private static final String DESCRIPTORS = """
            {"transforms": [
              {"name": "words", "doc": "Counts words.", "tasks": ["regression"], "types": ["text", "category"],
               "parameters": [{"name": "longest", "type": "whole", "min": 1, "max": 99, "default": "9", "doc": "Letters."}]},
              {"name": "plain", "doc": "Counts letters.", "tasks": ["regression"], "types": ["text"]}
            ]}
            """;

    @TempDir
    Path folder;

    private Path file;
    private Catalog catalog;

    @BeforeEach
    void describe() throws IOException {
        file = folder.resolve("model.yaml");
        Path descriptors = folder.resolve(Catalog.FILE);
        Files.createDirectories(descriptors.getParent());
        Files.writeString(descriptors, DESCRIPTORS);
        catalog = Catalog.of(List.of(folder));
    }

    @TestFactory
    Stream<DynamicTest> each_mistake_has_its_message() throws IOException {
        assertThat(read(SMALL).warnings()).isEmpty();
        return cases().stream()
                .map(each -> dynamicTest(
                        each.name(), () -> assertThat(message(each.yaml())).isEqualTo(each.message())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fa", "tr", "th-TH-u-nu-thai"})
    void a_message_is_the_same_in_every_locale(String tag) throws IOException {
        List<Case> cases = cases();
        SpecFile here = read(SMALL);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            for (Case each : cases) {
                assertThat(message(each.yaml())).as(each.name()).isEqualTo(each.message());
            }
            assertThat(read(SMALL)).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    /** A message that is added without a case, here or in a test beside, fails by the words that nobody asserts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AddressRules",
                "BehaviourRules",
                "BooleanRules",
                "CellValue",
                "CheckRules",
                "Choice",
                "ColumnRules",
                "DataRules",
                "FeatureRules",
                "FilesRules",
                "FormProblems",
                "GateRules",
                "JdbcRules",
                "ParameterRules",
                "Problems",
                "ScalarBinder",
                "Share",
                "SliceRules",
                "SourceRules",
                "SpecBinder",
                "SpecLimits",
                "SpecReader",
                "SpecRules",
                "SpecText",
                "TableFormat",
                "TableRuleRules",
                "TextFormatRules",
                "Tolerance",
                "TrainRules",
                "Unfolding",
                "YamlEvents",
                "YamlTree"
            })
    void every_word_of_a_message_is_asserted(String source) throws IOException {
        String asserted = asserted();

        assertThat(wordings(Files.readString(SOURCES.resolve(source + ".java"))))
                .filteredOn(words -> !asserted.contains(words))
                .isEmpty();
    }

    @Test
    void a_wording_is_what_stands_between_the_values() {
        assertThat(wordings("""
                // "a comment with words"
                throw new IllegalStateException("this is ours alone");
                problem("the label '" + x + "' is %s of all.", "Set it, or remove it.", "data", "label");
                """)).containsExactly("the label '", " of all.", "Set it, or remove it.");
    }

    private static List<String> wordings(String source) {
        Matcher literals = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(source.lines()
                        .filter(line -> !line.strip().matches("(//|/?\\*).*"))
                        .collect(Collectors.joining("\n"))
                        // What a programmer is told, and no user.
                        .replaceAll("new Illegal\\w+Exception\\([^;]*;", ""));
        List<String> wordings = new ArrayList<>();
        while (literals.find()) {
            String text = literals.group(1).replace("\\n", "\n").replace("\\'", "'");
            Arrays.stream(text.split("%s|\n"))
                    .filter(words -> words.strip().contains(" ") && words.length() >= 8)
                    .filter(words -> !words.contains("\\"))
                    .forEach(wordings::add);
        }
        return wordings;
    }

    private static String asserted() throws IOException {
        StringBuilder all = new StringBuilder();
        cases().forEach(each -> all.append(each.message()).append('\n'));
        try (Stream<Path> tests = Files.list(TESTS)) {
            for (Path test : tests.sorted().toList()) {
                all.append(Files.readString(test).replaceAll("\"\\s*\\+\\s*\"", ""));
            }
        }
        return all.toString();
    }

    private SpecFile read(String yaml) throws IOException {
        return SpecReader.read(Files.writeString(file, yaml), "m", catalog);
    }

    private String message(String yaml) {
        MlException refusal = catchThrowableOfType(MlException.class, () -> read(yaml));
        return (refusal.problem() + " " + refusal.remedy()).replace(file.toString(), "FILE");
    }

    private record Case(String name, String yaml, String message) {}

    private static List<Case> cases() throws IOException {
        String all = Files.readString(CASES);
        return Arrays.stream(all.substring(all.indexOf("\n[") + 1).split("(?m)^(?=\\[)"))
                .map(SpecMessagesTest::parse)
                .toList();
    }

    private static Case parse(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        Edit edit = new Edit();
        List<String> message = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String rest = line.substring(2);
            switch (line.charAt(0)) {
                case '-' -> edit.remove(rest);
                case '+' -> edit.insert(rest);
                case '>' -> edit.append(rest);
                case '=' -> message.add(rest);
                default -> throw new IllegalArgumentException(line);
            }
        }
        return new Case(lines.get(0), edit.text(), String.join("\n", message));
    }

    /** Replaces lines of the small file by others, and adds some. */
    private static final class Edit {

        private String text = SMALL;
        private final List<String> found = new ArrayList<>();
        private final List<String> replacement = new ArrayList<>();

        void remove(String line) {
            if (!replacement.isEmpty()) {
                replace();
            }
            found.add(line);
        }

        void insert(String line) {
            replacement.add(line);
        }

        void append(String line) {
            replace();
            text += line + "\n";
        }

        String text() {
            replace();
            return text;
        }

        private void replace() {
            String before = String.join("\n", found);
            assertThat(text).contains(before);
            if (!found.isEmpty()) {
                text = text.replace(before, String.join("\n", replacement));
            }
            found.clear();
            replacement.clear();
        }
    }
}
