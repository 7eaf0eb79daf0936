package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.worker.Heap;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a worker's JVM said before it ended in the middle of its work, or before it began any.
 *
 * @param exitCode -1 where it is not known
 * @param text the end of what it said; may be empty
 */
record LastWords(WorkerJvm jvm, int exitCode, String text) {

    /** What the JVM says of heaps that no work fits into, and of ones that the work did not fit into. */
    private static final List<String> TOO_SMALL =
            List.of("OutOfMemoryError", "Too small maximum heap", "Too small initial heap");

    /** What the JVM says of options that it does not take. */
    private static final List<String> NOT_STARTED =
            List.of("Could not create the Java Virtual Machine", "Error occurred during initialization of VM");

    /** What the launcher says of a word that it takes for the program. */
    private static final Pattern NO_CLASS = Pattern.compile("Could not find or load main class (\\S+)");

    /** A heap of bytes, where more were meant. */
    private static final Pattern WITHOUT_UNIT = Pattern.compile("-Xmx(\\d{1,6})(?=[\\s\"']|$)");

    /** A size with more behind its number than the letter that the JVM reads: {@code -Xmx4gb}. */
    private static final Pattern OF_LONG_UNIT =
            Pattern.compile("(?<=^|\\s)(-X(?:mx|ms|mn|ss)\\d{1,9}[kKmMgG])i?[bB](?=\\s|$)");

    /** That of a process that the system killed at once: 128 and the number of the signal. */
    private static final int KILLED = 137;

    /** What to tell, with these words at its end. */
    MlException error(Exception cause) {
        String problem = (didNotStart()
                        ? "The worker %s did not start: its JVM ended with exit code %s."
                        : "The worker %s ended with exit code %s in the middle of its work.")
                .formatted(jvm.name(), exitCode);
        return new MlException(problem, text.isEmpty() ? remedy() : remedy() + "\n" + text, cause);
    }

    private String remedy() {
        if (says(TOO_SMALL)) {
            return heap() + " " + Heap.askedFor(jvm.argLine()).remedy();
        }
        Optional<String> word = wordWithoutDash();
        if (word.isPresent()) {
            return "ml.argLine has '%s', and an option begins with '-': write -D%s."
                    .formatted(word.get(), replaced(word.get(), "-" + word.get()));
        }
        Optional<MatchResult> size =
                OF_LONG_UNIT.matcher(jvm.argLine()).results().findFirst();
        if (says(NOT_STARTED) && size.isPresent()) {
            return "The unit of %s is one letter: write -D%s."
                    .formatted(
                            size.get().group(),
                            replaced(size.get().group(), size.get().group(1)));
        }
        if (says(NOT_STARTED)) {
            return "Correct ml.argLine, which is '" + jvm.argLine() + "'.";
        }
        String later = "Its log is " + jvm.log() + ". What was up to date stays so; the next build goes on from there.";
        return exitCode == KILLED
                ? "It was killed from outside, as systems do whose memory is full: free some, or give it less heap with"
                        + " ml.argLine (-Xmx). " + later
                : later;
    }

    private boolean didNotStart() {
        return says(NOT_STARTED) || wordWithoutDash().isPresent();
    }

    private String heap() {
        Matcher option = WITHOUT_UNIT.matcher(jvm.argLine());
        return option.find()
                ? "%s is a heap of %s bytes: k, m or g behind the number stand for more."
                        .formatted(option.group(), option.group(1))
                : "Its heap is too small.";
    }

    private Optional<String> wordWithoutDash() {
        Matcher missing = NO_CLASS.matcher(text);
        return missing.find() && words().contains(missing.group(1)) ? Optional.of(missing.group(1)) : Optional.empty();
    }

    /** The option with one of its words written otherwise. */
    private String replaced(String word, String right) {
        String options =
                words().stream().map(each -> each.equals(word) ? right : each).collect(Collectors.joining(" "));
        return "ml.argLine=" + (options.contains(" ") ? "\"" + options + "\"" : options);
    }

    private List<String> words() {
        return List.of(jvm.argLine().strip().split("\\s+"));
    }

    private boolean says(List<String> phrases) {
        return phrases.stream().anyMatch(text::contains);
    }
}
