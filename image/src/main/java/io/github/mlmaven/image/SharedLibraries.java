package io.github.mlmaven.image;

import io.github.mlmaven.api.MlException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shared libraries of the system that programs need, as {@code ldd} finds them. */
final class SharedLibraries {

    /** The C library opens these by itself, to look up users and host names. Newer ones have them built in. */
    private static final List<String> OPENED_BY_LIBC =
            List.of("libnss_files.so.2", "libnss_dns.so.2", "libresolv.so.2");
    /** What native libraries in JARs are linked with, as a rule. */
    private static final List<String> NEEDED_BY_NATIVES = List.of(
            "libstdc++.so.6",
            "libgcc_s.so.1",
            "libgomp.so.1",
            "libm.so.6",
            "libdl.so.2",
            "librt.so.1",
            "libpthread.so.0",
            "libz.so.1");

    /** {@code name => /path (0x...)}, or {@code /path (0x...)} for the loader. */
    private static final Pattern FOUND = Pattern.compile("^\\s+(?:\\S+ => )?(/\\S+) \\(0x[0-9a-f]+\\)$");

    private static final Pattern MISSING = Pattern.compile("^\\s+(\\S+) => not found$");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private SharedLibraries() {}

    /**
     * The libraries outside a runtime that its binaries need, and theirs, with the loader.
     *
     * @param natives whether native libraries from JARs will be loaded too
     * @throws MlException if one is missing on this machine
     */
    static NavigableSet<Path> of(LinkedRuntime runtime, boolean natives) {
        List<String> command = new ArrayList<>(List.of("ldd"));
        runtime.binaries().forEach(file -> command.add(file.toString()));
        NavigableSet<Path> libraries =
                parse(Program.run(PATIENCE, command).output(), runtime.folder(), names(runtime.files()));
        addFromFolder(libraries, OPENED_BY_LIBC);
        if (natives) {
            addFromFolder(libraries, NEEDED_BY_NATIVES);
        }
        return libraries;
    }

    /**
     * The libraries in the output of {@code ldd}.
     *
     * @param inside the folder whose own libraries do not count
     * @param own the file names in that folder: some are loaded by path, so that {@code ldd} does not find them
     */
    static NavigableSet<Path> parse(String output, Path inside, NavigableSet<String> own) {
        NavigableSet<Path> libraries = new TreeSet<>();
        for (String line : output.lines().toList()) {
            Matcher missing = MISSING.matcher(line);
            if (missing.matches() && !own.contains(missing.group(1))) {
                throw new MlException(
                        "The library " + missing.group(1) + ", which the Java runtime needs, is not on this machine.",
                        "Install the package that has it, or set " + Side.BASE.property() + " to a registry's image.");
            }
            Matcher found = FOUND.matcher(line);
            if (found.matches()) {
                Path library = Path.of(found.group(1)).normalize();
                if (!library.startsWith(inside)) {
                    libraries.add(library);
                }
            }
        }
        if (libraries.isEmpty()) {
            throw new MlException(
                    "ldd names no libraries of the Java runtime; it said: " + output.strip() + ".",
                    "Set " + Side.BASE.property() + " to a registry's image.");
        }
        return libraries;
    }

    private static NavigableSet<String> names(List<Path> files) {
        NavigableSet<String> names = new TreeSet<>();
        files.forEach(file -> names.add(file.getFileName().toString()));
        return names;
    }

    private static void addFromFolder(NavigableSet<Path> libraries, List<String> names) {
        libraries.stream()
                .filter(library -> library.getFileName().toString().startsWith("libc.so"))
                .map(Path::getParent)
                .findFirst()
                .ifPresent(folder -> names.stream()
                        .map(folder::resolve)
                        .filter(Files::isRegularFile)
                        .forEach(libraries::add));
    }
}
