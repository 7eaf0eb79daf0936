package io.github.mlmaven.plugin;

import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * The summary that GitHub Actions shows of a step of a job: a file of Markdown, to which whatever runs in the step adds.
 *
 * @param file as the environment names it; empty where this is no such step
 */
record StepSummary(String file) {

    private static final String NAME = "GITHUB_STEP_SUMMARY";

    /** GitHub shows none that is longer. */
    static final long LIMIT = 1024 * 1024;

    static StepSummary of(Map<String, String> environment) {
        return new StepSummary(environment.getOrDefault(NAME, "").strip());
    }

    /** Adds a report of Markdown. It is no more than a courtesy: what keeps it from that is returned, as a sentence. */
    Optional<String> add(Path report) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] text = Files.readAllBytes(report);
            Path summary = Path.of(file);
            // A line between two reports, however the one before ends.
            byte[] added = ("\n" + new String(text, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            if (Files.exists(summary) && Files.size(summary) + added.length > LIMIT) {
                return Optional.of(problem("it would be longer than the megabyte that GitHub shows"));
            }
            Files.write(summary, added, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(problem(Json.reason(e)));
        } catch (InvalidPathException e) {
            return Optional.of(problem(e.getReason()));
        }
    }

    private String problem(String reason) {
        return "the report was not added to the summary of the step (" + NAME + "=" + file + "): " + reason + ".";
    }
}
