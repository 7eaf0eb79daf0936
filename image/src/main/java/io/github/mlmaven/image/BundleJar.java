package io.github.mlmaven.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What an image must know of the bundle that it ships; the server reads the rest.
 *
 * @param name the model's
 * @param cases rows and what the model said about them when it was made
 */
record BundleJar(String name, String version, List<JsonNode> cases) {

    private static final int LARGEST_JSON = 16 << 20;
    private static final Pattern GOLDEN = Pattern.compile("META-INF/ml/([^/]+)/golden\\.json");

    /** Reads a bundle. */
    static BundleJar read(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry golden = zip.stream()
                    .filter(entry -> GOLDEN.matcher(entry.getName()).matches())
                    .findFirst()
                    .orElseThrow(() -> new IOException("it has no META-INF/ml/<name>/golden.json"));
            String folder = golden.getName().replaceAll("[^/]+$", "");
            List<JsonNode> cases = new ArrayList<>();
            json(zip, golden.getName()).path("cases").forEach(cases::add);
            if (cases.isEmpty()) {
                throw new IOException("it records no golden predictions, so that no image of it can be tried out");
            }
            String version = json(zip, folder + "manifest.json").path("version").asText();
            return new BundleJar(Path.of(folder).getFileName().toString(), version, List.copyOf(cases));
        } catch (IOException e) {
            throw new MlException(
                    "The bundle " + jar + " is not one: " + e.getMessage() + ".", "Run ml:package again.", e);
        }
    }

    private static JsonNode json(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it has no " + name);
        }
        // The server reads stored files alone; what is compressed could be of any size.
        if (entry.getMethod() != ZipEntry.STORED || entry.getSize() > LARGEST_JSON) {
            throw new IOException(name + " is compressed, or larger than " + LARGEST_JSON + " bytes");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Json.parse(new String(in.readNBytes(LARGEST_JSON), StandardCharsets.UTF_8), JsonNode.class);
        } catch (UncheckedIOException e) {
            throw new IOException(name + " is not JSON: " + e.getMessage(), e);
        }
    }
}
