package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    void data_with_errors_is_not_compared_and_the_build_says_so(Path maven) {
        MavenBuild build = watched(maven, "drift-with-errors");
        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();

        build.write(DATA, larger(build.text(DATA)).replaceFirst("\n[^,\n]+,", "\nnone,"));
        Result broken = build.run("verify");

        assertThat(broken.succeeded()).isFalse();
        assertThat(broken.log())
                .contains("found \"none\"")
                .contains(
                        "WARNING] houses: drift is not measured: the data has errors, and is compared once it has none")
                .doesNotContain("[drift]");
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

    @ParameterizedTest
    @MethodSource("mavens")
    void the_quarter_in_which_a_column_moved_is_named(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "drift-over-time");
        build.edit(
                "src/main/ml/model.yaml",
                "columns:\n",
                "drift: {by: {column: sold, every: quarter}}\ncolumns:\n  sold: {type: date}\n");
        build.edit("src/main/ml/model.yaml", "max: 400", "max: 600");
        build.write(DATA, sold(build.text(DATA)));

        Result moved = build.run("ml:validate");

        assertThat(moved.succeeded()).as(moved.log()).isTrue();
        assertThat(moved.log())
                .contains("houses: drift by quarter of 'sold': ", "first 'size' in 2025-Q2 (6 quarters)")
                .containsPattern(
                        "Column 'size': values moved by .*, in 2025-Q2 against all rows before it; 1 of 5 quarters"
                                + " is so: 2025-Q2 \\(model.yaml line \\d+\\).*\\[drift]");
        assertThat(build.text("target/ml/houses/drift.html")).contains("drift in 2025-Q2", "Over time");
    }

    /** Fifty houses a quarter, those of the last one larger by 150 m². */
    private static String sold(String csv) {
        List<String> lines = csv.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(line -> {
                    int quarter = (line - 1) * 6 / (lines.size() - 1);
                    return line == 0
                            ? lines.get(0) + ",sold"
                            : (quarter == 5 ? larger(lines.get(line), 150) : lines.get(line)) + ","
                                    + LocalDate.of(2024, 1, 15).plusMonths(3L * quarter);
                })
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static MavenBuild watched(Path maven, String behaviour) {
        MavenBuild build = MavenBuild.base(maven, behaviour);
        build.edit("src/main/ml/model.yaml", "train:\n", "drift: {severity: error}\ntrain:\n");
        return build;
    }

    /** The same houses, each 50 m² larger. */
    private static String larger(String csv) {
        return csv.lines()
                .map(line -> line.startsWith("house,") ? line : larger(line, 50))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String larger(String line, int by) {
        String[] cells = line.split(",", -1);
        cells[1] = String.format(Locale.ROOT, "%.1f", Double.parseDouble(cells[1]) + by);
        return String.join(",", cells);
    }
}
