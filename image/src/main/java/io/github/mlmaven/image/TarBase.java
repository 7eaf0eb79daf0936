package io.github.mlmaven.image;

import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.FileHashes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A base in a tar, as {@code docker save} and {@code podman save} write it. */
record TarBase(Path tar, String sha256) implements Base {

    private static final String REMEDY =
            "Write one with docker save, podman save --format docker-archive, or skopeo copy "
                    + "... docker-archive:<path>.";

    /**
     * Looks into a tar.
     *
     * @throws MlException if it is not there, or not a Docker archive
     */
    static TarBase of(Path tar, FileHashes hashes) {
        if (!Files.isRegularFile(tar)) {
            throw new MlException(
                    "The base image's tar " + tar + " does not exist.",
                    "Correct the path in " + Side.BASE.property() + ": tar://<path>.");
        }
        Set<String> names = names(tar);
        if (!names.contains("manifest.json")) {
            String found = names.contains("oci-layout") || names.contains("index.json")
                    ? "an OCI archive, but must be a Docker archive"
                    : "not a Docker archive: it has no manifest.json";
            throw new MlException("The base image's tar " + tar + " is " + found + ".", REMEDY);
        }
        return new TarBase(tar, hashes.sha256(tar));
    }

    private static Set<String> names(Path tar) {
        Set<String> names = new TreeSet<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(tar)))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
            return names;
        } catch (IOException e) {
            throw new MlException(
                    "The base image's tar " + tar + " could not be read as a tar: " + e.getMessage() + ".", REMEDY, e);
        }
    }

    @Override
    public JibContainerBuilder start() {
        return Jib.from(TarImage.at(tar));
    }

    @Override
    public String pinned() {
        return "tar://" + tar.getFileName() + "@sha256:" + sha256;
    }

    @Override
    public String java() {
        return "java";
    }

    @Override
    public Path javaHere() {
        return RegistryBase.workersJava();
    }
}
