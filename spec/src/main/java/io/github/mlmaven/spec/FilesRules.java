package io.github.mlmaven.spec;

import io.github.mlmaven.text.Shown;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold for one source of files: the project's, a web server's, or the Maven repository's. */
final class FilesRules {

    private final FilesSpec files;
    private final SpecRules rules;
    private final String[] path;

    /** @param path where it stands */
    FilesRules(FilesSpec files, SpecRules rules, String... path) {
        this.files = files;
        this.rules = rules;
        this.path = path;
    }

    void check() {
        if (files.source().isPresent() && files.artifact().isPresent()) {
            problem("'source' says where the file is, and 'artifact' too.", "Remove one of them.", "artifact");
            return;
        }
        Optional<Origin> origin = files.origin();
        if (origin.orElse(null) instanceof WebFile file) {
            new AddressRules(file, this::problem).check();
            return;
        }
        if (origin.orElse(null) instanceof RepositoryFile file) {
            artifact(file);
        }
        unasked();
    }

    /** What only an address has. */
    private void unasked() {
        if (files.sha256().isPresent()) {
            problem(
                    "'sha256' is of a file at an address, and no address stands beside it.",
                    "Remove it: the lock has the hash of each file that was accepted.",
                    "sha256");
        }
        if (files.server().isPresent()) {
            problem(
                    "'server' is the login for an address, and no address stands beside it.",
                    "Remove it: the repositories of an artifact have logins of their own.",
                    "server");
        }
    }

    private void artifact(RepositoryFile file) {
        if (file.name().contains("${")) {
            problem(
                    "nothing fills in the property of " + Shown.quoted(file.name()) + ".",
                    "Write the version itself: model.yaml is the same for everybody who reads it.",
                    "artifact");
        } else if (!file.isComplete()) {
            problem(
                    Shown.quoted(file.name()) + " is no artifact.",
                    "Write group:id:version:extension, or group:id:version:extension:classifier:"
                            + " 'org.example:houses:1.2.0:csv'.",
                    "artifact");
        } else if (file.version().matches("LATEST|RELEASE|.*[\\[\\](),].*")) {
            problem(
                    Shown.quoted(file.version()) + " is no version, but whichever is the newest.",
                    "Write one version, so that the rows are the same tomorrow.",
                    "artifact");
        } else if (!TableFormat.isReadable(file.fileName())) {
            problem(
                    "an artifact of the type " + Shown.quoted(file.extension()) + " is of no known format.",
                    "Its type must be one of " + TableFormat.WORDS + ".",
                    "artifact");
        } else if (file.isSnapshot()) {
            rules.warn(SpecWarningCode.DATA_SNAPSHOT, Map.of("artifact", file.name()), keys("artifact"));
        }
    }

    private void problem(String text, String remedy, String key) {
        rules.problem(text, remedy, keys(key));
    }

    private String[] keys(String key) {
        return Stream.concat(Stream.of(path), Stream.of(key)).toArray(String[]::new);
    }
}
