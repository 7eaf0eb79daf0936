package io.github.mlmaven.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.step.DataProfile;
import io.github.mlmaven.step.DataProfile.TypedColumn;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.DraftRequest;
import io.github.mlmaven.worker.DraftRequest.Wanted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataProfilingTest {

    @TempDir
    Path folder;

    @Test
    void data_that_no_model_describes_is_profiled_and_drawn_as_it_is_written() throws IOException {
        Drafts drafts = profiled();

        DataProfile profile = Json.read(DraftRequest.profile(drafts.place()), DataProfile.class);
        assertThat(profile.columns())
                .containsExactly(
                        new TypedColumn("tag", ColumnType.DATE),
                        new TypedColumn("ort", ColumnType.CATEGORY),
                        new TypedColumn("größe", ColumnType.NUMBER));
        assertThat(profile.profile().columns())
                .extractingByKey("größe")
                .satisfies(column -> assertThat(
                                column.numbers().orElseThrow().moments().max())
                        .isEqualTo(1029.5));
        assertThat(DraftRequest.page(drafts.place()))
                .isEqualTo(folder.resolve("target/ml/data.html"))
                .content()
                .contains("<bdi>größe</bdi>", "Köln", "class=\"histogram\"", "d.csv")
                .doesNotContain("No model is trained");
    }

    @Test
    void a_first_column_of_texts_before_numbers_is_profiled() throws IOException {
        Drafts drafts = new Drafts(folder).file("t.csv", "town,houses,id\nBonn,1,2\nUlm,2,3\nUlm,2,4\n");

        drafts.run("t.csv", Wanted.PROFILE);

        assertThat(Json.read(DraftRequest.profile(drafts.place()), DataProfile.class)
                        .columns())
                .containsExactly(
                        new TypedColumn("town", ColumnType.CATEGORY),
                        new TypedColumn("houses", ColumnType.INTEGER),
                        new TypedColumn("id", ColumnType.INTEGER));
    }

    @Test
    void the_same_data_makes_the_same_page() throws IOException {
        byte[] first = Files.readAllBytes(DraftRequest.page(profiled().place()));

        assertThat(Files.readAllBytes(DraftRequest.page(profiled().place()))).isEqualTo(first);
    }

    private Drafts profiled() throws IOException {
        String rows = IntStream.range(0, 30)
                .mapToObj(row -> String.format(
                        Locale.ROOT, "%02d.03.2024;%s;1.0%02d,5%n", row + 1, row % 2 == 0 ? "Köln" : "Bonn", row))
                .collect(Collectors.joining());
        Files.write(folder.resolve("d.csv"), ("tag;ort;größe\n" + rows).getBytes(StandardCharsets.ISO_8859_1));
        Drafts drafts = new Drafts(folder);
        drafts.run("d.csv", Wanted.PROFILE);
        return drafts;
    }
}
