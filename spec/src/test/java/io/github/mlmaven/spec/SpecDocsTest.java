package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        isPublished(DOCS.resolve("model-yaml.md"), new SpecReference().text());
    }

    private static void isPublished(Path file, String text) throws IOException {
        if (Boolean.getBoolean("ml.docs.write")) {
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("run: mvn test -pl spec -Dtest=SpecDocsTest -Dml.docs.write=true")
                .hasContent(text);
    }
}
