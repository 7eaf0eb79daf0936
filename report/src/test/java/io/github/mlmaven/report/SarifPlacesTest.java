package io.github.mlmaven.report;

import static io.github.mlmaven.report.SarifTest.OUT_OF_RANGE;
import static io.github.mlmaven.report.SarifTest.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Finding.Rows;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.text.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where results are: in files of the project, else at the model. */
class SarifPlacesTest {

    @Test
    void rows_of_parquet_are_on_no_line_and_files_elsewhere_are_not_named() {
        Rows rows = new Rows(
                4,
                10,
                List.of(
                        new Offender("../shared/d.parquet", 7, "-1"),
                        new Offender("../../../d.csv", 8, "-2"),
                        new Offender("/home/me/d.csv", 9, "-3"),
                        new Offender("jdbc:postgresql://db/x", 9, "-4")));
        JsonNode result = data(OUT_OF_RANGE.with(rows)).at("/runs/0/results/0");

        assertThat(Json.line(result.at("/locations/0/physicalLocation")))
                .isEqualTo("{\"artifactLocation\":{\"uri\":\"models/shared/d.parquet\",\"uriBaseId\":\"%SRCROOT%\"},"
                        + "\"region\":{\"startLine\":1}}");
        assertThat(result.at("/relatedLocations")).hasSize(1);
        assertThat(result.at("/relatedLocations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("models/houses/src/main/ml/model.yaml");
    }

    @Test
    void a_row_of_a_query_is_at_model_yaml_with_its_key() {
        Rows rows = new Rows(1, 10, List.of(new Offender("data.query", 7, Optional.of("house = 3"), "-1")));
        JsonNode location = data(OUT_OF_RANGE.with(rows)).at("/runs/0/results/0/locations/0");

        assertThat(location.at("/physicalLocation/artifactLocation/uri").asText())
                .isEqualTo("models/houses/src/main/ml/model.yaml");
        assertThat(FindingText.at(rows.first().get(0))).isEqualTo("data.query:7 (house = 3)");
        assertThat(FindingText.sentence(OUT_OF_RANGE.with(rows))).startsWith("data.query row 7 (house = 3), column '");
    }

    @Test
    void rows_from_elsewhere_are_named_by_address_and_coordinates_and_are_at_the_rule() {
        Rows rows = new Rows(1, 10, List.of(new Offender("https://example.org/d.csv", 7, "-1")));
        JsonNode result = data(OUT_OF_RANGE.with(rows)).at("/runs/0/results/0");

        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("models/houses/src/main/ml/model.yaml");
        assertThat(FindingText.sentence(OUT_OF_RANGE.with(rows)))
                .startsWith("https://example.org/d.csv line 7, column '");
        assertThat(sentence("org.example:d:1:csv.gz:all")).startsWith("org.example:d:1:csv.gz:all line 7, column '");
        assertThat(sentence("org.example:d:1:parquet")).startsWith("org.example:d:1:parquet row 7, column '");
        assertThat(sentence("org.example:d:1:json.gz:all")).startsWith("org.example:d:1:json.gz:all row 7, column '");
        assertThat(sentence("org.example:parquet:1:csv")).startsWith("org.example:parquet:1:csv line 7, column '");
    }

    private static String sentence(String file) {
        return FindingText.sentence(OUT_OF_RANGE.with(new Rows(1, 10, List.of(new Offender(file, 7, "-1")))));
    }

    @Test
    void a_finding_about_a_file_is_at_the_file_and_one_about_nothing_at_the_model() {
        Finding empty = Finding.of(FindingCode.DATA_EMPTY, Severity.ERROR, Subject.file("data/d.csv"))
                .with("header", "expected");
        Finding outside = Finding.of(FindingCode.DATA_EMPTY, Severity.WARNING, Subject.file("/d.csv"))
                .with("header", "expected");

        JsonNode results = data(empty, outside).at("/runs/0/results");

        assertThat(results.at("/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("models/houses/data/d.csv");
        assertThat(results.at("/1/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("models/houses/src/main/ml/model.yaml");
        assertThat(results.at("/1/level").asText()).isEqualTo("warning");
    }
}
