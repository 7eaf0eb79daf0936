package io.github.mlmaven.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.server.Settings.Address;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void a_bundle_is_all_that_must_be_said() {
        assertThat(Settings.of(List.of("--bundle", "a.jar"), Map.of()))
                .isEqualTo(new Settings(Path.of("a.jar"), new Address("0.0.0.0", 8080), Limits.DEFAULT, false));
    }

    @Test
    void every_option_is_heard() {
        Settings settings = Settings.of(
                List.of(
                        "--port",
                        "0",
                        "--host",
                        "127.0.0.1",
                        "--bundle",
                        "a.jar",
                        "--max-body",
                        "1000",
                        "--access-log",
                        "--max-concurrent",
                        "2",
                        "--timeout",
                        "3",
                        "--drain",
                        "4"),
                Map.of());

        Limits limits = Limits.DEFAULT
                .withMaxBody(1000)
                .withMaxConcurrent(2)
                .with(Limits.DEFAULT.patience().withBody(Duration.ofSeconds(3)).withDrain(Duration.ofSeconds(4)));
        assertThat(settings).isEqualTo(new Settings(Path.of("a.jar"), new Address("127.0.0.1", 0), limits, true));
    }

    @Test
    void the_environment_counts_where_the_arguments_are_silent() {
        Map<String, String> environment = Map.of("PORT", "81", "HOST", "::1");

        assertThat(Settings.of(List.of("--bundle", "a.jar"), environment).address())
                .isEqualTo(new Address("::1", 81));
        assertThat(Settings.of(List.of("--bundle", "a.jar", "--port", "82"), environment)
                        .address())
                .isEqualTo(new Address("::1", 82));
    }

    @Test
    void an_unknown_option_is_refused_with_the_nearest_one() {
        assertRefused(
                "The option --bundel is unknown. Did you mean '--bundle'? See --help.", Map.of(), "--bundel", "a.jar");
        assertRefused("The option a.jar is unknown. See --help.", Map.of(), "a.jar");
    }

    @Test
    void a_missing_or_repeated_option_or_value_is_refused() {
        assertRefused("The option --bundle is missing. See --help.", Map.of());
        assertRefused("The option --bundle has no value. See --help.", Map.of(), "--bundle");
        assertRefused(
                "The option --bundle is given twice. See --help.", Map.of(), "--bundle", "a.jar", "--bundle", "b.jar");
    }

    @Test
    void a_number_that_is_none_or_out_of_range_is_refused() {
        assertRefused(
                "--port is 'http', but must be a whole number from 0 to 65535. See --help.",
                Map.of(),
                "--bundle",
                "a.jar",
                "--port",
                "http");
        assertRefused(
                "PORT is '65536', but must be a whole number from 0 to 65535. See --help.",
                Map.of("PORT", "65536"),
                "--bundle",
                "a.jar");
        assertRefused(
                "--max-body is '0', but must be a whole number from 1 to 1073741824. See --help.",
                Map.of(),
                "--bundle",
                "a.jar",
                "--max-body",
                "0");
    }

    private static void assertRefused(String message, Map<String, String> environment, String... arguments) {
        assertThatThrownBy(() -> Settings.of(List.of(arguments), environment))
                .isInstanceOf(MlException.class)
                .hasMessage(message);
    }
}
