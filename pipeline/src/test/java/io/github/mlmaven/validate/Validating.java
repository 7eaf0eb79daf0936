package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.data.Project;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.report.FindingText;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.KebabCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Data in a project's folder, held to a spec, and its findings as text. */
abstract class Validating {

    @TempDir
    Path directory;

    Project project;
    Profile training = new Profile(Profile.FORMAT, 0, new TreeMap<>(), Profile.Associations.NONE);
    Profile profile = new Profile(Profile.FORMAT, 0, new TreeMap<>(), Profile.Associations.NONE);

    @BeforeEach
    void create() {
        project = new Project(directory);
    }

    final ColumnProfile column(String name) {
        return Optional.ofNullable(profile.columns().get(name)).orElseThrow();
    }

    static String specText(String source, String columns) {
        return specText(source, columns, "y: {type: number}");
    }

    static String specText(String source, String columns, String label) {
        return """
                task: regression
                data:
                  source: '%s'
                  label: y
                  split: {column: s}
                columns:
                  %s
                  s: {type: category}
                  %s
                """.formatted(source, label, columns);
    }

    final List<String> findings(String columns, String data) throws IOException {
        project.file("d.csv", data);
        return validate(specText("d.csv", columns));
    }

    final List<String> findings(String columns, String label, String data) throws IOException {
        project.file("d.csv", data);
        return validate(specText("d.csv", columns, label));
    }

    final List<String> validate(String spec) throws IOException {
        project.spec(spec);
        try (Table table = project.open()) {
            DataValidation validation = DataValidation.of(table, project.spec());
            profile = validation.profile();
            training = validation.training();
            return validation.findings().stream().map(Validating::text).toList();
        }
    }

    // From its JSON alone, as every report reads it.
    static String text(Finding found) {
        Finding finding = Json.parse(Json.line(found), Finding.class);
        assertThat(finding).isEqualTo(found);
        List<String> rows = finding.rows().first().stream()
                .map(row -> row.file() + ":" + row.line() + " " + FindingText.found(finding, row))
                .toList();
        return "%s %s: %s %s [%s]"
                .formatted(
                        KebabCase.of(finding.severity()),
                        finding.code().key(),
                        FindingText.sentence(finding),
                        FindingText.remedy(finding),
                        String.join(", ", rows));
    }
}
