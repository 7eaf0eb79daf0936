package io.github.mlmaven.report;

import static io.github.mlmaven.report.ReportTest.VERDICT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Finding.Rows;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.step.Validation;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.KebabCase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifTest {

    private static final Sarif SARIF =
            new Sarif("houses", "0.1", new SarifPlaces("models/houses/", "src/main/ml/model.yaml"));

    static final Finding OUT_OF_RANGE = Finding.of(
                    FindingCode.VALUE_OUT_OF_RANGE,
                    Severity.ERROR,
                    Subject.column("x", new SpecPlace("model.yaml", 12, 3)))
            .with(new Rows(2, 10, List.of(new Offender("data/d 1.csv", 7, "-1"), new Offender("data/d 1.csv", 9, ""))))
            .with("min", new Value.Real(0));

    @Test
    void a_finding_is_a_result_at_its_first_row_and_points_to_the_others_and_to_its_rule() {
        JsonNode log = data(OUT_OF_RANGE);

        assertThat(Json.text(log.at("/runs/0/results"))).isEqualTo("""
                        [
                          {
                            "level": "error",
                            "locations": [
                              {
                                "logicalLocations": [
                                  {
                                    "kind": "column",
                                    "name": "x"
                                  }
                                ],
                                "physicalLocation": {
                                  "artifactLocation": {
                                    "uri": "models/houses/data/d%201.csv",
                                    "uriBaseId": "%SRCROOT%"
                                  },
                                  "region": {
                                    "startLine": 7
                                  }
                                }
                              }
                            ],
                            "message": {
                              "text": "data/d 1.csv line 7, column 'x': found -1, the schema allows at least 0 (model.yaml line 12); 2 of 10 rows are so. Correct the row, or change the range in model.yaml line 12."
                            },
                            "partialFingerprints": {
                              "mlResult/v1": "FINGERPRINT:1",
                              "primaryLocationLineHash": "FINGERPRINT:1"
                            },
                            "properties": {
                              "of": 10,
                              "rows": 2
                            },
                            "relatedLocations": [
                              {
                                "id": 1,
                                "logicalLocations": [
                                  {
                                    "kind": "column",
                                    "name": "x"
                                  }
                                ],
                                "message": {
                                  "text": "No value."
                                },
                                "physicalLocation": {
                                  "artifactLocation": {
                                    "uri": "models/houses/data/d%201.csv",
                                    "uriBaseId": "%SRCROOT%"
                                  },
                                  "region": {
                                    "startLine": 9
                                  }
                                }
                              },
                              {
                                "id": 2,
                                "message": {
                                  "text": "The rule."
                                },
                                "physicalLocation": {
                                  "artifactLocation": {
                                    "uri": "models/houses/src/main/ml/model.yaml",
                                    "uriBaseId": "%SRCROOT%"
                                  },
                                  "region": {
                                    "startColumn": 3,
                                    "startLine": 12
                                  }
                                }
                              }
                            ],
                            "ruleId": "value-out-of-range",
                            "ruleIndex": RULE
                          }
                        ]
                        """.replace(
                        "FINGERPRINT",
                        log.at("/runs/0/results/0/partialFingerprints/mlResult~1v1")
                                .asText()
                                .replaceAll(":.*", ""))
                .replace("RULE", Integer.toString(index())));
        assertThat(log.at("/version").asText()).isEqualTo("2.1.0");
        assertThat(log.at("/runs/0/automationDetails/id").asText()).isEqualTo("ml/models/houses/houses/data/");
        assertThat(Sarif.dataFile(Path.of("ml"))).isEqualTo(Path.of("ml/data.sarif"));
        assertThat(Sarif.gatesFile(Path.of("ml"))).isEqualTo(Path.of("ml/gates.sarif"));
    }

    @Test
    void every_rule_has_the_help_of_its_page() {
        JsonNode rules = data(OUT_OF_RANGE).at("/runs/0/tool/driver/rules");

        assertThat(rules).hasSize(FindingCode.values().length);
        JsonNode rule = rules.get(index());
        assertThat(rule.at("/id").asText()).isEqualTo("value-out-of-range");
        assertThat(rule.at("/name").asText()).isEqualTo("ValueOutOfRange");
        assertThat(rule.at("/shortDescription/text").asText()).isEqualTo("A number is below `min` or above `max`.");
        assertThat(rule.at("/help/text").asText())
                .isEqualTo(
                        "A number is below `min` or above `max`.\n\nWhat to do: Correct the row, or change the range.");
    }

    @Test
    void a_rule_of_one_word_has_no_name_beside_its_id() {
        JsonNode rules = data().at("/runs/0/tool/driver/rules");

        assertThat(rules).anySatisfy(rule -> {
            assertThat(rule.at("/id").asText()).isEqualTo("drift");
            assertThat(rule.has("name")).isFalse();
        });
        assertThat(rules)
                .allSatisfy(rule -> assertThat(rule.at("/name").asText())
                        .isNotEqualToIgnoringCase(rule.at("/id").asText()));
    }

    @Test
    void a_fingerprint_stays_while_rows_and_lines_move_and_differs_between_columns() {
        Finding moved = Finding.of(
                        FindingCode.VALUE_OUT_OF_RANGE,
                        Severity.WARNING,
                        Subject.column("x", new SpecPlace("model.yaml", 80, 1)))
                .with(new Rows(1, 11, List.of(new Offender("data/d 1.csv", 8, "-3"))))
                .with("min", new Value.Real(0));
        Finding other = Finding.of(
                        FindingCode.VALUE_OUT_OF_RANGE,
                        Severity.ERROR,
                        Subject.column("y", new SpecPlace("model.yaml", 12, 3)))
                .with(OUT_OF_RANGE.rows())
                .with("min", new Value.Real(0));

        List<String> fingerprints = new ArrayList<>();
        data(OUT_OF_RANGE, moved, other)
                .at("/runs/0/results")
                .forEach(result -> fingerprints.add(result.at("/partialFingerprints/primaryLocationLineHash")
                        .asText()));

        String first = fingerprints.get(0).replace(":1", "");
        assertThat(first).matches("[0-9a-f]{16}");
        // Two of one log are told apart by their number.
        assertThat(fingerprints.get(1)).isEqualTo(first + ":2");
        assertThat(fingerprints.get(2)).endsWith(":1").doesNotStartWith(first);
    }

    @Test
    void two_checks_are_two_findings() {
        Finding check = Finding.of(
                        FindingCode.SQL_CHECK_INVALID, Severity.ERROR, Subject.rule(new SpecPlace("model.yaml", 20, 3)))
                .with("reason", "no such column");

        assertThat(FindingIdentity.of(check.with("sql", "a > b")))
                .isNotEqualTo(FindingIdentity.of(check.with("sql", "a > c")));
    }

    @Test
    void values_of_the_data_are_no_links_and_are_cut() {
        Finding hostile = OUT_OF_RANGE.with(new Rows(
                1, 10, List.of(new Offender("d.csv", 7, "[click](https://evil.example)" + "x".repeat(10_000)))));

        String text = data(hostile).at("/runs/0/results/0/message/text").asText();

        assertThat(text)
                .contains("[click] (https://evil.example)")
                .endsWith(" characters)")
                .hasSizeLessThan(1_100);
    }

    @Test
    void gates_that_do_not_pass_are_results_at_their_rule() {
        JsonNode log = Json.parse(
                new String(SARIF.gates(VERDICT, AcceptCommand.ONLY), StandardCharsets.UTF_8), JsonNode.class);
        JsonNode results = log.at("/runs/0/results");

        assertThat(results).hasSize(2);
        assertThat(results.at("/0/ruleId").asText()).isEqualTo("gate-broken");
        assertThat(results.at("/0/level").asText()).isEqualTo("error");
        assertThat(results.at("/0/message/text").asText())
                .isEqualTo("rmse is 612.4, but at most 600 is allowed (model.yaml line 12).");
        assertThat(results.at("/0/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(12);
        assertThat(results.at("/1/ruleId").asText()).isEqualTo("gate-no-baseline");
        assertThat(results.at("/1/level").asText()).isEqualTo("note");
        assertThat(log.at("/runs/0/automationDetails/id").asText()).isEqualTo("ml/models/houses/houses/gates/");
        JsonNode rules = log.at("/runs/0/tool/driver/rules");
        assertThat(rules).hasSize(Reason.values().length - 1);
        for (JsonNode result : results) {
            assertThat(rules.get(result.at("/ruleIndex").asInt()).at("/id")).isEqualTo(result.at("/ruleId"));
        }
    }

    @Test
    void every_reason_of_a_gate_is_documented() {
        for (Reason reason : Reason.values()) {
            assertThat(DocumentedCode.in("gates.md")).containsKey(KebabCase.of(reason));
        }
    }

    @Test
    void the_same_results_make_the_same_bytes_without_a_path_of_this_machine() {
        Verdict again = Json.parse(Json.text(VERDICT), Verdict.class);
        assertThat(SARIF.gates(again, AcceptCommand.ONLY)).isEqualTo(SARIF.gates(VERDICT, AcceptCommand.ONLY));
        assertThat(data(OUT_OF_RANGE)).isEqualTo(data(OUT_OF_RANGE));
        assertThat(new String(SARIF.gates(VERDICT, AcceptCommand.ONLY), StandardCharsets.UTF_8))
                .doesNotContain(System.getProperty("user.dir"));
    }

    private static int index() {
        return List.of(FindingCode.values()).indexOf(FindingCode.VALUE_OUT_OF_RANGE);
    }

    static JsonNode data(Finding... findings) {
        Validation validation = new Validation(Validation.FORMAT, 10, 0, List.of(findings));
        Validation again = Json.parse(Json.text(validation), Validation.class);
        return Json.parse(new String(SARIF.data(again, AcceptCommand.ONLY), StandardCharsets.UTF_8), JsonNode.class);
    }
}
