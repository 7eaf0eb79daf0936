package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A build folder that somebody else writes too: another Maven, or whoever restored it from a cache. */
class SharedTargetIT {

    private static final String DATA = "data/houses.csv";
    private static final String MEMORY = "target/ml/houses/hashes.json";

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void two_mavens_in_one_module_at_once_are_green_and_leave_what_one_leaves(Path maven) throws Exception {
        MavenBuild build = MavenBuild.base(maven, "two-mavens");
        assertThat(build.run("verify").succeeded()).as(build.log()).isTrue();
        Map<String, String> alone = outputs(build);
        assertThat(alone).containsKeys("ml/houses/evaluation.json", "houses-1.0-model.jar");
        assertThat(build.run("clean").succeeded()).as(build.log()).isTrue();

        Process first = build.start("verify");
        Process second = build.start("verify");

        for (Process process : new Process[] {first, second}) {
            assertThat(process.waitFor(180, TimeUnit.SECONDS)).as(build.log()).isTrue();
            assertThat(process.exitValue()).as(build.log()).isZero();
        }
        assertThat(outputs(build)).isEqualTo(alone);
        Result after = build.run("verify");
        assertThat(after.succeeded()).as(after.log()).isTrue();
        assertThat(outputs(build)).isEqualTo(alone);
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_required_build_believes_no_time_that_a_restored_target_remembers(Path maven) throws Exception {
        MavenBuild build = MavenBuild.base(maven, "restored-target");
        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();
        assertThat(build.run("verify").succeeded()).as(build.log()).isTrue();
        assertThat(build.file(MEMORY)).exists();
        String hash = sha256(build.file(DATA));
        FileTime time = Files.getLastModifiedTime(build.file(DATA));
        long size = Files.size(build.file(DATA));
        String before = build.text(DATA);
        // Other data of the same size and time, of which the memory says what it said before.
        String last = before.stripTrailing();
        String other = last.substring(0, last.length() - 1) + (last.endsWith("1") ? "2" : "1") + "\n";
        build.write(DATA, other);
        assertThat(Files.size(build.file(DATA))).isEqualTo(size);
        Files.setLastModifiedTime(build.file(DATA), time);
        forge(build);
        assertThat(build.text(MEMORY)).contains(hash);

        Result result = build.withVariable("CI", "1").run("verify");

        assertThat(result.succeeded()).as(result.log()).isFalse();
        assertThat(result.log()).contains("houses.csv").contains("The build must match the lock");
    }

    /** The time of a change, which no program can set, as it is now. */
    private static void forge(MavenBuild build) throws IOException {
        Object changed = Files.getAttribute(build.file(DATA), "unix:ctime");
        long millis = ((FileTime) changed).toMillis();
        build.write(MEMORY, build.text(MEMORY).replaceAll("(\"changed\"\\s*:\\s*)\\d+", "$1" + millis));
    }

    private static Map<String, String> outputs(MavenBuild build) throws Exception {
        Map<String, String> outputs = new TreeMap<>();
        Path target = build.file("target");
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = target.relativize(file).toString();
                if (!name.endsWith("hashes.json") && !name.contains("replay")) {
                    outputs.put(name, sha256(file));
                }
            }
        }
        return outputs;
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
