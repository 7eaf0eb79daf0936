package io.github.mlmaven.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a header and its values are called, model.yaml says the same again. */
class HostileNamesTest {

    @Property(tries = 300)
    void names_and_values_are_read_as_they_were_written(
            @ForAll("texts") Set<String> names, @ForAll("texts") Set<String> values) throws IOException {
        List<String> all = List.copyOf(names);
        List<SeenColumn> columns = new ArrayList<>();
        for (String name : all) {
            columns.add(Seen.column(name, rows(List.copyOf(values), name)));
        }
        columns.add(Seen.column("the label", rows(List.of("p", "q"), "")));
        SeenTable table = SeenTable.decided(columns);

        Draft draft = Draft.of(SourceSpec.of("d.csv"), table, Optional.of("the label"));
        ModelSpec spec = read(DraftText.of(draft, Optional.empty(), List.of()));

        assertThat(spec.columns().keySet()).containsSequence(all);
        assertThat(spec.data().missing()).containsAll(table.missing());
        for (DraftColumn column : draft.columns()) {
            assertThat(spec.column(column.name()).domain().values())
                    .isEqualTo(column.guess().values());
            assertThat(spec.column(column.name()).type())
                    .isEqualTo(column.guess().type());
        }
    }

    @Provide
    Arbitrary<Set<String>> texts() {
        Arbitrary<String> hostile = Arbitraries.of(
                "null", "~", "yes", "on", "1", "01", "1e3", ".5", "-", "- a", "a: b", "a #b", "#", "&a", "*a", "!t",
                "|", ">", "{a}", "[a, b]", "'", "\"", "\\", "a\nb", "a\tb", " a", "a ", "?", "%", "@", "`", "<<",
                "true", "é", "名前", "😀", "\u00a0", "\u2028", "a/b", "...", "---", "=", "a,b", "\u200b", "٣");
        Arbitrary<String> any = Arbitraries.strings()
                .withCharRange('\u0000', '\ud7ff')
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(text -> !text.isBlank());
        return Arbitraries.oneOf(hostile, any)
                .filter(text -> !text.isBlank() && !text.equals("the label"))
                .set()
                .ofMinSize(2)
                .ofMaxSize(8);
    }

    /** Numbers in one column, so that there is something to learn from, texts in the others. */
    private static List<String> rows(List<String> values, String name) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < 60; row++) {
            rows.add(name.length() % 3 == 1 ? row % 7 + ".5" : values.get(row % values.size()));
        }
        return rows;
    }

    private static ModelSpec read(String text) throws IOException {
        Path file = Files.createTempFile("model", ".yaml");
        try {
            Files.writeString(file, text);
            return SpecReader.read(file, "example").spec();
        } finally {
            Files.delete(file);
        }
    }
}
