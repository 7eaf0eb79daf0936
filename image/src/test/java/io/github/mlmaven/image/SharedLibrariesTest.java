package io.github.mlmaven.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SharedLibrariesTest {

    private static final Path RUNTIME = Path.of("/runtimes/java");
    private static final TreeSet<String> OWN = new TreeSet<>(List.of("libjvm.so", "libjava.so"));

    @Test
    void libraries_of_the_system_and_the_loader_count_and_the_runtimes_own_do_not() {
        String output = """
                /runtimes/java/bin/java:
                \tlinux-vdso.so.1 (0x00007f1d2db20000)
                \tlibz.so.1 => /lib/x86_64-linux-gnu/libz.so.1 (0x00007fd610eca000)
                \tlibjli.so => /runtimes/java/bin/../lib/libjli.so (0x00007fe1571fb000)
                \tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007fe157010000)
                \t/lib64/ld-linux-x86-64.so.2 (0x00007f1d2db22000)
                /runtimes/java/lib/libjava.so:
                \tlibjvm.so => not found
                \tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f204d214000)
                """;

        assertThat(SharedLibraries.parse(output, RUNTIME, OWN))
                .containsExactly(
                        Path.of("/lib/x86_64-linux-gnu/libc.so.6"),
                        Path.of("/lib/x86_64-linux-gnu/libz.so.1"),
                        Path.of("/lib64/ld-linux-x86-64.so.2"));
    }

    @Test
    void the_one_library_of_musl_is_library_and_loader() {
        String output = """
                \t/lib/ld-musl-x86_64.so.1 (0x7f10d6a5e000)
                \tlibc.musl-x86_64.so.1 => /lib/ld-musl-x86_64.so.1 (0x7f10d6a5e000)
                """;

        assertThat(SharedLibraries.parse(output, RUNTIME, OWN)).containsExactly(Path.of("/lib/ld-musl-x86_64.so.1"));
    }

    @Test
    void a_library_that_is_nowhere_is_named() {
        assertThatThrownBy(() -> SharedLibraries.parse("\tlibz.so.1 => not found\n", RUNTIME, OWN))
                .hasMessage(
                        "The library libz.so.1, which the Java runtime needs, is not on this machine. Install the package "
                                + "that has it, or set ml.image.base to a registry's image.");
    }

    @Test
    void an_output_without_libraries_is_shown() {
        assertThatThrownBy(() -> SharedLibraries.parse("\tnot a dynamic executable\n", RUNTIME, OWN))
                .hasMessage(
                        "ldd names no libraries of the Java runtime; it said: not a dynamic executable. Set ml.image.base "
                                + "to a registry's image.");
    }
}
