package io.github.mlmaven.report;

import io.github.mlmaven.text.Excerpt;
import io.github.mlmaven.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A result of a SARIF log.
 *
 * @param text what it says, in whole sentences
 * @param locations the first is where it is shown, the others belong to it
 * @param identity what tells it from other results and stays in later builds
 * @param properties more of it, for programs
 */
record SarifResult(
        Kind kind, String text, List<Location> locations, List<String> identity, Map<String, Object> properties) {

    /** The longest message that services show. */
    private static final int SHOWN_TEXT = 1000;

    /** @param rule its id */
    record Kind(String rule, String level) {}

    /**
     * A place in a file.
     *
     * @param path relative to the repository
     * @param line from 1; 0 for the file as such
     * @param column from 1; 0 where it is not known
     * @param dataColumn the column of a table
     * @param text what is there
     */
    record Location(String path, int line, int column, Optional<String> dataColumn, String text) {

        Map<String, Object> json() {
            Map<String, Object> physical = new TreeMap<>();
            physical.put("artifactLocation", Map.of("uri", encoded(path), "uriBaseId", SarifLog.ROOT));
            physical.put("region", region());
            Map<String, Object> json = new TreeMap<>();
            json.put("physicalLocation", physical);
            dataColumn.ifPresent(name -> json.put("logicalLocations", List.of(Map.of("name", name, "kind", "column"))));
            return json;
        }

        // GitHub shows nothing that has no line: a file as such is at its first.
        private Map<String, Object> region() {
            int shown = Math.max(line, 1);
            return column > 0 ? Map.of("startLine", shown, "startColumn", column) : Map.of("startLine", shown);
        }

        private Map<String, Object> related(int id) {
            Map<String, Object> json = json();
            json.put("id", id);
            json.put("message", SarifLog.message(text));
            return json;
        }

        // RFC 3986: what is not unreserved is percent-encoded, byte by byte.
        private static String encoded(String path) {
            StringBuilder uri = new StringBuilder();
            for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
                char c = (char) (b & 0xFF);
                if ((c < 0x80 && Character.isLetterOrDigit(c)) || "-._~/".indexOf(c) >= 0) {
                    uri.append(c);
                } else {
                    uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
                }
            }
            return uri.toString();
        }
    }

    /**
     * The result in JSON.
     *
     * @param ruleIndex of its rule in the log
     * @param number of results before it that have its identity
     */
    Map<String, Object> json(int ruleIndex, int number) {
        String fingerprint = fingerprint() + ":" + (number + 1);
        Map<String, Object> json = new TreeMap<>();
        json.put("ruleId", kind.rule());
        json.put("ruleIndex", ruleIndex);
        json.put("level", kind.level());
        json.put("message", SarifLog.message(Excerpt.of(text, SHOWN_TEXT)));
        json.put("locations", List.of(locations.get(0).json()));
        // GitHub knows the second name alone.
        json.put("partialFingerprints", Map.of("mlResult/v1", fingerprint, "primaryLocationLineHash", fingerprint));
        List<Map<String, Object>> related = new ArrayList<>();
        for (int i = 1; i < locations.size(); i++) {
            related.add(locations.get(i).related(i));
        }
        if (!related.isEmpty()) {
            json.put("relatedLocations", related);
        }
        if (!properties.isEmpty()) {
            json.put("properties", new TreeMap<>(properties));
        }
        return json;
    }

    String fingerprint() {
        return Sha256.of(String.join("\u0000", identity)).substring(0, 16);
    }
}
