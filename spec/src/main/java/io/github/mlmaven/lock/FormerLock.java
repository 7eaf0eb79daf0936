package io.github.mlmaven.lock;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.lock.LockText.FlatObject;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.MergeMark;
import io.github.mlmaven.text.NamedFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands in a lock's place when a model is accepted: whatever it is, it hinders nobody from accepting.
 *
 * @param merge whether a merge left it with conflicts
 * @param sides the lock; two after a merge, the own first; none where there is none, and those of another format are left out
 * @param reasons of acceptances before, those that can be read, once each
 * @param unread why a file that exists is not compared with
 */
public record FormerLock(boolean merge, List<Lock> sides, List<String> reasons, Optional<String> unread) {

    public FormerLock {
        sides = List.copyOf(sides);
        reasons = List.copyOf(reasons);
    }

    public static FormerLock read(NamedFile file) {
        if (!Files.exists(file.path())) {
            return new FormerLock(false, List.of(), List.of(), Optional.empty());
        }
        try {
            LockText text = LockText.read(file, AcceptCommand.ONLY);
            return text.conflict() > 0 ? merged(text) : of(false, List.of(text.facts()));
        } catch (MlException e) {
            return new FormerLock(false, List.of(), List.of(), Optional.of(e.problem()));
        }
    }

    /** Whether a build can be held to the file as it is. */
    public boolean isReadable() {
        return !merge && unread.isEmpty();
    }

    /** What the model is compared with: the lock, or the own side of a merge. */
    public Optional<Lock> compared() {
        return sides.stream().findFirst();
    }

    private static FormerLock merged(LockText text) {
        return of(true, List.of(side(text, MergeMark.OURS), side(text, MergeMark.THEIRS)));
    }

    /** Everything but what stands in conflicts on other sides. */
    private static SortedMap<String, String> side(LockText text, String wanted) {
        SortedMap<String, String> facts = new TreeMap<>();
        String within = "";
        for (String line : text.text().lines().toList()) {
            String mark = line.length() < 7 ? line : line.substring(0, 7);
            switch (mark) {
                case MergeMark.OURS, MergeMark.BASE, MergeMark.THEIRS -> within = mark;
                case MergeMark.END -> within = "";
                default -> {
                    if (within.isEmpty() || within.equals(wanted)) {
                        facts.putAll(fact(line));
                    }
                }
            }
        }
        return facts;
    }

    /** The fact of a line of a lock; none of a line that has none. */
    private static SortedMap<String, String> fact(String line) {
        String fact = line.strip().replaceFirst(",$", "");
        try {
            return fact.startsWith("\"")
                    ? new TreeMap<>(
                            Json.parse("{" + fact + "}", FlatObject.class).facts())
                    : new TreeMap<>();
        } catch (UncheckedIOException e) {
            // A line that somebody edited half: what it said cannot be compared with.
            return new TreeMap<>();
        }
    }

    private static Optional<String> fault(Lock lock) {
        if (!lock.hasFormat()) {
            return Optional.of("It is of format " + lock.format() + ".");
        }
        try {
            lock.waivers();
            return Optional.empty();
        } catch (MlException e) {
            return Optional.of(e.problem());
        }
    }

    private static FormerLock of(boolean merge, List<SortedMap<String, String>> sides) {
        List<Lock> locks = new ArrayList<>();
        Set<String> reasons = new LinkedHashSet<>();
        Optional<String> unread = Optional.empty();
        for (SortedMap<String, String> facts : sides) {
            Lock lock = new Lock(facts);
            reasons.addAll(lock.reasons());
            Optional<String> fault = fault(lock);
            if (fault.isPresent()) {
                unread = fault;
            } else {
                locks.add(lock);
            }
        }
        return new FormerLock(merge, locks, List.copyOf(reasons), unread);
    }
}
