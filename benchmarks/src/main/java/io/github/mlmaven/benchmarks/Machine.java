package io.github.mlmaven.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the figures were measured on. */
final class Machine {

    private Machine() {}

    /** One sentence. */
    static String describe() throws IOException {
        return "Measured on %s processors (%s), %s of memory, %s, %s %s."
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        fact("/proc/cpuinfo", "model name"),
                        Markdown.bytes(kilobytes(fact("/proc/meminfo", "MemTotal")) * 1024),
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.runtime.version"));
    }

    private static double kilobytes(String text) {
        return Double.parseDouble(text.replaceAll("\\D", ""));
    }

    private static String fact(String file, String key) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
