package io.github.mlmaven.image;

import io.github.mlmaven.worker.ImageRequest;
import io.github.mlmaven.worker.ImageRequest.Access;
import io.github.mlmaven.worker.ImageRequest.BaseImage;
import io.github.mlmaven.worker.ImageRequest.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A project with a bundle, a server and a dependency, in a folder of its own. */
record Sample(Path folder) {

    /** Linked once for all tests of a build. */
    static final Path CACHE = Path.of("target", "image-cache");

    static final long CREATED = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static final FileTime TIME = FileTime.from(CREATED, TimeUnit.SECONDS);

    static Sample in(Path folder) throws IOException {
        Sample sample = new Sample(folder);
        sample.model("2000", "2000");
        try (InputStream main = Sample.class.getResourceAsStream("/io/github/mlmaven/server/Main.class")) {
            jar(sample.server(), Map.of("io/github/mlmaven/server/Main.class", main.readAllBytes()));
        }
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        jar(sample.dependency(), Map.of("noise", noise));
        return sample;
    }

    Path server() {
        return folder.resolve("ml-server-1.0.jar");
    }

    Path dependency() {
        return folder.resolve("noise-1.0.jar");
    }

    Path bundle() {
        return folder.resolve("diamonds-1.0-model.jar");
    }

    Path tar() {
        return folder.resolve("image.tar");
    }

    Path result() {
        return folder.resolve("image.json");
    }

    /** A bundle whose model multiplies by one factor, and whose golden predictions by another. */
    void model(String factor, String goldenFactor) throws IOException {
        String golden = """
                {"format":1,"cases":[{"row":{"carat":0.5},"value":%s,"probabilities":{}}]}
                """.formatted(Double.parseDouble(goldenFactor) * 0.5);
        jar(
                bundle(),
                Map.of(
                        "META-INF/ml/diamonds/factor", bytes(factor),
                        "META-INF/ml/diamonds/golden.json", bytes(golden),
                        "META-INF/ml/diamonds/manifest.json", bytes("{\"version\":\"1.0\"}")));
    }

    ImageRequest toTar(String base) {
        return request(
                new BaseImage(base, Access.ANONYMOUS),
                new Target("example/diamonds:1.0", Optional.of(tar()), List.of(), CREATED, Access.ANONYMOUS));
    }

    ImageRequest request(BaseImage base, Target target) {
        return new ImageRequest(
                bundle(),
                List.of(server(), dependency()),
                base,
                target,
                folder.resolve("work"),
                result(),
                "fingerprint",
                Optional.of(CACHE));
    }

    private static long crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    /** A JAR with its files stored as they are, always of the same time, so that only their bytes differ. */
    static void jar(Path file, Map<String, byte[]> content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(content).entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setLastModifiedTime(TIME);
                header.setSize(entry.getValue().length);
                header.setCrc(crc(entry.getValue()));
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        Files.setLastModifiedTime(file, TIME);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
