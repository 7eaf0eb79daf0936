package io.github.mlmaven.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What our documentation says of a code, in the row of a table that begins with it. The pages themselves are in this module's
 * JAR, so that what a tool shows of a code is what people read of it.
 *
 * @param means when it is so
 * @param remedy what to do; empty where the page has it in the same words
 */
record DocumentedCode(String means, String remedy) {

    private static final Pattern ROW = Pattern.compile("\\| (`[a-z0-9-]+`(?:, `[a-z0-9-]+`)*) \\|(.*)\\|");
    private static final Pattern CODE = Pattern.compile("`([a-z0-9-]+)`");

    /** The codes of a page's tables. */
    static Map<String, DocumentedCode> in(String page) {
        Map<String, DocumentedCode> found = new TreeMap<>();
        for (String line : text(page).lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                List<String> cells = Arrays.stream(row.group(2).split("\\|", -1))
                        .map(String::strip)
                        .toList();
                DocumentedCode documented = documented(cells);
                CODE.matcher(row.group(1)).results().forEach(code -> found.putIfAbsent(code.group(1), documented));
            }
        }
        return found;
    }

    /** Of findings: severity, what it says, what to do. Of gates: when, outcome, outcome where a model is required. */
    private static DocumentedCode documented(List<String> cells) {
        boolean finding = cells.size() == 3 && cells.get(2).endsWith(".");
        return finding
                ? new DocumentedCode(plain(cells.get(1)), plain(cells.get(2)))
                : new DocumentedCode(plain(cells.get(0)), "");
    }

    static DocumentedCode of(String key, Map<String, DocumentedCode> documented) {
        DocumentedCode page = documented.get(key);
        if (page == null) {
            throw new IllegalStateException("no page of docs has a row for '" + key + "'");
        }
        return page;
    }

    /** The first sentence. */
    String sentence() {
        int end = means.indexOf(". ");
        return end < 0 ? means : means.substring(0, end + 1);
    }

    /** All of it. */
    String help() {
        return remedy.isEmpty() ? means : means + "\n\nWhat to do: " + remedy;
    }

    private static String plain(String cell) {
        return cell.replaceAll("\\[([^\\]]+)\\]\\([^)]+\\)", "$1");
    }

    private static String text(String page) {
        try (InputStream in = Objects.requireNonNull(DocumentedCode.class.getResourceAsStream(page), page)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
