package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the example of {@code docs/bundle.md} to the sample project that it is about. */
class BundleDocsTest {

    @Test
    void the_example_loads_the_artifact_above_it_and_gives_every_input_of_the_sample() throws IOException {
        String docs = Files.readString(Path.of("../docs/bundle.md"));
        String sample = Files.readString(Path.of("../sample-project/diamonds/src/main/ml/model.yaml"));
        List<String> columns = groups(sample, "(?m)^  (\\w+): +\\{type: (?!.*when: training)");

        assertThat(groups(docs, "<artifactId>(diamonds)</artifactId>")).hasSize(1);
        assertThat(groups(docs, "MlModel\\.load\\(\"(\\w+)\"\\)")).containsOnly("diamonds");
        assertThat(groups(docs, "\"(\\w+)\", [\"\\d]")).isNotEmpty().containsExactlyElementsOf(columns);
    }

    private static List<String> groups(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
