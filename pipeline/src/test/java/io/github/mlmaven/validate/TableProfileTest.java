package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Profile.ColumnProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void free_texts_are_held_against_nothing(@TempDir Path directory) throws IOException {
        Fold fold = new Fold();
        TableProfile planned =
                new TableProfile(new Project(directory).spec(SPEC).spec().spec(), fold);
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("a", Marked.texts(List.of("u", "u", "v", "v")));
        columns.put("b", Marked.texts(List.of("p", "p", "q", "q")));
        columns.put("y", Marked.texts(List.of("0", "0", "1", "1")));
        fold.add(Marked.training(columns, 4));

        Profile profile = planned.ofAll(4);

        assertThat(profile.associations().columns()).isEqualTo(1);
        assertThat(profile.associations().rows()).isEqualTo(4);
        assertThat(profile.columns().values())
                .extracting(ColumnProfile::label)
                .containsExactly(Optional.empty(), Optional.of(1.0), Optional.empty());
    }
}
