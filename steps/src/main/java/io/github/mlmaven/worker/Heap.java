package io.github.mlmaven.worker;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The largest heap of a worker's JVM.
 *
 * @param bytes 0 where it is not known
 */
public record Heap(long bytes) {

    private static final long MEGA = 1L << 20;
    private static final long GIGA = 1L << 30;
    private static final long ENOUGH_FOR_MOST = 4;
    private static final Pattern OPTION = Pattern.compile("-Xmx(\\d{1,9})([kKmMgG]?)(?=[\\s\"']|$)");

    /** That of this JVM. */
    static Heap here() {
        return new Heap(Runtime.getRuntime().maxMemory());
    }

    /** That which the options of a JVM ask for; the last one counts. */
    public static Heap askedFor(String options) {
        Matcher option = OPTION.matcher(options);
        long bytes = 0;
        while (option.find()) {
            bytes = Long.parseLong(option.group(1)) * unit(option.group(2));
        }
        return new Heap(bytes);
    }

    private static long unit(String letter) {
        return switch (letter) {
            case "k", "K" -> 1L << 10;
            case "m", "M" -> MEGA;
            case "g", "G" -> GIGA;
            default -> 1;
        };
    }

    /** As the option of a JVM, rounded up: {@code -Xmx64m}. */
    public String option() {
        return bytes % GIGA == 0 ? "-Xmx" + bytes / GIGA + "g" : "-Xmx" + (bytes + MEGA - 1) / MEGA + "m";
    }

    /** What to do where it was too small. */
    public String remedy() {
        long twice = 2 * ((bytes + GIGA - 1) / GIGA);
        return "Raise it with -Dml.argLine=" + new Heap(Math.max(ENOUGH_FOR_MOST, twice) * GIGA).option() + ".";
    }
}
