package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.step.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which columns are held against one another. */
class TableProfileTest {

    private static final String SPEC = """
            task: classification
            data: {source: d.csv, label: y}
            columns:
              a: {type: text}
              b: {type: category}
              y: {type: category}
            """;

    private static final int ROWS = 40;

    private static List<String> halves(String one, String other) {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> row < ROWS / 2 ? one : other)
                .toList();
    }

    @Test
    void free_texts_are_held_against_nothing(@TempDir Path directory) throws IOException {
        Fold fold = new Fold();
        TableProfile planned =
                new TableProfile(new Project(directory).spec(SPEC).spec().spec(), fold);
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("a", Marked.texts(halves("u", "v")));
        columns.put("b", Marked.texts(halves("p", "q")));
        columns.put("y", Marked.texts(halves("0", "1")));
        fold.add(Marked.training(columns, ROWS));

        Profile profile = planned.ofAll(ROWS);

        assertThat(profile.associations().columns()).isEqualTo(1);
        assertThat(profile.associations().rows()).isEqualTo(ROWS);
        assertThat(profile.columns().values())
                .extracting(column -> column.label().isPresent())
                .containsExactly(false, true, false);
    }
}
