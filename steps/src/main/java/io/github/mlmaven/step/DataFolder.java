package io.github.mlmaven.step;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a folder holds as a source: what is in it, and what is in its partitions, which are folders named {@code key=value}, and
 * in theirs. No link to a folder is followed, which might lead to where it is.
 */
final class DataFolder {

    private static final Pattern PARTITION = Pattern.compile("[^=]+=.*");

    private final List<Path> found = new ArrayList<>();

    private DataFolder() {}

    /**
     * All that is no folder, in no order.
     *
     * @throws IOException if a folder cannot be listed
     */
    static List<Path> entries(Path folder) throws IOException {
        DataFolder walk = new DataFolder();
        walk.add(folder);
        return walk.found;
    }

    static boolean isPartition(Path folder) {
        return PARTITION.matcher(String.valueOf(folder.getFileName())).matches();
    }

    private void add(Path folder) throws IOException {
        for (Path child : GlobWalk.children(folder)) {
            if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                found.add(child);
            } else if (isPartition(child)) {
                add(child);
            }
        }
    }

    /**
     * Sees to it that what a source names is a file, whose content stays when it was read.
     *
     * @param key by what name a person gave the source
     */
    static void requireFile(String key, String source, Path path) {
        if (Files.isRegularFile(path)) {
            return;
        }
        String what = "a pipe, a socket or a device";
        if (Files.isSymbolicLink(path)) {
            what = Files.isDirectory(path) ? "a link to a folder" : "a link that leads to no file";
        }
        throw new MlException(
                "%s '%s' names %s, which is %s.".formatted(key, source, path, what),
                "Name files, whose rows are the same each time that they are read, or narrow the pattern.");
    }
}
