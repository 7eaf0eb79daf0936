package io.github.mlmaven.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Options of a worker's JVM, which does little and ends: with these it needs least processor time and memory until then. */
public final class WorkerOptions {

    /** A compiler's time pays for what runs long: a validation of a million rows takes a fifth less with this. */
    private static final String LATE_COMPILER = "-XX:CompileThresholdScaling=5";

    /** Halves the memory of small builds, and costs no more time. */
    private static final String COLLECTOR = "-XX:+UseSerialGC";

    private static final Pattern ANY_COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC\\b");

    /** Variables that a JVM takes options from, unasked. */
    private static final List<String> VARIABLES = List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    private WorkerOptions() {}

    /**
     * The options, without a collector where the user chose one: a JVM does not start with two.
     *
     * @param argLine the user's options, which are to follow these
     * @param environment the variables of the JVM
     */
    public static List<String> of(String argLine, Map<String, String> environment) {
        List<String> options = new ArrayList<>(List.of(LATE_COMPILER));
        Stream<String> chosen = VARIABLES.stream().map(name -> environment.getOrDefault(name, ""));
        if (Stream.concat(Stream.of(argLine), chosen)
                .noneMatch(some -> ANY_COLLECTOR.matcher(some).find())) {
            options.add(COLLECTOR);
        }
        return List.copyOf(options);
    }
}
