package io.github.mlmaven.lock;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.NamedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code model.lock.json}: the accepted model. A flat JSON object of text facts, sorted, one on a line, so that a person can
 * review it, and version control shows and merges it fact by fact.
 */
public final class Lock {

    /** What the facts of accepted metrics begin with. */
    public static final String METRIC = "metric.";

    private static final String FORMAT_FACT = "format";
    private static final String FORMAT = "2";
    private static final String REASON = "accepted.reason";

    /** What the facts of gates that are waived begin with. */
    public static final String WAIVER = "accepted.waiver.";

    /** What a lock says beside the facts of a build. */
    private static final Pattern OWN =
            Pattern.compile(FORMAT_FACT + "|accepted\\.(reason(\\.[1-9][0-9]{0,5})?|waiver\\..+)", Pattern.DOTALL);

    /** Each becomes known by itself, while facts that begin with the same word otherwise become known together. */
    private static final Set<String> KINDS_OF_THEIR_OWN = Set.of("output.bundle", "rows.test");

    private final SortedMap<String, String> facts;

    Lock(Map<String, String> facts) {
        this.facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /**
     * A lock over facts.
     *
     * @param reasons why models were accepted although their gates failed, the oldest first
     */
    public static Lock of(Map<String, String> facts, List<String> reasons) {
        return of(facts, reasons, new TreeMap<>());
    }

    /**
     * A lock over facts, with waivers.
     *
     * @param waivers by the id of the gate's result
     */
    public static Lock of(Map<String, String> facts, List<String> reasons, SortedMap<String, Waiver> waivers) {
        SortedMap<String, String> all = new TreeMap<>(facts);
        waivers.forEach((gate, waiver) -> all.put(WAIVER + gate, waiver.text()));
        all.put(FORMAT_FACT, FORMAT);
        for (int i = 0; i < reasons.size(); i++) {
            all.put(REASON + "." + (i + 1), reasons.get(i));
        }
        return new Lock(all);
    }

    /** Reads the lock of a project's only model. */
    public static Optional<Lock> read(Path file) {
        return read(NamedFile.of(file), AcceptCommand.ONLY);
    }

    /** Why a lock that is there cannot be read, with the remedy; empty if it can, or is not there. */
    public static Optional<String> problem(NamedFile file, AcceptCommand accept) {
        try {
            read(file, accept);
            return Optional.empty();
        } catch (MlException e) {
            return Optional.of(e.problem() + " " + e.remedy());
        }
    }

    /**
     * Reads a lock; empty if there is no file.
     *
     * @param accept what accepts its model anew
     * @throws MlException if the file is damaged, of another format, or what a merge left
     */
    public static Optional<Lock> read(NamedFile file, AcceptCommand accept) {
        if (!Files.exists(file.path())) {
            return Optional.empty();
        }
        Lock lock = new Lock(LockText.read(file, accept).facts());
        if (!lock.hasFormat()) {
            throw new MlException(
                    file.name() + ": the lock's format is " + lock.format()
                            + ", this version of the plugin reads format " + FORMAT + ".",
                    "Accept the model anew with " + accept + ", or use the version of the plugin that wrote the lock.");
        }
        lock.waivers();
        return Optional.of(lock);
    }

    boolean hasFormat() {
        return format().equals(FORMAT);
    }

    String format() {
        return facts.getOrDefault(FORMAT_FACT, "missing");
    }

    public void write(Path file) {
        Json.write(file, facts);
    }

    public SortedMap<String, String> facts() {
        return facts;
    }

    /** What it says of something. */
    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    /** The accepted metrics by name, as its facts writes them. */
    public SortedMap<String, Double> metrics() {
        SortedMap<String, Double> metrics = new TreeMap<>();
        facts.forEach((name, value) -> {
            if (name.startsWith(METRIC)) {
                metrics.put(name.substring(METRIC.length()), number(name, value));
            }
        });
        return metrics;
    }

    /** Which rows the accepted metrics are of. */
    public Optional<String> testRows() {
        return fact("test.rows");
    }

    /** Why models were accepted although their gates failed, the oldest first. */
    public List<String> reasons() {
        SortedMap<Integer, String> byNumber = new TreeMap<>();
        facts.forEach((name, value) -> {
            if (OWN.matcher(name).matches() && name.startsWith(REASON)) {
                String number = name.substring(REASON.length()).replace(".", "");
                byNumber.put(number.isEmpty() ? 0 : Integer.parseInt(number), value);
            }
        });
        return List.copyOf(byNumber.values());
    }

    /**
     * The gates that fail no build for a time, by the id of their result.
     *
     * @throws MlException if one cannot be read
     */
    public SortedMap<String, Waiver> waivers() {
        SortedMap<String, Waiver> waivers = new TreeMap<>();
        facts.forEach((name, text) -> {
            if (name.startsWith(WAIVER)) {
                waivers.put(name.substring(WAIVER.length()), Waiver.parse(name, text));
            }
        });
        return waivers;
    }

    /**
     * Facts that are not as accepted. A fact of the same kind that only one side has is a difference too.
     *
     * @param found facts of one or more whole kinds
     */
    public List<Difference> differences(Map<String, String> found) {
        Set<String> kinds = found.keySet().stream().map(Lock::kind).collect(Collectors.toSet());
        Set<String> names = new TreeSet<>(found.keySet());
        facts.keySet().stream().filter(name -> kinds.contains(kind(name))).forEach(names::add);
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            Optional<String> locked = fact(name);
            Optional<String> now = Optional.ofNullable(found.get(name));
            if (!locked.equals(now)) {
                differences.add(new Difference(name, locked, now));
            }
        }
        return differences;
    }

    /**
     * Facts that no build has: somebody else wrote them, or another version of the plugin.
     *
     * @param found facts of one or more whole kinds, whose differences are told apart
     * @param known whether a build can have a fact of that name beside those kinds
     */
    public List<Difference> unknown(Map<String, String> found, Predicate<String> known) {
        Set<String> kinds = found.keySet().stream().map(Lock::kind).collect(Collectors.toSet());
        return facts.entrySet().stream()
                .filter(fact -> !kinds.contains(kind(fact.getKey())))
                .filter(fact -> !OWN.matcher(fact.getKey()).matches() && !known.test(fact.getKey()))
                .map(fact -> new Difference(fact.getKey(), Optional.of(fact.getValue()), Optional.empty()))
                .toList();
    }

    private static String kind(String name) {
        int dot = name.indexOf('.');
        return dot < 0 || KINDS_OF_THEIR_OWN.contains(name) ? name : name.substring(0, dot);
    }

    private static double number(String name, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new MlException(
                    "The lock's fact '" + name + "' is '" + value + "', which is no number.",
                    "Accept the model again: " + AcceptCommand.ONLY + ".",
                    e);
        }
    }
}
