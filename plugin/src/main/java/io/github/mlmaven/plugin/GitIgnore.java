package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.PatternSyntaxException;

/** Whether git would take what a build makes for sources. */
final class GitIgnore {

    private GitIgnore() {}

    /**
     * Whether a folder is in a work tree of git, of which no {@code .gitignore} from its parent up to the tree's root covers it.
     * Whatever is covered once counts as covered: a line that takes it back was written by somebody who knows.
     */
    static boolean lacks(Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        for (Path above = target.getParent(); above != null; above = above.getParent()) {
            if (covers(above.resolve(".gitignore"), above.relativize(target))) {
                return false;
            }
            if (Files.exists(above.resolve(".git"))) {
                return !covers(above.resolve(".git/info/exclude"), above.relativize(target));
            }
        }
        return false;
    }

    private static boolean covers(Path file, Path path) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            // Names in another encoding are no reason to fail.
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("!"))
                    .anyMatch(line -> matches(line, path));
        } catch (IOException e) {
            throw new MlException(file + " could not be read: " + Json.reason(e) + ".", "Make it readable.", e);
        }
    }

    /** Whether a pattern is that of a path or of a folder that it is in. */
    private static boolean matches(String line, Path path) {
        String pattern = line.replaceFirst("(/\\*{0,2})$", "").replaceFirst("^\\*\\*/", "");
        boolean anywhere = !pattern.contains("/") || !pattern.equals(line.replaceFirst("(/\\*{0,2})$", ""));
        String glob = pattern.replaceFirst("^/", "");
        try {
            var matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob.replaceAll("([{}\\\\])", "\\\\$1"));
            for (int end = 1; end <= path.getNameCount(); end++) {
                for (int start = 0; start < (anywhere ? end : 1); start++) {
                    if (matcher.matches(path.subpath(start, end))) {
                        return true;
                    }
                }
            }
            return false;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
