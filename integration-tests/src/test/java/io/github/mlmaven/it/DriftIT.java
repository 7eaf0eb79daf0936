package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Data is held against the data of the accepted model, of which the profile alone is kept. */
class DriftIT {

    private static final String DATA = "data/houses.csv";
    private static final String PROFILE = "src/main/ml/model.profile.json";

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void data_that_moved_since_it_was_accepted_fails_the_build(Path maven) {
        MavenBuild build = watched(maven, "drift");
        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();

        Result same = build.run("verify");
        assertThat(same.succeeded()).as(same.log()).isTrue();
        assertThat(same.log()).contains("houses: drift since the accepted data: 0 of ");

        build.write(DATA, larger(build.text(DATA)));
        Result moved = build.run("verify");
        assertThat(moved.succeeded()).isFalse();
        assertThat(moved.log()).contains("Column 'size'").contains("[drift]").contains("mvn ml:accept");
        assertThat(build.file("target/ml/houses/drift.html")).exists();

        assertThat(build.run("ml:accept", "-Dml.accept.reason=larger houses are sold now")
                        .succeeded())
                .as(build.log())
                .isTrue();
        Result accepted = build.run("verify");
        assertThat(accepted.succeeded()).as(accepted.log()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_baseline_that_is_not_the_accepted_one_is_none(Path maven) throws IOException {
        MavenBuild build = watched(maven, "drift-baseline");
        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();
        String accepted = build.text(PROFILE);

        build.write(PROFILE, accepted.replaceFirst("\"rows\" *: *300", "\"rows\": 299"));
        Result forged = build.run("ml:validate");
        assertThat(forged.succeeded()).isFalse();
        assertThat(forged.log()).contains("[drift-baseline]");

        Files.delete(build.file(PROFILE));
        Result deleted = build.run("ml:validate");
        assertThat(deleted.succeeded()).isFalse();
        assertThat(deleted.log()).contains("[drift-baseline]");

        build.write(PROFILE, accepted);
        Result restored = build.run("ml:validate");
        assertThat(restored.succeeded()).as(restored.log()).isTrue();
    }

    private static MavenBuild watched(Path maven, String behaviour) {
        MavenBuild build = MavenBuild.base(maven, behaviour);
        build.edit("src/main/ml/model.yaml", "train:\n", "drift: {severity: error}\ntrain:\n");
        return build;
    }

    /** The same houses, each 50 m² larger. */
    private static String larger(String csv) {
        return csv.lines()
                .map(line -> line.startsWith("house,") ? line : larger(line.split(",", -1)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String larger(String[] cells) {
        cells[1] = String.format(Locale.ROOT, "%.1f", Double.parseDouble(cells[1]) + 50);
        return String.join(",", cells);
    }
}
