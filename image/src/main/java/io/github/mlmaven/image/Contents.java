package io.github.mlmaven.image;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.image.Stage.StagedFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What an image adds to its base, in three layers from the bottom up: dependencies, which are big and stable; the model; and
 * our own JARs, which are small. A layer is pulled again when one below it changes, so the model is above what is big and
 * below what is cheap.
 *
 * @param bundle the bundle's path in the image
 * @param classPath the JARs of the server, in their order
 * @param natives whether a JAR has native libraries for Linux inside
 */
record Contents(
        ImageLayer dependencies,
        ImageLayer model,
        ImageLayer server,
        Placed bundle,
        List<Placed> classPath,
        boolean natives) {

    private static final String OURS = "io/github/mlmaven/";

    /** A file with its path in the image. */
    record Placed(String path, StagedFile file) {}

    /** Stages the bundle and the class path. */
    static Contents of(Path bundle, List<Path> classPath, Stage stage) {
        Set<String> taken = new TreeSet<>();
        TreeMap<String, StagedFile> dependencies = new TreeMap<>();
        TreeMap<String, StagedFile> server = new TreeMap<>();
        List<Placed> placed = new ArrayList<>();
        boolean natives = false;
        for (Path jar : classPath) {
            Jar kind = look(jar);
            natives |= kind.natives();
            StagedFile staged = stage.add(jar);
            Placed file = new Placed((kind.ours() ? "/app/server/" : "/app/lib/") + name(staged, taken), staged);
            placed.add(file);
            (kind.ours() ? server : dependencies).put(file.path(), staged);
        }
        StagedFile staged = stage.add(bundle);
        Placed model = new Placed("/app/model/" + staged.path().getFileName(), staged);
        return new Contents(
                new ImageLayer("dependencies", dependencies),
                new ImageLayer("model", new TreeMap<>(Map.of(model.path(), staged))),
                new ImageLayer("server", server),
                model,
                List.copyOf(placed),
                natives);
    }

    List<ImageLayer> layers() {
        return List.of(dependencies, model, server);
    }

    /** The class path inside the image: each JAR by name, because a wildcard has no order. */
    String classPathInImage() {
        return classPath.stream().map(Placed::path).collect(Collectors.joining(":"));
    }

    /** The same class path on this machine. */
    String classPathHere() {
        return classPath.stream()
                .map(jar -> jar.file().path().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    // Two artifacts of different groups may have one file name.
    private static String name(StagedFile file, Set<String> taken) {
        String name = file.path().getFileName().toString();
        if (taken.add(name)) {
            return name;
        }
        String unique = file.sha256().substring(0, 8) + "-" + name;
        taken.add(unique);
        return unique;
    }

    private record Jar(boolean ours, boolean natives) {}

    private static Jar look(Path jar) {
        if (Files.isDirectory(jar)) {
            throw new MlException(
                    "The server's class path has the folder " + jar + ", but an image takes JARs only.",
                    "Build up to the phase 'package', so that every module has its JAR.");
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            return new Jar(
                    names.stream().anyMatch(name -> name.startsWith(OURS)),
                    names.stream().anyMatch(name -> name.endsWith(".so")));
        } catch (IOException e) {
            throw new MlException(
                    jar + " on the server's class path is not a JAR that can be read: " + e.getMessage() + ".",
                    "Delete it from the local Maven repository and run the build again.",
                    e);
        }
    }
}
