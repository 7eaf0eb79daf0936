package io.github.mlmaven.spec;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SpecFile.Place;
import io.github.mlmaven.text.Numbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All that is wrong with one model.yaml, so that a person can mend it in one go; of very many the first are told. */
final class Problems {

    /** How many are told. */
    static final int TOLD = 20;

    private final Path file;
    private final List<Problem> problems = new ArrayList<>();

    Problems(Path file) {
        this.file = file;
    }

    void add(Place place, String text, String remedy) {
        add(place, text, () -> remedy);
    }

    /** @param remedy made for what is told alone: to look for what may have been meant takes time */
    void add(Place place, String text, Supplier<String> remedy) {
        problems.add(new Problem(place, text, remedy));
    }

    void throwIfAny() {
        if (problems.isEmpty()) {
            return;
        }
        List<Problem> sorted = problems.stream().sorted().toList();
        if (sorted.size() == 1) {
            Problem only = sorted.get(0);
            throw new MlException(sentence(only), only.remedy().get());
        }
        StringBuilder all = new StringBuilder(file.getFileName() + " has " + Numbers.count(sorted.size()) + " errors:");
        sorted.stream()
                .limit(TOLD)
                .forEach(problem -> all.append("\n  ")
                        .append(sentence(problem))
                        .append(' ')
                        .append(problem.remedy().get()));
        if (sorted.size() > TOLD) {
            all.append("\n  and ").append(Numbers.count(sorted.size() - TOLD)).append(" more");
        }
        throw new MlException(all + "\n", "Correct them in " + file + ".");
    }

    private String sentence(Problem problem) {
        return "%s line %s, column %s: %s"
                .formatted(
                        file.getFileName(),
                        problem.place().line(),
                        problem.place().column(),
                        problem.text());
    }

    private record Problem(Place place, String text, Supplier<String> remedy) implements Comparable<Problem> {
        @Override
        public int compareTo(Problem other) {
            int byLine = Integer.compare(place.line(), other.place.line());
            return byLine != 0 ? byLine : Integer.compare(place.column(), other.place.column());
        }
    }
}
