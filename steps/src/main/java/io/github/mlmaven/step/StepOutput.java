package io.github.mlmaven.step;

import io.github.mlmaven.step.BuildPlace.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file, or a folder of files, that a step writes.
 *
 * @param name its name, which may depend on who is built
 */
public record StepOutput(Function<Identity, String> name, Kind kind) {

    enum Kind {
        FILE,
        FOLDER,
        ARTIFACT
    }

    /** A file in the model's folder of the build. */
    public static StepOutput file(String name) {
        return new StepOutput(identity -> name, Kind.FILE);
    }

    /** A folder of files, without folders of its own, in the model's folder of the build. */
    public static StepOutput folder(String name) {
        return new StepOutput(identity -> name, Kind.FOLDER);
    }

    /** A file in the build's output directory, beside the module's JAR. */
    public static StepOutput artifact(Function<Identity, String> name) {
        return new StepOutput(name, Kind.ARTIFACT);
    }

    /** Where it is for others to read. */
    Path place(BuildPlace build, ModelFiles files) {
        Path directory = kind == Kind.ARTIFACT ? build.outputDirectory() : files.directory();
        return directory.resolve(name.apply(build.identity()));
    }

    /** Where its step writes it. */
    Path scratch(BuildPlace build, Path folder) {
        return folder.resolve(name.apply(build.identity()));
    }

    /** Whether a file that its step wrote, by its name in the scratch folder, is a part of it. */
    boolean contains(Identity identity, String file) {
        String own = name.apply(identity);
        return kind == Kind.FOLDER ? file.matches(Pattern.quote(own) + "/[^/]+") : file.equals(own);
    }

    /** The files that it consists of, by the names that they had in the scratch folder. */
    SortedMap<String, Path> found(Path at) throws IOException {
        SortedMap<String, Path> found = new TreeMap<>();
        if (kind == Kind.FOLDER && Files.isDirectory(at)) {
            try (Stream<Path> files = Files.list(at)) {
                files.forEach(file -> found.put(at.getFileName() + "/" + file.getFileName(), file));
            }
        } else if (kind != Kind.FOLDER && Files.isRegularFile(at)) {
            found.put(at.getFileName().toString(), at);
        }
        return found;
    }

    /** What to watch for changes of it: of a folder the folder itself too, to which files may be added. */
    List<Path> watched(Path at) throws IOException {
        if (kind != Kind.FOLDER) {
            return List.of(at);
        }
        return Stream.concat(Stream.of(at), found(at).values().stream()).toList();
    }
}
