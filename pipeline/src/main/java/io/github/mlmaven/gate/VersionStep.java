package io.github.mlmaven.gate;

import io.github.mlmaven.step.Contract.Level;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** From one version of a project to the next. */
record VersionStep(String before, String now) {

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?.*", Pattern.DOTALL);

    /**
     * The greatest change that it may bring, by semantic versioning 2.0.0: what the first number that rises says. Before
     * 1.0.0 the second number stands for the first, and a version with a hyphen precedes the one without. A version that does not rise, or has no numbers, admits nothing that a
     * caller sees.
     */
    Level admits() {
        List<BigInteger> from = numbers(before);
        List<BigInteger> to = numbers(now);
        if (from.isEmpty() || to.isEmpty()) {
            return Level.PATCH;
        }
        if (from.equals(to) && before.contains("-") && !before.equals(now)) {
            // A version before the release of the same numbers promises nothing yet.
            return Level.MAJOR;
        }
        int major = to.get(0).compareTo(from.get(0));
        int minor = to.get(1).compareTo(from.get(1));
        if (major != 0 || minor <= 0) {
            return major > 0 ? Level.MAJOR : Level.PATCH;
        }
        return from.get(0).signum() == 0 ? Level.MAJOR : Level.MINOR;
    }

    private static List<BigInteger> numbers(String version) {
        Matcher matcher = NUMBERS.matcher(version);
        return matcher.matches()
                ? Stream.of(matcher.group(1), matcher.group(2), matcher.group(3))
                        .map(number -> number == null ? BigInteger.ZERO : new BigInteger(number))
                        .toList()
                : List.of();
    }
}
