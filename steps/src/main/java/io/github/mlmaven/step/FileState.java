package io.github.mlmaven.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Size and times of a file: while they stay the same, its content is taken to be. The change time (ctime), where the file
 * system has one, catches a file that was given its old size and modification time back.
 */
record FileState(long size, String modified, String changed) {

    /** That of FAT; others have some milliseconds. */
    private static final Duration LONGEST_CLOCK_STEP = Duration.ofSeconds(2);

    static FileState of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        String changed = file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.getAttribute(file, "unix:ctime").toString()
                : "";
        return new FileState(attributes.size(), attributes.lastModifiedTime().toString(), changed);
    }

    String text() {
        return size + " " + modified + " " + changed;
    }

    /** Whether no change from now on can leave its times as they are, whatever the steps of the file system's clock are. */
    boolean isSettled(Instant now) {
        Instant quiet = now.minus(LONGEST_CLOCK_STEP);
        return Stream.of(modified, changed)
                .filter(time -> !time.isEmpty())
                .allMatch(time -> Instant.parse(time).isBefore(quiet));
    }
}
