package io.github.mlmaven.step;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files below a folder that a pattern names. It looks into no folder that the pattern cannot reach, and follows no link to
 * a folder, which might lead to where it is.
 */
final class GlobWalk extends SimpleFileVisitor<Path> {

    /** As Maven and shells read it, and the JDK's patterns do not, it may stand for no folder at all. */
    private static final String ANY_DEPTH = "**/";

    /** What the pattern is relative to; nothing if it begins with the root. */
    private final Optional<Path> base;

    /** Of the pattern, and of what it is where its folders of any depth are none. */
    private final List<PathMatcher> matchers = new ArrayList<>();

    /** Of the folders on the way, as far as the pattern tells how deep they are. */
    private final List<PathMatcher> folders = new ArrayList<>();

    private final boolean deep;
    private final List<Path> found = new ArrayList<>();

    GlobWalk(Path basedir, String pattern) {
        this.base = Path.of(root(pattern)).isAbsolute() ? Optional.empty() : Optional.of(basedir);
        matchers.add(matcher(pattern));
        if (pattern.contains(ANY_DEPTH)) {
            matchers.add(matcher(pattern.replace(ANY_DEPTH, "")));
        }
        // The parts of a pattern with a separator within braces are not its folders.
        this.deep = pattern.contains("**") || pattern.matches(".*\\{[^}]*/.*");
        String steady = pattern.split("\\*\\*|\\{[^}]*/", 2)[0];
        List<String> parts = new ArrayList<>(List.of(steady.split("/", -1)));
        parts.remove(parts.size() - 1);
        for (int i = 1; i <= parts.size(); i++) {
            String folder = String.join("/", parts.subList(0, i));
            if (!folder.isEmpty()) {
                folders.add(matcher(folder));
            }
        }
    }

    private static PathMatcher matcher(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }

    static boolean isPattern(String source) {
        return Stream.of("*", "?", "[", "{").anyMatch(source::contains);
    }

    /** The folder of a pattern that is written out. */
    static String root(String pattern) {
        int wildcard = Stream.of('*', '?', '[', '{')
                .mapToInt(pattern::indexOf)
                .filter(index -> index >= 0)
                .min()
                .orElse(pattern.length());
        int slash = pattern.lastIndexOf('/', wildcard);
        return slash < 0 ? "" : pattern.substring(0, slash + 1);
    }

    /**
     * What lies in a folder.
     *
     * @throws IOException if it cannot be listed
     */
    static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /**
     * The files below a folder that a pattern names.
     *
     * @param basedir what the pattern is relative to, as long as it does not begin with the root
     * @throws IOException if a folder that it reaches cannot be listed
     * @throws java.util.regex.PatternSyntaxException if it is no pattern
     */
    static List<Path> matching(Path root, Path basedir, String pattern) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        GlobWalk walk = new GlobWalk(basedir, pattern);
        // The root itself may be a link.
        for (Path child : children(root)) {
            Files.walkFileTree(child, EnumSet.noneOf(FileVisitOption.class), Integer.MAX_VALUE, walk);
        }
        return walk.found;
    }

    private Path named(Path file) {
        return base.map(folder -> file.subpath(folder.getNameCount(), file.getNameCount()))
                .orElse(file);
    }

    /** Whether some file below a folder may be meant. */
    boolean reaches(Path folder) {
        int depth = named(folder).getNameCount();
        return depth <= folders.size() ? folders.get(depth - 1).matches(named(folder)) : deep;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return reaches(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (matchers.stream().anyMatch(matcher -> matcher.matches(named(file)))) {
            found.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    /** A folder that cannot be listed matters only where the pattern reaches it; a file may vanish meanwhile. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (reaches(file)) {
            FileSystemException named =
                    new FileSystemException(named(file).toString(), null, "the folder could not be read");
            named.initCause(e);
            throw named;
        }
        return FileVisitResult.CONTINUE;
    }
}
