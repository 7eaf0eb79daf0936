package io.github.mlmaven.report;

import io.github.mlmaven.lock.Difference;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.spec.BehaviourFact;
import io.github.mlmaven.spec.GateFact;
import io.github.mlmaven.step.Facts;
import io.github.mlmaven.text.Numbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a build differs from an accepted model, in words: a line for each fact, which names file, key or gate and both values. */
public final class DifferenceText {

    private static final String FILE = "data.file.";
    private static final String GATE = "gates.";
    private static final String BEHAVIOUR = "behaviour.";
    private static final int SHOWN_HASH = 12;

    /** What the lock says of what is empty, and of what says nothing but defaults. */
    private static final Set<Optional<String>> WITHOUT_PARTS = Set.of(Optional.of("none"), Optional.of("default"));

    private final Lock accepted;
    private final List<Difference> differences;

    private DifferenceText(Lock accepted, List<Difference> differences) {
        this.accepted = accepted;
        this.differences = differences;
    }

    /** A line for each difference, without a full stop. */
    public static List<String> lines(Lock accepted, List<Difference> differences) {
        return new DifferenceText(accepted, differences).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Difference difference : differences) {
            Optional<Difference> renamed = renamed(difference);
            if (renamed.isPresent()) {
                lines.add(file(difference) + ": is named " + file(renamed.get()) + " now");
                told.add(renamed.get().fact());
            }
        }
        for (Difference difference : differences) {
            if (!told.contains(difference.fact())
                    && renamed(difference).isEmpty()
                    && !isToldByParts(difference)
                    && !isToldByResult(difference)) {
                lines.add(line(difference));
            }
        }
        return lines;
    }

    /** Whether what was, or is, without any parts is told by each part that came, or went. */
    private boolean isToldByParts(Difference difference) {
        boolean came = WITHOUT_PARTS.contains(difference.locked())
                && difference.found().isEmpty();
        boolean went = difference.locked().isEmpty() && WITHOUT_PARTS.contains(difference.found());
        return (came || went)
                && differences.stream().anyMatch(other -> other.fact().startsWith(difference.fact() + "."));
    }

    /** The one new file that has the content of one that is gone. */
    private Optional<Difference> renamed(Difference gone) {
        if (!gone.fact().startsWith(FILE) || gone.found().isPresent()) {
            return Optional.empty();
        }
        List<Difference> same = differences.stream()
                .filter(other -> other.fact().startsWith(FILE))
                .filter(other -> other.locked().isEmpty() && other.found().equals(gone.locked()))
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    private String line(Difference difference) {
        String fact = difference.fact();
        if (fact.startsWith(FILE)) {
            return file(difference) + ": " + content(difference);
        }
        if (isOtherResult(difference)) {
            return result();
        }
        if (fact.startsWith("output.")) {
            return "%s: accepted %s, now %s"
                    .formatted(fact, hash(difference.locked(), "none"), hash(difference.found(), "none"));
        }
        if (fact.equals(Facts.PROFILE)) {
            return "profile: " + profile(difference);
        }
        if (fact.equals("test.rows")) {
            return "test.rows: other rows were tested than accepted";
        }
        return "%s: accepted %s, now %s%s"
                .formatted(
                        name(fact),
                        difference.locked().orElse("nothing"),
                        difference.found().orElse("nothing"),
                        isJudgedBy(fact) ? change(difference) : "");
    }

    private static String profile(Difference difference) {
        if (difference.locked().isEmpty()) {
            return "the lock has no hash of the accepted data's profile";
        }
        return difference.found().isEmpty()
                ? "the profile of the accepted data is not beside the lock"
                : "other content than accepted";
    }

    private String content(Difference difference) {
        if (difference.locked().isEmpty()) {
            return "is not among the accepted data files";
        }
        if (difference.found().isEmpty()) {
            return "was accepted, and is not among the data files now";
        }
        return "other content than accepted"
                + accepted.fact("rows.data")
                        .map(rows -> " (" + Numbers.count(Long.parseLong(rows)) + " rows were accepted in all)")
                        .orElse("");
    }

    /** Whether it is how many rows a database answered, which the line of other rows says. */
    private boolean isToldByResult(Difference difference) {
        return difference.fact().equals(Facts.RESULT_ROWS)
                && differences.stream().anyMatch(DifferenceText::isOtherResult);
    }

    private static boolean isOtherResult(Difference difference) {
        return difference.fact().equals(Facts.RESULT)
                && difference.locked().isPresent()
                && difference.found().isPresent();
    }

    /** Of rows that a database answered. */
    private String result() {
        String then = accepted.fact(Facts.RESULT_ROWS).orElse("0");
        String now = differences.stream()
                .filter(difference -> difference.fact().equals(Facts.RESULT_ROWS))
                .findFirst()
                .flatMap(Difference::found)
                .orElse(then);
        return "data.query: the database has other rows than accepted: %s then, %s now"
                .formatted(Numbers.count(Long.parseLong(then)), Numbers.count(Long.parseLong(now)));
    }

    private static String file(Difference difference) {
        return difference.fact().substring(FILE.length());
    }

    private static String hash(Optional<String> hash, String none) {
        return hash.map(text -> text.length() > SHOWN_HASH ? text.substring(0, SHOWN_HASH) : text)
                .orElse(none);
    }

    /** Whether it says what the model is held to. */
    private static boolean isJudgedBy(String fact) {
        return fact.startsWith(GATE) || fact.startsWith(BEHAVIOUR);
    }

    /** {@code gates.mae[cut].max} is {@code gates mae[cut] max}. */
    private static String name(String fact) {
        if (fact.startsWith(BEHAVIOUR)) {
            return "behaviour " + fact.substring(BEHAVIOUR.length());
        }
        if (!fact.startsWith(GATE)) {
            return fact;
        }
        int last = fact.lastIndexOf('.');
        return "gates " + fact.substring(GATE.length(), Math.max(last, GATE.length()))
                + (last < GATE.length() ? "" : " ") + fact.substring(last + 1);
    }

    private static String change(Difference difference) {
        if (difference.locked().isEmpty()) {
            return " (new)";
        }
        if (difference.found().isEmpty()) {
            return " (removed)";
        }
        return switch (change(
                difference.fact(), difference.locked().get(), difference.found().get())) {
            case LOOSENED -> " (loosened)";
            case TIGHTENED -> " (tightened)";
            case CHANGED -> "";
        };
    }

    private static GateFact.Change change(String fact, String locked, String found) {
        return fact.startsWith(BEHAVIOUR) ? BehaviourFact.change(locked, found) : GateFact.change(fact, locked, found);
    }
}
