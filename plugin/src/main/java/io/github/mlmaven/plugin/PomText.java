package io.github.mlmaven.plugin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A POM as its author formatted it, into which a plugin is put without touching anything else. Whoever uses the result makes
 * sure that Maven reads of it what was meant.
 */
final class PomText {

    // Comments, CDATA, processing instructions and declarations are skipped; a tag's attributes may have > in quotes.
    private static final Pattern MARKUP = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>|<![^>]*>|<(/?)([^\\s/>]+)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*?)(/?)>",
            Pattern.DOTALL);

    private final String text;
    private final Map<String, Element> elements = new HashMap<>();

    /**
     * An element.
     *
     * @param start of its first tag
     * @param open the end of its first tag
     * @param close the start of its last tag; the end of the first where there is no other
     */
    private record Element(int start, int open, int close, boolean empty) {}

    private PomText(String text) {
        this.text = text;
    }

    /** Empty if it is no XML that closes what it opens. */
    static Optional<PomText> of(String text) {
        PomText pom = new PomText(text);
        return pom.scan() ? Optional.of(pom) : Optional.empty();
    }

    private boolean scan() {
        Deque<String> paths = new ArrayDeque<>();
        Deque<int[]> opened = new ArrayDeque<>();
        Matcher markup = MARKUP.matcher(text);
        while (markup.find()) {
            String name = markup.group(2);
            if (name == null) {
                continue;
            }
            if (markup.group(1).isEmpty()) {
                String path = (paths.isEmpty() ? "" : paths.peek()) + "/" + name;
                if (markup.group(4).isEmpty()) {
                    paths.push(path);
                    opened.push(new int[] {markup.start(), markup.end()});
                } else {
                    elements.putIfAbsent(path, new Element(markup.start(), markup.end(), markup.end(), true));
                }
            } else {
                if (paths.isEmpty() || !paths.peek().endsWith("/" + name)) {
                    return false;
                }
                int[] begin = opened.pop();
                elements.putIfAbsent(paths.pop(), new Element(begin[0], begin[1], markup.start(), false));
            }
        }
        return paths.isEmpty() && elements.containsKey("/project");
    }

    /** The POM with one more plugin. */
    String with(PomPlugin plugin) {
        String unit = unit();
        String eol = eol();
        String element = plugin.xml(unit.repeat(3), unit, eol);
        for (String missing : new String[] {"/project/build/plugins", "/project/build", "/project"}) {
            Element parent = elements.get(missing);
            if (parent != null) {
                return insert(parent, missing.substring(missing.lastIndexOf('/') + 1), depth(missing), element);
            }
            String name = missing.substring(missing.lastIndexOf('/') + 1);
            String indent = unit.repeat(depth(missing));
            element = indent + "<" + name + ">" + eol + element + eol + indent + "</" + name + ">";
        }
        throw new IllegalStateException("a POM without a project");
    }

    private static int depth(String path) {
        return (int) path.chars().filter(letter -> letter == '/').count() - 1;
    }

    private String insert(Element parent, String name, int depth, String element) {
        String eol = eol();
        if (parent.empty()) {
            return text.substring(0, parent.start()) + "<" + name + ">" + eol + element + eol + unit().repeat(depth)
                    + "</" + name + ">" + text.substring(parent.open());
        }
        int end = parent.close();
        while (end > parent.open() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        String gap = text.substring(end, parent.close());
        String closing = gap.contains("\n") ? gap.substring(gap.indexOf('\n') + 1) : unit().repeat(depth);
        return text.substring(0, end)
                + eol
                + element
                + eol
                + closing.substring(closing.lastIndexOf('\n') + 1)
                + text.substring(parent.close());
    }

    private String eol() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** What the first child of the project is indented by. */
    private String unit() {
        Matcher first = Pattern.compile("<project[^>]*>\\s*?\\n([ \\t]+)<").matcher(text);
        return first.find() ? first.group(1) : "  ";
    }
}
