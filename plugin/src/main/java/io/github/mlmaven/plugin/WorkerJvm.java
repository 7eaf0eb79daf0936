package io.github.mlmaven.plugin;

import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.WorkerOptions;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a JVM beside Maven's is started: the same Java, options and class path in an argument file, so that no operating
 * system's limit on command lines is met.
 *
 * @param name names its files, and is the artifactId of what runs in it
 * @param argLine the user's options, separated by spaces, quoted where they contain some
 * @param outputDirectory its argument file and log are in the folder {@code ml} below
 */
record WorkerJvm(String name, String mainClass, String argLine, Path outputDirectory) {

    /** Where the JVM's standard error goes. */
    Path log() {
        return outputDirectory.resolve("ml").resolve(name + ".log");
    }

    /** Starts it as a worker with piped standard input and output; its standard error goes to the log. */
    Process start(List<Path> classPath) throws IOException {
        return builder(argumentFile(classPath, WorkerOptions.of(argLine, System.getenv())), List.of())
                .redirectError(Redirect.to(log().toFile()))
                .start();
    }

    /** Starts it on Maven's own output, without input. */
    Process startInForeground(List<Path> classPath, List<String> arguments) throws IOException {
        return builder(argumentFile(classPath, List.of()), arguments)
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT)
                .start();
    }

    private ProcessBuilder builder(String options, List<String> arguments) {
        Path file = outputDirectory.resolve("ml").resolve(name + ".args");
        Json.replace(file, options.getBytes(nativeCharset()));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + file);
        command.add(mainClass);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        // OpenMP's threads spin while they wait for each other, by default. On a machine that has other things to do,
        // the
        // one that they wait for then gets no processor: a training takes six times as long.
        builder.environment().putIfAbsent("OMP_WAIT_POLICY", "PASSIVE");
        DatabaseLogin.hide(builder.environment());
        return builder;
    }

    /** @param ours options of the JVM that the user's follow */
    String argumentFile(List<Path> classPath, List<String> ours) {
        String joined = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        // What the JVM itself has to say must not stand between the lines of the work, but in the log.
        return """
                -XX:+DisplayVMOutputToStderr
                -cp "%s"
                --enable-native-access=ALL-UNNAMED
                -Djava.awt.headless=true
                %s
                %s
                """.formatted(joined.replace("\\", "\\\\").replace("\"", "\\\""), String.join("\n", ours), argLine);
    }

    // The java launcher reads argument files in the platform's encoding, not in UTF-8.
    private static Charset nativeCharset() {
        String name = System.getProperty("sun.jnu.encoding");
        return name == null ? Charset.defaultCharset() : Charset.forName(name);
    }
}
