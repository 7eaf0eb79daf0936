package io.github.mlmaven.report;

import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.GateResult.Reason;
import io.github.mlmaven.text.KebabCase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        return Map.of(
                "id",
                id,
                "name",
                pascal(id),
                "shortDescription",
                SarifLog.message(page.sentence()),
                "fullDescription",
                SarifLog.message(page.means()),
                "help",
                Map.of("text", page.help(), "markdown", page.help()));
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
