package io.github.mlmaven.server;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.server.Limits.Patience;
import io.github.mlmaven.text.Nearest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the command line and the environment say. */
record Settings(Path bundle, Address address, Limits limits, boolean accessLog) {

    static final String USAGE = """
            Usage: java -cp <class path> io.github.mlmaven.server.Main --bundle <jar> [options]
              --bundle <jar>          the model's bundle
              --port <number>         where to listen, 0 for any free port (default: PORT, else 8080)
              --host <address>        the interface to listen on (default: HOST, else 0.0.0.0)
              --max-body <bytes>      the largest request body (default: 1048576)
              --max-concurrent <n>    requests with a body at a time; more are answered 503 (default: 256)
              --timeout <seconds>     for a request's body to arrive (default: 30)
              --drain <seconds>       for requests in flight when told to stop (default: 20)
              --access-log            one line on standard output for each answer
              --help                  this text
            """;

    private static final String ACCESS_LOG = "--access-log";
    private static final List<String> WITH_VALUE =
            List.of("--bundle", "--port", "--host", "--max-body", "--max-concurrent", "--timeout", "--drain");

    /** @param port 0 for any free one */
    record Address(String host, int port) {}

    /**
     * Reads the arguments; where they are silent, {@code PORT} and {@code HOST} of the environment count.
     *
     * @throws MlException if an option is unknown, lacks its value or has one that is not allowed
     */
    static Settings of(List<String> arguments, Map<String, String> environment) {
        Map<String, String> given = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String option = arguments.get(i);
            boolean isFlag = option.equals(ACCESS_LOG);
            if (!isFlag && !WITH_VALUE.contains(option)) {
                throw unknown(option);
            }
            if (!isFlag && i + 1 == arguments.size()) {
                throw usage("The option " + option + " has no value.");
            }
            if (given.put(option, isFlag ? "" : arguments.get(++i)) != null) {
                throw usage("The option " + option + " is given twice.");
            }
        }
        return of(new Values(given, environment));
    }

    private static Settings of(Values values) {
        String bundle = values.given.get("--bundle");
        if (bundle == null) {
            throw usage("The option --bundle is missing.");
        }
        Address address = new Address(values.host(), values.port());
        Patience patience = Patience.DEFAULT
                .withBody(Duration.ofSeconds(values.number("--timeout", 1, 3600, 30)))
                .withDrain(Duration.ofSeconds(values.number("--drain", 0, 3600, 20)));
        Limits limits = Limits.DEFAULT
                .withMaxBody(values.number("--max-body", 1, 1 << 30, Limits.DEFAULT.maxBody()))
                .withMaxConcurrent(values.number("--max-concurrent", 1, 1 << 20, Limits.DEFAULT.maxConcurrent()))
                .with(patience);
        return new Settings(Path.of(bundle), address, limits, values.given.containsKey(ACCESS_LOG));
    }

    private static MlException unknown(String option) {
        List<String> all = List.of(USAGE.split("\\s+")).stream()
                .filter(word -> word.startsWith("--"))
                .toList();
        return usage("The option " + option + " is unknown. "
                + Nearest.question(option, all).strip());
    }

    private static MlException usage(String problem) {
        return new MlException(problem.strip(), "See --help.");
    }

    private record Values(Map<String, String> given, Map<String, String> environment) {

        String host() {
            return given.getOrDefault("--host", environment.getOrDefault("HOST", "0.0.0.0"));
        }

        int port() {
            return given.containsKey("--port") || !environment.containsKey("PORT")
                    ? number("--port", 0, 65_535, 8080)
                    : number("PORT", environment.get("PORT"), 0, 65_535);
        }

        int number(String option, int min, int max, int fallback) {
            return given.containsKey(option) ? number(option, given.get(option), min, max) : fallback;
        }

        private static int number(String name, @Nullable String text, int min, int max) {
            try {
                int number = Integer.parseInt(String.valueOf(text));
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Told below, like a number out of range.
            }
            throw usage(name + " is '" + text + "', but must be a whole number from " + min + " to " + max + ".");
        }
    }
}
