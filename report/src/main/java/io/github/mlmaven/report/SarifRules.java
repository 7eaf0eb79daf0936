package io.github.mlmaven.report;

import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.text.KebabCase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The rules of a SARIF log: every code that there is, with what our documentation says of it.
 *
 * @param ids in the order of the log
 * @param pages what is documented of each
 */
record SarifRules(List<String> ids, List<DocumentedCode> pages) {

    /** The beginning of the ids of rules for gates. */
    static final String GATE = "gate-";

    static final SarifRules FINDINGS = of("", DocumentedCode.in("findings.md"), keys(FindingCode.values()));

    static final SarifRules GATES = of(
            GATE,
            DocumentedCode.in("gates.md"),
            keys(Reason.values()).stream()
                    .filter(key -> !key.equals(key(Reason.HOLDS)))
                    .toList());

    private static SarifRules of(String prefix, Map<String, DocumentedCode> documented, List<String> keys) {
        return new SarifRules(
                keys.stream().map(key -> prefix + key).toList(),
                keys.stream().map(key -> DocumentedCode.of(key, documented)).toList());
    }

    static String key(Enum<?> code) {
        return KebabCase.of(code);
    }

    private static List<String> keys(Enum<?>[] codes) {
        return Arrays.stream(codes).map(SarifRules::key).toList();
    }

    int index(String id) {
        return ids.indexOf(id);
    }

    List<Map<String, Object>> json() {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> rule(ids.get(i), pages.get(i)))
                .toList();
    }

    private static Map<String, Object> rule(String id, DocumentedCode page) {
        Map<String, Object> rule = new TreeMap<>();
        rule.put("id", id);
        rule.put("shortDescription", SarifLog.message(page.sentence()));
        rule.put("fullDescription", SarifLog.message(page.means()));
        rule.put("help", Map.of("text", page.help(), "markdown", page.help()));
        // A name that is the id again says nothing, which SARIF has a rule against.
        if (!pascal(id).equalsIgnoreCase(id)) {
            rule.put("name", pascal(id));
        }
        return rule;
    }

    /** {@code value-out-of-range} is {@code ValueOutOfRange}: SARIF wants names without signs. */
    private static String pascal(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }
}
