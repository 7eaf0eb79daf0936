package io.github.mlmaven.spec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What typing errors, broken tools and bad intentions make of a model.yaml; the same for the same seed. */
final class SpecMutations {

    /** What stands in hostile files: huge numbers, marks of YAML, letters that look like others, and none. */
    private static final List<String> TOKENS = List.of(
            "[",
            "]",
            "{",
            "}",
            ": ",
            "- ",
            "? ",
            "&a ",
            "*a",
            "*b",
            "!!str ",
            "!x ",
            "!<%41> ",
            "%YAML 1.1\n",
            "---\n",
            "...\n",
            "|\n",
            ">-\n",
            "'",
            "\"",
            "\\",
            "\"\\x",
            "\"\\U0011FFFF\"",
            "\"\\ud800\"",
            "#",
            "@",
            "`",
            ",",
            "\t",
            "\r",
            "\u0000",
            "\uFEFF",
            "\u2028",
            "\u0085",
            "\uD83D\uDE00",
            "\u202E",
            "\u0661",
            "~",
            "null",
            "true",
            "yes",
            "1e999999999",
            "-1e-999999999",
            "99999999999999999999999",
            "0x1F",
            ".inf",
            ".nan",
            "1_000",
            "120%",
            "-5%",
            "<<",
            "<<: *a",
            "2024-01-01",
            "/",
            "a/b",
            "../../",
            "",
            " ");

    private final Random random;

    SpecMutations(long seed) {
        this.random = new Random(seed);
    }

    /** One of the files, changed in one to four ways. */
    byte[] mutate(List<String> files) {
        byte[] file = pick(files).getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            file = change(file, files);
        }
        return file;
    }

    private byte[] change(byte[] file, List<String> files) {
        return switch (random.nextInt(8)) {
            case 0 -> flipped(file);
            case 1 -> Arrays.copyOf(file, random.nextInt(file.length + 1));
            case 2 -> bytes(withToken(text(file)));
            case 3 -> bytes(withLine(text(file), files));
            case 4 -> bytes(withoutLine(text(file)));
            case 5 -> bytes(indented(text(file)));
            case 6 -> bytes(nested(text(file)));
            default -> bytes(repeated(text(file)));
        };
    }

    private byte[] flipped(byte[] file) {
        byte[] changed = file.clone();
        for (int i = 0; i < 1 + random.nextInt(3) && changed.length > 0; i++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    /** A word of the file, or a place between two letters, becomes a token. */
    private String withToken(String text) {
        List<int[]> words = words(text);
        if (words.isEmpty() || random.nextInt(4) == 0) {
            int at = random.nextInt(text.length() + 1);
            return text.substring(0, at) + pick(TOKENS) + text.substring(at);
        }
        int[] word = pick(words);
        int[] other = pick(words);
        String token = random.nextBoolean() ? pick(TOKENS) : text.substring(other[0], other[1]);
        return text.substring(0, word[0]) + token + text.substring(word[1]);
    }

    private static List<int[]> words(String text) {
        List<int[]> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '-');
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(new int[] {start, i});
                start = -1;
            }
        }
        return words;
    }

    private String withLine(String text, List<String> files) {
        List<String> lines = lines(text);
        lines.add(random.nextInt(lines.size() + 1), pick(lines(pick(files))));
        return String.join("\n", lines);
    }

    private String withoutLine(String text) {
        List<String> lines = lines(text);
        lines.remove(random.nextInt(lines.size()));
        return String.join("\n", lines);
    }

    private String indented(String text) {
        List<String> lines = lines(text);
        int at = random.nextInt(lines.size());
        lines.set(
                at, random.nextBoolean() ? "  " + lines.get(at) : lines.get(at).stripLeading());
        return String.join("\n", lines);
    }

    /** A value becomes a list or a mapping of itself, some or very many times. */
    private String nested(String text) {
        List<int[]> words = words(text);
        if (words.isEmpty()) {
            return text;
        }
        int[] word = pick(words);
        int depth = random.nextInt(10) == 0 ? 5_000 : 1 + random.nextInt(70);
        boolean mapping = random.nextBoolean();
        return text.substring(0, word[0])
                + (mapping ? "{a: " : "[").repeat(depth)
                + text.substring(word[0], word[1])
                + (mapping ? "}" : "]").repeat(random.nextInt(5) == 0 ? depth - 1 : depth)
                + text.substring(word[1]);
    }

    /** A line stands there some or many times, by number or as it is. */
    private String repeated(String text) {
        List<String> lines = lines(text);
        int at = random.nextInt(lines.size());
        int times = random.nextInt(50) == 0 ? 3_000 : 1 + random.nextInt(5);
        boolean numbered = random.nextBoolean();
        List<String> copies = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            copies.add(numbered ? lines.get(at).replaceFirst("([a-z])", "$1" + i) : lines.get(at));
        }
        lines.addAll(at, copies);
        return String.join("\n", lines);
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
