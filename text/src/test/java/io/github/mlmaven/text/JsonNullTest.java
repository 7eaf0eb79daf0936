package io.github.mlmaven.text;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No null comes out of a file: neither in the place of a whole record nor among its values. */
class JsonNullTest {

    @TempDir
    Path folder;

    record Both(List<String> texts, Map<String, Double> numbers) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"texts\": null, \"numbers\": {}}",
                "{\"texts\": [null], \"numbers\": {}}",
                "{\"texts\": [], \"numbers\": {\"a\": null}}",
                "{\"numbers\": {}}"
            })
    void a_null_is_refused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("f.json"), text);

        assertThatThrownBy(() -> Json.parse(text, Both.class)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> Json.read(file, Both.class))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith(file + " line 1 is not what this version writes: ");
        assertThatThrownBy(() -> Json.convert(NullNode.instance, Both.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("null in the place of a Both");
    }
}
