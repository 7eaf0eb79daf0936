package io.github.mlmaven.pages;

import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/** How a page looks; a page allows these bytes, by their hash, and no other style. */
record StyleSheet(String text) {

    static final StyleSheet DATA = read("data.css");

    /** What all pages have, and what the report has beside it. */
    static final StyleSheet REPORT =
            new StyleSheet(DATA.text() + read("report.css").text());

    private static StyleSheet read(String name) {
        try (InputStream in = Objects.requireNonNull(StyleSheet.class.getResourceAsStream(name), name)) {
            return new StyleSheet(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a content security policy names it. */
    String hash() {
        byte[] digest = HexFormat.of().parseHex(Sha256.of(text));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
