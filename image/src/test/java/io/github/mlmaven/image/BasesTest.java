package io.github.mlmaven.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.step.FileHashes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BasesTest {

    private static final String WRITE_ONE =
            " Write one with docker save, podman save --format docker-archive, or skopeo copy "
                    + "... docker-archive:<path>.";

    @TempDir
    Path folder;

    private Path tar(String entry) throws IOException {
        Path tar = folder.resolve("base.tar");
        try (OutputStream out = Files.newOutputStream(tar);
                TarArchiveOutputStream archive = new TarArchiveOutputStream(out)) {
            TarArchiveEntry header = new TarArchiveEntry(entry);
            header.setSize(2);
            archive.putArchiveEntry(header);
            archive.write("[]".getBytes(StandardCharsets.UTF_8));
            archive.closeArchiveEntry();
        }
        return tar;
    }

    private TarBase read(Path tar) {
        return TarBase.of(tar, FileHashes.cachedIn(folder.resolve("hashes.json")));
    }

    @Test
    void a_docker_archive_is_pinned_by_its_hash_and_not_by_its_folder() throws IOException {
        assertThat(read(tar("manifest.json")).pinned()).matches("tar://base\\.tar@sha256:[0-9a-f]{64}");
    }

    @Test
    void an_oci_archive_is_not_a_docker_archive() throws IOException {
        Path tar = tar("oci-layout");

        assertThatThrownBy(() -> read(tar))
                .hasMessage("The base image's tar " + tar + " is an OCI archive, but must be a Docker archive."
                        + WRITE_ONE);
    }

    @Test
    void a_tar_without_an_image_is_refused() throws IOException {
        Path tar = tar("readme.txt");

        assertThatThrownBy(() -> read(tar))
                .hasMessage("The base image's tar " + tar + " is not a Docker archive: it has no manifest.json."
                        + WRITE_ONE);
    }

    @Test
    void a_tar_that_does_not_exist_is_named() {
        Path tar = folder.resolve("absent.tar");

        assertThatThrownBy(() -> read(tar))
                .hasMessage("The base image's tar " + tar
                        + " does not exist. Correct the path in ml.image.base: tar://<path>.");
    }

    @Test
    void a_local_base_needs_linux() {
        assertThatCode(() -> LocalBase.requireLinux("Linux")).doesNotThrowAnyException();
        assertThatThrownBy(() -> LocalBase.requireLinux("Mac OS X"))
                .hasMessage(
                        "The base image 'local' is made from the machine that builds, which must run Linux; this one runs "
                                + "Mac OS X. Set ml.image.base to a registry's image, such as eclipse-temurin:"
                                + Runtime.version().feature() + "-jre, or to tar://<path>.");
    }

    @Test
    void a_local_base_needs_a_jdk_with_jlink() {
        assertThatThrownBy(() -> LinkedRuntime.of(folder, folder, Progress.SILENT))
                .hasMessage("The base image 'local' is linked from the JDK that runs the build, but " + folder
                        + " has no jlink: it is a JRE, or a part of a JDK. Run the build with a whole JDK, or set "
                        + "ml.image.base to a registry's image, such as eclipse-temurin:"
                        + Runtime.version().feature() + "-jre.");
    }

    @Test
    void a_local_base_needs_modules_to_link() throws IOException {
        Path jlink = folder.resolve("bin/jlink");
        Files.createDirectories(jlink.getParent());
        Files.writeString(jlink, "#!/bin/sh\necho help\n");
        assertThat(jlink.toFile().setExecutable(true)).isTrue();

        assertThatThrownBy(() -> LinkedRuntime.of(folder, folder, Progress.SILENT))
                .hasMessageStartingWith("The base image 'local' is linked from the JDK that runs the build, but "
                        + folder + " has no jmods folder, and its jlink cannot do without. ");
    }

    @Test
    void a_reference_that_is_none_is_refused() {
        assertThatThrownBy(() -> References.parse(Side.BASE, "Example/Java:17"))
                .hasMessage("The base image 'Example/Java:17' is not an image reference. Write it as "
                        + "<registry>/<repository>:<tag> in lower case, such as ghcr.io/example/diamonds:1.0, or local, or "
                        + "tar://<path>.");
        assertThatThrownBy(() -> References.parse(Side.TARGET, "a b"))
                .hasMessage(
                        "The image 'a b' is not an image reference. Write it as <registry>/<repository>:<tag> in lower "
                                + "case, such as ghcr.io/example/diamonds:1.0.");
    }

    @Test
    void architectures_have_the_names_of_images() {
        assertThat(LocalBase.architecture("amd64")).isEqualTo("amd64");
        assertThat(LocalBase.architecture("aarch64")).isEqualTo("arm64");
        assertThat(LocalBase.architecture("riscv64")).isEqualTo("riscv64");
    }
}
