package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativePlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux_amd64",
        "Linux, aarch64, linux_arm64",
        "Mac OS X, x86_64, macos_amd64",
        "Mac OS X, aarch64, macos_arm64",
        "Windows 11, amd64, windows_amd64",
        "Windows Server 2022, aarch64, windows_arm64",
        "FreeBSD, riscv64, freebsd_riscv64"
    })
    void systems_and_processors_have_the_names_that_duckdb_gives_them(String os, String arch, String name) {
        assertThat(NativePlatform.name(os, arch)).isEqualTo(name);
    }

    @Test
    void a_library_of_the_machine_is_found_in_any_folder_of_the_library_path(@TempDir Path folder) throws IOException {
        String path = folder.resolve("none") + File.pathSeparator + folder;
        NativePlatform platform = new NativePlatform("linux_amd64", path);

        assertThat(platform.hasItsOwn("duckdb_java")).isFalse();
        Files.createFile(folder.resolve(System.mapLibraryName("duckdb_java")));
        assertThat(platform.hasItsOwn("duckdb_java")).isTrue();
    }
}
