package io.github.mlmaven.plugin;

import io.github.mlmaven.lock.Difference;
import io.github.mlmaven.lock.FormerLock;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.lock.Waiver;
import io.github.mlmaven.report.DifferenceText;
import io.github.mlmaven.step.GateResult.Outcome;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoFailureException;

/**
 * A model being accepted. It is compared with what was accepted before as far as that can be read, and nothing is required of
 * it that accepting itself brings about, such as a lock.
 */
final class Acceptance {

    /** More would be no reading for a person; the lock's own diff has them all. */
    private static final int SHOWN = 50;

    private final ModelBuild build;
    private final FormerLock former;

    Acceptance(ModelBuild build, FormerLock former) {
        this.build = build;
        this.former = former;
    }

    /** The verdict of a build that nothing is required of. */
    Verdict check() throws MojoFailureException {
        Path lock = build.place().lock();
        former.unread()
                .ifPresent(why -> build.log().warn(lock.getFileName() + " is not compared with, and replaced. " + why));
        if (former.merge()) {
            build.log().warn(lock.getFileName() + " is what a merge left; the gates compare with the own side");
        }
        return judged(lock).check();
    }

    private ModelBuild judged(Path lock) {
        if (former.isReadable()) {
            return build.accepting(lock);
        }
        Path compared = build.files().directory().resolve("accepting.lock.json");
        try {
            Files.deleteIfExists(compared);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        former.compared().ifPresent(side -> side.write(compared));
        return build.accepting(compared);
    }

    /**
     * Writes the lock, and says what changed.
     *
     * @param waivers of this acceptance, by the id of the gate's result
     */
    void write(Verdict verdict, Optional<String> reason, SortedMap<String, Waiver> waivers)
            throws MojoFailureException {
        build.bundled();
        Path file = build.place().lock();
        Lock lock = build.lock(reasons(reason), with(waivers, verdict));
        // Before the lock, which vouches for it.
        Json.replace(build.place().acceptedProfile(), build.profileBytes());
        lock.write(file);
        if (former.sides().size() > 1) {
            tell("than the own side of the merge", former.sides().get(0), lock);
            tell("than the other side of the merge", former.sides().get(1), lock);
        } else {
            former.compared().ifPresent(before -> tell("than before", before, lock));
        }
        build.log()
                .info("accepted; " + file.getFileName() + " and "
                        + build.place().acceptedProfile().getFileName() + " are written: review and commit them");
    }

    /** Those before that still count; of the others nobody needs any more. */
    private SortedMap<String, Waiver> with(SortedMap<String, Waiver> waivers, Verdict verdict) {
        SortedMap<String, Waiver> all = new TreeMap<>();
        SortedMap<String, Waiver> before = former.compared().map(Lock::waivers).orElseGet(TreeMap::new);
        verdict.gates().stream()
                .filter(gate -> gate.waived().isPresent() && gate.outcome() != Outcome.FAIL)
                .forEach(gate -> Optional.ofNullable(before.get(gate.waiverName()))
                        .ifPresent(waiver -> all.put(gate.waiverName(), waiver.reaching(Waiving.value(gate)))));
        all.putAll(waivers);
        return all;
    }

    private List<String> reasons(Optional<String> reason) {
        List<String> reasons = new ArrayList<>(former.reasons());
        reason.filter(text ->
                        reasons.isEmpty() || !reasons.get(reasons.size() - 1).equals(text))
                .ifPresent(reasons::add);
        return reasons;
    }

    private void tell(String than, Lock before, Lock now) {
        List<Difference> differences = before.differences(now.facts());
        if (differences.isEmpty()) {
            build.log().info("nothing is accepted otherwise " + than);
            return;
        }
        List<String> lines = DifferenceText.lines(before, differences);
        build.log().info("accepted otherwise " + than + ":");
        lines.stream().limit(SHOWN).forEach(line -> build.log().info("  " + line));
        if (lines.size() > SHOWN) {
            build.log().info("  and " + (lines.size() - SHOWN) + " more");
        }
    }
}
