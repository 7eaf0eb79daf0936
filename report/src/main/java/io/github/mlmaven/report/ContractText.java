package io.github.mlmaven.report;

import io.github.mlmaven.step.Contract;
import io.github.mlmaven.step.Contract.Change;
import io.github.mlmaven.step.Contract.Level;
import io.github.mlmaven.step.GateResult.Kept;
import io.github.mlmaven.text.KebabCase;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What callers of a model see change, in words. */
final class ContractText {

    /** More would be no reading for a person; comparison.json has them all. */
    private static final int SHOWN = 8;

    private ContractText() {}

    /** A line for each change, the greatest first. */
    static List<String> lines(Contract contract) {
        return sorted(contract).stream()
                .map(change -> KebabCase.of(change.level()) + ": " + line(change))
                .toList();
    }

    static String kept(Kept kept, String place) {
        Contract contract = kept.contract();
        return contract.changes().isEmpty()
                ? "Callers of version %s see no change (%s).".formatted(contract.before(), place)
                : "Callers of version %s see a %s change, which version %s admits (%s): %s."
                        .formatted(
                                contract.before(),
                                KebabCase.of(contract.level()),
                                kept.now(),
                                place,
                                changes(contract));
    }

    static String broken(Kept kept, String place) {
        Contract contract = kept.contract();
        return "Callers of version %s see a %s change, and version %s admits %s (%s): %s. Raise the %s number of the project's version, or keep what they rely on."
                .formatted(
                        contract.before(),
                        KebabCase.of(contract.level()),
                        kept.now(),
                        kept.admitted() == Level.PATCH ? "none that they see" : "a minor one",
                        place,
                        changes(contract),
                        contract.level() == Level.MAJOR && !contract.before().startsWith("0.") ? "first" : "second");
    }

    private static String changes(Contract contract) {
        List<Change> sorted = sorted(contract);
        return sorted.stream().limit(SHOWN).map(ContractText::line).collect(Collectors.joining("; "))
                + (sorted.size() > SHOWN ? "; and " + (sorted.size() - SHOWN) + " more" : "");
    }

    private static List<Change> sorted(Contract contract) {
        return contract.changes().stream()
                .sorted(Comparator.comparing(Change::level).reversed())
                .toList();
    }

    private static String line(Change change) {
        String subject = "'" + change.subject() + "'";
        return switch (change.kind()) {
            case NAME -> became("the model's name", change);
            case TASK -> became("the task", change);
            case LABEL -> became("what it predicts", change);
            case LABEL_VALUE -> "the label '" + one(change) + "' of " + subject + " is " + cameOrWent(change);
            case LABEL_ORDER -> became("the order of the labels of " + subject, change);
            case INPUT ->
                "the input " + subject + " is " + (change.now().isEmpty() ? "gone" : "new (" + change.now() + ")");
            case TYPE, REQUIRED -> became("the input " + subject, change);
            case RANGE -> became("the range of " + subject, change);
            case VALUE -> "the value '" + one(change) + "' of " + subject + " is " + cameOrWent(change);
            case TEXT -> "the text " + one(change) + " of " + subject + " is " + cameOrWent(change);
            case PATTERN -> became("the pattern of " + subject, change);
            case LENGTH -> became("the length of " + subject, change);
            case REFUSED ->
                "what breaks '" + one(change) + "' of " + subject + " is "
                        + (change.now().isEmpty() ? "refused no more" : "refused");
        };
    }

    private static String became(String what, Change change) {
        return what + " is " + change.now() + ", and was " + change.before();
    }

    private static String one(Change change) {
        return change.now().isEmpty() ? change.before() : change.now();
    }

    private static String cameOrWent(Change change) {
        return change.now().isEmpty() ? "gone" : "new";
    }
}
