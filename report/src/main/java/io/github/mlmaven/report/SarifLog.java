package io.github.mlmaven.report;

import io.github.mlmaven.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A SARIF log of one run.
 *
 * @param version of the tool
 * @param id what the run is about, as a category: two logs with one id replace each other
 */
record SarifLog(String version, String id, SarifRules rules) {

    /** What all paths are relative to: whoever reads the log knows where the repository is. */
    static final String ROOT = "%SRCROOT%";

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    byte[] bytes(List<SarifResult> results) {
        return Json.text(Map.of("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run(results))))
                .getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> run(List<SarifResult> results) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Map<String, Object>> written = new ArrayList<>();
        for (SarifResult result : results) {
            int before = numbers.merge(result.fingerprint(), 1, Integer::sum) - 1;
            written.add(result.json(rules.index(result.kind().rule()), before));
        }
        return Map.of(
                "automationDetails",
                Map.of("id", id),
                "columnKind",
                "unicodeCodePoints",
                "originalUriBaseIds",
                Map.of(
                        ROOT,
                        Map.of(
                                "description",
                                message("The root of the repository, or the module where there is none."))),
                "tool",
                Map.of(
                        "driver",
                        Map.of(
                                "name",
                                "ml-maven-plugin",
                                "fullName",
                                "ml-maven-plugin " + version,
                                "version",
                                version,
                                "rules",
                                rules.json())),
                "results",
                written);
    }

    // Text of the data must not become a link: "[text](target)" is one in a message.
    static Map<String, Object> message(String text) {
        return Map.of("text", text.replace("](", "] ("));
    }
}
