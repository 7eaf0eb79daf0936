package io.github.mlmaven.step;

import io.github.mlmaven.step.BuildPlace.Identity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A step of a build, declared once. Its order among others, its fingerprint, whether it is up to date, what a build in which
 * nothing changed watches and what a lock records of it all follow from this; its work is known to the worker alone.
 *
 * @param name a word in lower case: the goal, the step's work, its record and messages have it too
 * @param needs the steps whose results and outputs it reads
 * @param reads what else it reads
 * @param writes what it writes beside its result
 */
public record Step<R>(
        String name, List<Step<?>> needs, List<StepInput> reads, List<StepOutput> writes, StepResult<R> result) {

    public Step {
        needs = List.copyOf(needs);
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
    }

    /** All steps that must be up to date before this one can be, each after those that it needs itself, then this one. */
    public List<Step<?>> order() {
        Set<Step<?>> order = new LinkedHashSet<>();
        needs.forEach(need -> order.addAll(need.order()));
        order.add(this);
        return List.copyOf(order);
    }

    /** Everything that it writes. */
    List<StepOutput> outputs() {
        List<StepOutput> outputs = new ArrayList<>(writes);
        outputs.add(StepOutput.file(result.file()));
        return outputs;
    }

    /** Makes sure that a declaration is true: the step wrote what it says, all of it and nothing else. */
    void requireDeclared(Identity identity, Set<String> files) {
        for (String file : files) {
            if (outputs().stream().noneMatch(output -> output.contains(identity, file))) {
                throw new IllegalStateException("'" + name + "' wrote " + file + ", which it does not declare");
            }
        }
        for (StepOutput output : outputs()) {
            if (files.stream().noneMatch(file -> output.contains(identity, file))) {
                throw new IllegalStateException(
                        "'" + name + "' did not write " + output.name().apply(identity) + ", which it declares");
            }
        }
    }

    // A declaration is itself: two that say the same are two steps.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
