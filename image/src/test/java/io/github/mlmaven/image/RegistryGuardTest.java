package io.github.mlmaven.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class RegistryGuardTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final RegistryGuard.Skipped skipped =
            new RegistryGuard.Skipped(new PrintStream(out, true, StandardCharsets.UTF_8));

    @Test
    void skipped_tests_are_told_at_the_end_with_the_reason_and_what_to_install() {
        for (String what : new String[] {"pushing", "pushing", "logging in"}) {
            assertThatThrownBy(() -> skipped.skip(what, Map.of("CI", "false")))
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessage("Not tested: " + what + ", because /usr/bin/docker-registry does not exist. On Debian:"
                            + " apt-get install docker-registry.");
        }
        assertThat(out.size()).isZero();

        skipped.close();

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "[WARNING] NOT TESTED: logging in (1 test skipped), because /usr/bin/docker-registry does not"
                                + " exist. On Debian: apt-get install docker-registry.",
                        "[WARNING] NOT TESTED: pushing (2 tests skipped), because /usr/bin/docker-registry does not"
                                + " exist. On Debian: apt-get install docker-registry.");
    }

    @Test
    void in_ci_they_fail() {
        assertThatThrownBy(() -> skipped.skip("pushing", Map.of("CI", "true")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("In CI nothing is skipped: pushing cannot be tested, because /usr/bin/docker-registry does"
                        + " not exist. On Debian: apt-get install docker-registry.");
        skipped.close();
        assertThat(out.size()).isZero();
    }
}
