package io.github.mlmaven.report;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.report.JUnitSuite.Case;
import io.github.mlmaven.report.JUnitSuite.Failure;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Validation;
import io.github.mlmaven.step.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Results as JUnit test suites, one for the gates and one for the data.
 *
 * <p>A failed gate is a failure, a gate that could not be judged is skipped, and warnings are passed tests with a message in
 * their output.
 *
 * <p>Each column is a test, and the data as a whole is one, for what is about no column: so a test has a history, and one
 * that was mended passes rather than vanishes. A finding that is an error is a failure; warnings are in the output.
 */
public final class JUnitXml {

    private static final String WHOLE = "data";
    private static final String GATES = "gates";

    private JUnitXml() {}

    /** The file of a model's gates in a folder of JUnit reports. */
    public static Path gatesFile(Path directory, String model) {
        return directory.resolve("TEST-" + gatesName(model) + ".xml");
    }

    /** The file of a model's data in a folder of JUnit reports. */
    public static Path dataFile(Path directory, String model) {
        return directory.resolve("TEST-" + dataName(model) + ".xml");
    }

    /**
     * A model's gates.
     *
     * @param accept what accepts the model
     */
    public static byte[] gates(String model, Verdict verdict, AcceptCommand accept) {
        List<Case> cases =
                verdict.gates().stream().map(gate -> gate(gate, accept)).toList();
        return suite(gatesName(model), verdict.strictness().weakened(), cases);
    }

    /** In the place of a model's gates, where nobody judged them. */
    public static byte[] skippedGates(String model, String why, List<String> weakened) {
        return suite(gatesName(model), weakened, List.of(Case.skipped(GATES, why)));
    }

    /** In the place of what is told of a model's data, where nobody looked at them. */
    public static byte[] skippedData(String model, String why, List<String> weakened) {
        return suite(dataName(model), weakened, List.of(Case.skipped(WHOLE, why)));
    }

    private static byte[] suite(String name, List<String> weakened, List<Case> cases) {
        return new JUnitSuite(name, weakened, cases).bytes();
    }

    private static String gatesName(String model) {
        return "ml." + model;
    }

    private static String dataName(String model) {
        return gatesName(model) + ".data";
    }

    private static Case gate(GateResult gate, AcceptCommand accept) {
        String name = GateText.rule(gate);
        String sentence = GateText.sentence(gate, accept);
        return switch (gate.outcome()) {
            case FAIL ->
                // Some servers show the text of a failure alone, others its message alone.
                new Case(
                        name, Optional.of(new Failure("gate", sentence, sentence)), Optional.empty(), Optional.empty());
            case INCONCLUSIVE -> Case.skipped(name, sentence);
            case WARN, PASS -> Case.passed(name, Optional.of(sentence));
        };
    }

    /**
     * A model's data.
     *
     * @param profile of the same data: it has the columns that nothing is wrong with
     * @param weakened the switches that make the build vouch for less
     */
    public static byte[] data(
            String model, Validation validation, Profile profile, List<String> weakened, AcceptCommand accept) {
        Set<String> columns = new TreeSet<>(profile.columns().keySet());
        validation.findings().forEach(finding -> finding.about().column().ifPresent(columns::add));
        List<Case> cases = new ArrayList<>();
        cases.add(findings(
                WHOLE,
                validation,
                finding -> finding.about().column().isEmpty(),
                Optional.of(ConsoleReport.rows(validation)),
                accept));
        for (String column : columns) {
            cases.add(findings(
                    "column " + column,
                    validation,
                    finding -> finding.about().column().equals(Optional.of(column)),
                    Optional.empty(),
                    accept));
        }
        return suite(dataName(model), weakened, cases);
    }

    private static Case findings(
            String name,
            Validation validation,
            Predicate<Finding> which,
            Optional<String> otherwise,
            AcceptCommand accept) {
        List<Finding> errors = validation.findings().stream()
                .filter(which)
                .filter(Finding::isError)
                .toList();
        List<Finding> warnings = validation.findings().stream()
                .filter(which)
                .filter(finding -> !finding.isError())
                .toList();
        Optional<Failure> failure = errors.stream()
                .findFirst()
                .map(first -> new Failure(first.code().key(), FindingText.sentence(first), lines(errors, accept)));
        return new Case(
                name, failure, Optional.empty(), warnings.isEmpty() ? otherwise : Optional.of(lines(warnings, accept)));
    }

    private static String lines(List<Finding> findings, AcceptCommand accept) {
        return findings.stream()
                .flatMap(finding -> ConsoleReport.finding(finding, accept).stream())
                .collect(Collectors.joining("\n"));
    }
}
