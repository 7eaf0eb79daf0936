package io.github.mlmaven.image;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Java runtime linked from a JDK by {@code jlink}. The same JDK gives the same bytes, which is why it has no class-data
 * archive: no way to dump one twice alike was found.
 *
 * @param folder the runtime's own, which nobody changes
 */
record LinkedRuntime(Path folder) {

    /**
     * All of Java SE but the desktop, and what servers, agents and their users miss without it: elliptic curves in TLS, the
     * flight recorder, memory that is not on the heap. A fixed list, because one that follows the class path would change
     * the base with every dependency.
     */
    static final Set<String> MODULES = new TreeSet<>(List.of(
            "java.base",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.security.jgss",
            "java.sql",
            "java.xml",
            "jdk.crypto.ec",
            "jdk.httpserver",
            "jdk.jfr",
            "jdk.management",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs"));

    // Not --strip-debug: it calls objcopy, which comes with a C compiler, and fails without. The JDK's own libraries
    // are
    // stripped by whoever built it.
    private static final List<String> OPTIONS =
            List.of("--strip-java-debug-attributes", "--no-man-pages", "--no-header-files", "--output");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /**
     * The runtime of a JDK: linked now, or before by an earlier build.
     *
     * @param cache where runtimes stay between builds
     * @throws MlException if the JDK cannot link
     */
    static LinkedRuntime of(Path javaHome, Path cache, Progress progress) {
        requireJlink(javaHome);
        Path folder = cache.toAbsolutePath().resolve("linked").resolve(key(javaHome));
        if (!Files.isDirectory(folder)) {
            progress.info("Linking a Java runtime for the image (once for each JDK).");
            link(javaHome, folder);
        }
        return new LinkedRuntime(folder);
    }

    Path java() {
        return folder.resolve("bin/java");
    }

    /** The runtime's files, sorted. */
    List<Path> files() {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** The programs and libraries among them, which need libraries of the system. */
    List<Path> binaries() {
        return files().stream()
                .filter(file -> file.toString().endsWith(".so") || file.startsWith(folder.resolve("bin")))
                .filter(LinkedRuntime::isElf)
                .toList();
    }

    private static boolean isElf(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(4);
            return magic.length == 4 && magic[0] == 0x7f && magic[1] == 'E' && magic[2] == 'L' && magic[3] == 'F';
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static void requireJlink(Path javaHome) {
        String remedy = "Run the build with a whole JDK, or set " + Side.BASE.property()
                + " to a registry's image, such as eclipse-temurin:"
                + Runtime.version().feature() + "-jre.";
        if (!Files.isExecutable(javaHome.resolve("bin/jlink"))) {
            throw new MlException(
                    "The base image 'local' is linked from the JDK that runs the build, but " + javaHome
                            + " has no jlink: it is a JRE, or a part of a JDK.",
                    remedy);
        }
        if (!Files.isDirectory(javaHome.resolve("jmods")) && !linksFromItself(javaHome)) {
            throw new MlException(
                    "The base image 'local' is linked from the JDK that runs the build, but " + javaHome
                            + " has no jmods folder, and its jlink cannot do without.",
                    remedy);
        }
    }

    private static boolean linksFromItself(Path javaHome) {
        Program help =
                Program.run(PATIENCE, List.of(javaHome.resolve("bin/jlink").toString(), "--help"));
        return help.output().contains("run-time image enabled");
    }

    private static String key(Path javaHome) {
        try {
            String release = Files.readString(javaHome.resolve("release"));
            long modules = Files.size(javaHome.resolve("lib/modules"));
            return Sha256.of(release + modules + MODULES + OPTIONS);
        } catch (IOException e) {
            throw unreadable(javaHome, e);
        }
    }

    private static void link(Path javaHome, Path folder) {
        try {
            Files.createDirectories(folder.getParent());
            Path temporary = Files.createTempDirectory(folder.getParent(), "linking");
            Path output = temporary.resolve("java");
            requireSuccess(Program.run(PATIENCE, command(javaHome, output)), "jlink");
            fixTimes(output);
            move(output, folder);
            Stage.delete(temporary);
        } catch (IOException e) {
            throw new MlException(
                    "The Java runtime for the image could not be written to " + folder + ": " + e.getMessage() + ".",
                    "Make the folder writable, or free space on its disk.",
                    e);
        }
    }

    static List<String> command(Path javaHome, Path output) {
        List<String> command =
                new ArrayList<>(List.of(javaHome.resolve("bin/jlink").toString(), "--add-modules", modules()));
        command.addAll(OPTIONS);
        command.add(output.toString());
        return command;
    }

    // Another build may have been first, and its runtime is as good.
    private static void move(Path output, Path folder) throws IOException {
        try {
            Files.move(output, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException e) {
            throw e;
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            Stage.delete(output);
        }
    }

    // Later JDKs have no jdk.crypto.ec of their own.
    private static String modules() {
        Set<String> present = ModuleFinder.ofSystem().findAll().stream()
                .map(ModuleReference::descriptor)
                .map(module -> module.name())
                .collect(Collectors.toCollection(TreeSet::new));
        present.retainAll(MODULES);
        return String.join(",", present);
    }

    private static void requireSuccess(Program program, String name) {
        if (program.exit() != 0) {
            throw new MlException(
                    "The Java runtime for the image could not be made: " + name + " ended with " + program.exit()
                            + " and said: " + program.output().strip(),
                    "Set " + Side.BASE.property() + " to a registry's image to do without.");
        }
    }

    private static void fixTimes(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Stage.TIME));
            }
        }
    }

    private static MlException unreadable(Path path, IOException e) {
        return new MlException(
                path + " could not be read: " + e.getMessage() + ".", "Make it readable, or delete it.", e);
    }
}
