package io.github.mlmaven.plugin;

import java.io.File;
import java.util.Arrays;
import java.util.Locale;

/**
 * A machine as native libraries see it.
 *
 * @param name as DuckDB ends the names of its libraries, such as {@code linux_amd64}
 * @param libraryPath the folders where a JVM looks for libraries before all others, as in {@code java.library.path}
 */
record NativePlatform(String name, String libraryPath) {

    /** That of this JVM, which is the workers' too. */
    static NativePlatform current() {
        return new NativePlatform(
                name(System.getProperty("os.name"), System.getProperty("os.arch")),
                System.getProperty("java.library.path", ""));
    }

    /** The name for the system properties {@code os.name} and {@code os.arch}. */
    static String name(String os, String arch) {
        String system = os.toLowerCase(Locale.ROOT).split(" ", 2)[0];
        String processor = arch.toLowerCase(Locale.ROOT);
        return (system.equals("mac") ? "macos" : system)
                + "_"
                + switch (processor) {
                    case "x86_64" -> "amd64";
                    case "aarch64" -> "arm64";
                    default -> processor;
                };
    }

    /** Whether the machine has a library of its own, which a JVM prefers to one that is beside a JAR. */
    boolean hasItsOwn(String library) {
        String file = System.mapLibraryName(library);
        return Arrays.stream(libraryPath.split(File.pathSeparator, -1))
                .anyMatch(folder -> new File(folder, file).exists());
    }
}
