package io.github.mlmaven.report;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.Validation;
import io.github.mlmaven.step.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Results as SARIF 2.1.0, which code scanning services show at the lines that they are about: one log for the data, one for
 * the gates. Each result has a stable rule with its help, a place in the data file and in model.yaml, and a fingerprint that
 * stays while lines move.
 *
 * @param model its name
 * @param version of this tool
 * @param places where files are
 */
public record Sarif(String model, String version, SarifPlaces places) {

    /** The file of what is wrong with a model's data, in the model's folder of the build. */
    public static Path dataFile(Path directory) {
        return directory.resolve("data.sarif");
    }

    /** The file of the gates that a model does not pass, in the model's folder of the build. */
    public static Path gatesFile(Path directory) {
        return directory.resolve("gates.sarif");
    }

    /**
     * A result for each finding.
     *
     * @param accept what accepts the model
     */
    public byte[] data(Validation validation, AcceptCommand accept) {
        return log("data", SarifRules.FINDINGS)
                .bytes(validation.findings().stream()
                        .map(finding -> result(finding, accept))
                        .toList());
    }

    /**
     * A result for each gate that does not pass.
     *
     * @param accept what accepts the model
     */
    public byte[] gates(Verdict verdict, AcceptCommand accept) {
        return log("gates", SarifRules.GATES)
                .bytes(verdict.gates().stream()
                        .filter(gate -> gate.outcome() != Outcome.PASS)
                        .map(gate -> result(gate, accept))
                        .toList());
    }

    private SarifLog log(String part, SarifRules rules) {
        return new SarifLog(version, "ml/" + places.root() + model + "/" + part + "/", rules);
    }

    private SarifResult result(Finding finding, AcceptCommand accept) {
        String level = switch (finding.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
        Map<String, Object> numbers = new TreeMap<>();
        if (finding.rows().count() > 0) {
            numbers.put("rows", finding.rows().count());
            numbers.put("of", finding.rows().of());
        }
        return new SarifResult(
                new SarifResult.Kind(finding.code().key(), level),
                FindingText.sentence(finding) + " " + FindingText.remedy(finding, accept),
                places.of(finding),
                FindingIdentity.of(finding),
                numbers);
    }

    private SarifResult result(GateResult gate, AcceptCommand accept) {
        String level = switch (gate.outcome()) {
            case FAIL -> "error";
            case WARN -> "warning";
            case INCONCLUSIVE, PASS -> "note";
        };
        return new SarifResult(
                new SarifResult.Kind(
                        SarifRules.GATE + SarifRules.key(gate.ruling().reason()), level),
                GateText.sentence(gate, accept),
                List.of(places.spec(gate.rule().place())),
                List.of(gate.id()),
                Map.of("gate", gate.id()));
    }
}
