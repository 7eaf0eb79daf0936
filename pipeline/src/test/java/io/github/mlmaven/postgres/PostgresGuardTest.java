package io.github.mlmaven.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class PostgresGuardTest {

    private static final String WHY =
            "because there is no PostgreSQL server to start. On Debian: apt-get install postgresql.";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PostgresGuard.Skipped skipped =
            new PostgresGuard.Skipped(new PrintStream(out, true, StandardCharsets.UTF_8));

    @Test
    void skipped_tests_are_told_at_the_end_with_the_reason_and_what_to_install() {
        assertThatThrownBy(() -> skipped.skip("asking", Map.of("CI", "false")))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("Not tested: asking, " + WHY);
        assertThat(out.size()).isZero();

        skipped.close();

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("[WARNING] NOT TESTED: asking (1 class of tests skipped), " + WHY);
    }

    @Test
    void in_ci_they_fail() {
        assertThatThrownBy(() -> skipped.skip("asking", Map.of("CI", "true")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("In CI nothing is skipped: asking cannot be tested, " + WHY);
        skipped.close();
        assertThat(out.size()).isZero();
    }
}
