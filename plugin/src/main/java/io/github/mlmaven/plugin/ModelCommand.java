package io.github.mlmaven.plugin;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.step.BundleFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person types to call a goal for one model, and for no other by mistake.
 *
 * @param execution the execution that alone says which model is meant; empty where properties can say it
 * @param folder where Maven is started
 */
record ModelCommand(ModelPlace place, String classifier, Optional<String> execution, Path folder) {

    AcceptCommand accept() {
        return new AcceptCommand(of("accept"));
    }

    /** {@code mvn ml:check -Dml.spec=src/main/ml/small.yaml -Dml.classifier=small}; without what is the default. */
    String of(String goal) {
        List<String> words = new ArrayList<>(List.of(
                "mvn", "ml:" + goal + execution.map(id -> "@" + quoted(id)).orElse("")));
        if (!folder.equals(place.basedir())) {
            words.add("-pl");
            words.add(relative(folder, place.basedir()));
        }
        if (execution.isEmpty()) {
            nameModel(words);
        }
        return String.join(" ", words);
    }

    private void nameModel(List<String> words) {
        if (!place.isSpecByDefault()) {
            words.add("-Dml.spec=" + quoted(place.shown(place.spec())));
        }
        if (!classifier.equals(BundleFile.CLASSIFIER)) {
            words.add("-Dml.classifier=" + quoted(classifier));
        }
        place.otherLock().ifPresent(lock -> words.add("-Dml.lock=" + quoted(lock)));
    }

    /** A module's folder as a command names it. */
    // Maven looks for what -pl names below the folder where it is started, for an absolute path, too.
    static String relative(Path folder, Path basedir) {
        return quoted(folder.relativize(basedir).toString().replace('\\', '/'));
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:+@%-]+") ? word : "\"" + word + "\"";
    }
}
