package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.FileHashes;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipFile;

/**
 * Spares each worker the unpacking of DuckDB's native library. DuckDB unpacks a library that is in its JAR anew in each
 * JVM, and loads one that is beside a JAR without any as it is: so there is such a pair in a cache, made once for each
 * content of the JAR.
 */
final class UnpackedNatives {

    private static final String JAR = "duckdb_jdbc-";

    private final Path cache;
    private final NativePlatform platform;
    private final Consumer<String> debug;

    /**
     * @param cache where the pairs stay between builds, with other things
     * @param debug is told why a JAR stays as it is
     */
    UnpackedNatives(Path cache, NativePlatform platform, Consumer<String> debug) {
        this.cache = cache.resolve("duckdb");
        this.platform = platform;
        this.debug = debug;
    }

    /**
     * The class path with the cache's JAR in the place of DuckDB's. It stays as it is, which works and is slower, where it
     * has no JAR of DuckDB, where that has no library for the platform, where the machine has one of its own, and where the
     * cache cannot be used.
     */
    List<Path> in(List<Path> classPath) {
        return classPath.stream()
                .map(jar -> jar.getFileName().toString().startsWith(JAR) ? unpacked(jar) : jar)
                .toList();
    }

    private Path unpacked(Path jar) {
        try (ZipFile full = new ZipFile(jar.toFile())) {
            Optional<SlimJar> found = SlimJar.of(full, platform);
            if (found.isEmpty()) {
                return kept(jar, "it has no library for " + platform.name());
            }
            if (platform.hasItsOwn("duckdb_java")) {
                return kept(jar, "this machine has a duckdb_java of its own, which would come first");
            }
            Files.createDirectories(cache);
            if (!Files.isWritable(cache)) {
                return kept(jar, cache + " is not writable");
            }
            SlimJar slim = found.get();
            Path folder = cache.resolve(sha256(jar)).resolve(platform.name());
            if (!slim.isIn(folder)) {
                slim.writeTo(folder);
            }
            return slim.jarIn(folder);
        } catch (IOException e) {
            return kept(jar, Json.reason(e));
        } catch (MlException e) {
            return kept(jar, e.problem());
        }
    }

    private Path kept(Path jar, String reason) {
        debug.accept(jar + " stays on the class path as it is: " + reason);
        return jar;
    }

    // The memory is of one JAR alone: builds that write it at once write the same.
    private String sha256(Path jar) {
        FileHashes hashes = FileHashes.cachedIn(cache.resolve(jar.getFileName() + ".json"));
        String hash = hashes.sha256(jar);
        try {
            hashes.save();
        } catch (MlException e) {
            debug.accept("The next worker hashes " + jar + " again: " + e.problem());
        }
        return hash;
    }
}
