package io.github.mlmaven.spec;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SpecFile.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that is wrong with one model.yaml, so that a person can mend it in one go. */
final class Problems {

    private final Path file;
    private final List<Problem> problems = new ArrayList<>();

    Problems(Path file) {
        this.file = file;
    }

    void add(Place place, String text, String remedy) {
        problems.add(new Problem(place, text, remedy));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    void throwIfAny() {
        if (problems.isEmpty()) {
            return;
        }
        List<Problem> sorted = problems.stream().sorted().toList();
        if (sorted.size() == 1) {
            Problem only = sorted.get(0);
            throw new MlException(sentence(only), only.remedy());
        }
        StringBuilder all = new StringBuilder(file.getFileName() + " has " + sorted.size() + " errors:");
        sorted.forEach(problem ->
                all.append("\n  ").append(sentence(problem)).append(' ').append(problem.remedy()));
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

    private record Problem(Place place, String text, String remedy) implements Comparable<Problem> {
        @Override
        public int compareTo(Problem other) {
            int byLine = Integer.compare(place.line(), other.place.line());
            return byLine != 0 ? byLine : Integer.compare(place.column(), other.place.column());
        }
    }
}
