package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.spec.SpecWarningCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingCodeTest {

    @Test
    void each_code_is_documented_once_and_no_other_is() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "findings.md"));
        List<String> documented = page.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(cell -> Pattern.compile("`([a-z-]+)`").matcher(cell).results())
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Arrays.stream(FindingCode.values()).map(FindingCode::key),
                                Arrays.stream(SpecWarningCode.values()).map(SpecWarningCode::key))
                        .toList());
    }
}
