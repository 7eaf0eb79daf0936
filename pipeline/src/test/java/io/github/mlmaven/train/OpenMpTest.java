package io.github.mlmaven.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.api.Supply;
import io.github.mlmaven.text.Sha256;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OpenMpTest {

    private final LinkageError missing = new UnsatisfiedLinkError(
            "/tmp/libxgboost4j.so: libgomp.so.1: cannot open shared object file: No such file or directory");
    private static final String ENTRY = "org/bytedeco/dnnl/linux-x86_64/libgomp.so.1";

    @TempDir
    Path folder;

    private final List<String> done = new ArrayList<>();
    private Supply supply = new Supply.None();

    private final Progress progress = new Progress() {
        @Override
        public void info(String text) {
            done.add("info " + text);
        }

        @Override
        public Supply lacking(String library) {
            done.add("asked for " + library);
            return supply;
        }
    };

    @Test
    void a_machine_that_loads_xgboost_asks_for_nothing() {
        NativeXgboost.load(progress);

        assertThat(done).isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void a_machine_without_libgomp_loads_the_supplied_one_before_xgboost_tries_again() {
        supply = new Supply.Archive(archive(), folder.resolve("cache"));

        load();

        Path library = unpacked();
        assertThat(done)
                .containsExactly(
                        "xgboost",
                        "asked for libgomp",
                        "info This machine has no libgomp, which XGBoost needs: that of "
                                + archive().getFileName() + " is used.",
                        "loaded " + library,
                        "xgboost");
        assertThatCode(() -> System.load(library.toString())).doesNotThrowAnyException();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void a_library_that_was_unpacked_before_is_used_and_a_damaged_one_replaced() throws IOException {
        supply = new Supply.Archive(archive(), folder.resolve("cache"));
        load();
        byte[] good = Files.readAllBytes(unpacked());

        supply = new Supply.Archive(folder.resolve("gone.jar"), folder.resolve("cache"));
        load();
        assertThat(unpacked()).hasBinaryContent(good);

        Files.writeString(unpacked(), "damaged");
        supply = new Supply.Archive(archive(), folder.resolve("cache"));
        load();
        assertThat(unpacked()).hasBinaryContent(good);
        try (Stream<Path> files = Files.list(unpacked().getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void an_archive_with_other_bytes_is_refused_and_nothing_of_it_is_kept() throws IOException {
        Path other = folder.resolve("dnnl.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
            zip.putNextEntry(new ZipEntry(ENTRY));
            zip.write(new byte[] {1, 2, 3});
        }
        supply = new Supply.Archive(other, folder.resolve("cache"));

        assertThatThrownBy(this::load)
                .isInstanceOf(MlException.class)
                .hasMessage(other + " has another libgomp.so.1 than expected: its SHA-256 is "
                        + Sha256.of(new byte[] {1, 2, 3})
                        + ", not a34b323345bf3adaaf328c7b59be88cd8b197718c318847ed4be7e7b473747d0. Delete the file, and"
                        + " the build downloads it again; or install it: apt-get install libgomp1 (Debian, Ubuntu), dnf"
                        + " install libgomp (Fedora, RHEL), apk add libgomp (Alpine).");
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void an_archive_that_cannot_be_had_is_named_with_both_ways_out() {
        supply = new Supply.Unresolved("a:b:1, which has it, could not be resolved: offline.", "Go online");

        assertThatThrownBy(this::load)
                .isInstanceOf(MlException.class)
                .hasMessage("XGBoost needs the OpenMP runtime libgomp, which this machine lacks. a:b:1, which has it,"
                        + " could not be resolved: offline. Go online, or install it: apt-get install libgomp1 (Debian,"
                        + " Ubuntu), dnf install libgomp (Fedora, RHEL), apk add libgomp (Alpine).");
    }

    @Test
    void a_platform_that_nobody_has_it_for_is_told_how_to_install_it() {
        assertThatThrownBy(this::load)
                .isInstanceOf(MlException.class)
                .hasMessage("XGBoost needs the OpenMP runtime libgomp; install it: apt-get install libgomp1"
                        + " (Debian, Ubuntu), dnf install libgomp (Fedora, RHEL), apk add libgomp (Alpine).")
                .hasCause(missing);
        assertThat(done).containsExactly("xgboost", "asked for libgomp");
    }

    @Test
    void musl_is_asked_for_nothing_because_it_could_not_load_it() {
        LinkageError musl =
                new UnsatisfiedLinkError("Error loading shared library libgomp.so.1: No such file or directory"
                        + " (needed by /tmp/libxgboost4j.so)");

        assertThatThrownBy(() -> NativeXgboost.load(
                        progress,
                        () -> {
                            throw musl;
                        },
                        library -> done.add("loaded " + library)))
                .isInstanceOf(MlException.class)
                .hasCause(musl);
        assertThat(done).isEmpty();
    }

    private void load() {
        boolean[] tried = {false};
        NativeXgboost.load(
                progress,
                () -> {
                    done.add("xgboost");
                    if (!tried[0]) {
                        tried[0] = true;
                        throw missing;
                    }
                },
                library -> done.add("loaded " + library));
    }

    private static Path archive() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(file -> file.getFileName().toString().matches("dnnl-.*-linux-x86_64\\.jar"))
                .findFirst()
                .orElseThrow();
    }

    private Path unpacked() {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
