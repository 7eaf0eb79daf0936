package io.github.mlmaven.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Size and times of a file: while they stay the same, its content is taken to be. The change time (ctime), where the file
 * system has one, catches a file that was given its old size and modification time back.
 */
record FileState(long size, String modified, String changed) {

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
}
