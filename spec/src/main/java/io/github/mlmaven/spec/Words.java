package io.github.mlmaven.spec;

import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What users of other tools call something. Words are alike whatever their case, and with or without '-', '_' and blanks. */
final class Words {

    /** For the keys of model.yaml. */
    static final String KEYS = "keys";

    private static final Map<String, Words> BUILT_IN = read();

    private final Map<String, String> meanings = new TreeMap<>();

    /**
     * The words of {@code words.json}.
     *
     * @param kind of what is meant: {@link #KEYS}, {@code boolean}, or the name of an enum in kebab case
     */
    static Words of(String kind) {
        return BUILT_IN.getOrDefault(kind, new Words());
    }

    /** Other words for something; one that means something else already keeps its meaning. */
    void addAll(String meaning, List<String> words) {
        words.forEach(word -> meanings.putIfAbsent(plain(word), meaning));
    }

    /** What a word means, if it is one of them. */
    Optional<String> meant(String word) {
        return Optional.ofNullable(meanings.get(plain(word)));
    }

    /** Each meaning with its words, both as they are compared, in the order of the alphabet. */
    Map<String, List<String>> byMeaning() {
        Map<String, List<String>> words = new TreeMap<>();
        meanings.forEach((word, meaning) ->
                words.computeIfAbsent(meaning, key -> new ArrayList<>()).add(word));
        return words;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    private static Map<String, Words> read() {
        try (InputStream in = Words.class.getResourceAsStream("words.json")) {
            if (in == null) {
                throw new IllegalStateException("words.json is not beside " + Words.class);
            }
            Map<String, Words> all = new TreeMap<>();
            file(in).kinds().forEach((kind, meanings) -> {
                Words words = new Words();
                meanings.forEach(words::addAll);
                all.put(kind, words);
            });
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WordsFile file(InputStream in) throws IOException {
        return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), WordsFile.class);
    }

    /** For each kind, each meaning with the other words for it. */
    record WordsFile(Map<String, Map<String, List<String>>> kinds) {}
}
