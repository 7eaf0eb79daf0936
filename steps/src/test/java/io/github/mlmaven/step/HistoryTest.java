package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.MetricDescriptor.Better;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.step.Evaluation.Reported;
import io.github.mlmaven.step.Evaluation.Scores;
import io.github.mlmaven.step.History.Fall;
import io.github.mlmaven.step.History.Point;
import io.github.mlmaven.step.History.Release;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the releases of a model say together. */
class HistoryTest {

    private static final double REACH = 1;

    @TempDir
    Path folder;

    private static Evaluation evaluation(String metric, Better better, double value) {
        Scores scores = new Scores(
                100,
                new TreeMap<>(Map.of(metric, value)),
                new TreeMap<>(Map.of(metric, new Interval(value - REACH, value + REACH))));
        return new Evaluation(
                Evaluation.FORMAT,
                Task.REGRESSION,
                "rows",
                0.95,
                List.of(new Reported(metric, better, true)),
                scores,
                List.of(),
                Optional.empty());
    }

    private Path bundle(String name, Evaluation evaluation) throws IOException {
        return bundle(name, Json.text(evaluation));
    }

    private Path bundle(String name, String text) throws IOException {
        Path jar = folder.resolve("bundle.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private History history(Better better, double... values) throws IOException {
        List<ReleasedBundle> releases = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Path jar = bundle("META-INF/ml/houses/evaluation.json", evaluation("score", better, values[i]));
            releases.add(ReleasedBundle.read("1." + i, jar));
        }
        return ReleasedBundle.history(releases);
    }

    private static Point point(String version, double value) {
        return new Point(version, value, new Interval(value - REACH, value + REACH));
    }

    @Test
    void a_release_has_the_evaluation_of_its_bundle() throws IOException {
        History history = history(Better.LOWER, 10, 9);

        assertThat(history.format()).isEqualTo(1);
        assertThat(history.metrics()).extracting(Reported::name).containsExactly("score");
        assertThat(history.releases())
                .containsExactly(
                        Release.of("1.0", evaluation("score", Better.LOWER, 10)),
                        Release.of("1.1", evaluation("score", Better.LOWER, 9)));
        assertThat(history.releases().get(0).testRows()).contains("rows");
        assertThat(history.releases().get(0).scores().orElseThrow().rows()).isEqualTo(100);
    }

    @Test
    void a_last_release_that_is_worse_than_the_best_before_by_more_than_both_intervals_is_a_fall() throws IOException {
        // The difference of two values with a reach of 1 has a reach of 1.414.
        assertThat(history(Better.LOWER, 10, 9, 9.9, 10.5).falls())
                .containsExactly(new Fall("score", point("1.1", 9), point("1.3", 10.5)));
        assertThat(history(Better.LOWER, 10, 9, 9.9, 10.4).falls()).isEmpty();
        assertThat(history(Better.HIGHER, 9, 10, 8.5).falls())
                .containsExactly(new Fall("score", point("1.1", 10), point("1.2", 8.5)));
        assertThat(history(Better.HIGHER, 9, 10, 8.6).falls()).isEmpty();
    }

    @Test
    void one_that_is_better_or_alone_or_has_no_better_side_is_none() throws IOException {
        assertThat(history(Better.LOWER, 10, 5).falls()).isEmpty();
        assertThat(history(Better.HIGHER, 5, 10).falls()).isEmpty();
        assertThat(history(Better.LOWER, 10).falls()).isEmpty();
        assertThat(history(Better.NEITHER, 1, 50, 1).falls()).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_a_release_of_which_nothing_is_known() throws IOException {
        Path other = bundle("META-INF/ml/houses/manifest.json", evaluation("score", Better.LOWER, 1));
        assertThat(ReleasedBundle.read("1", other).release())
                .isEqualTo(Release.unknown("1", "its bundle has no evaluation"));

        Path broken = Files.writeString(folder.resolve("broken.jar"), "no zip");
        assertThat(ReleasedBundle.read("1", broken).release())
                .isEqualTo(Release.unknown("1", "its bundle cannot be read"));

        Path old = bundle("META-INF/ml/houses/evaluation.json", "{\"format\": 1, \"other\": true}");
        assertThat(ReleasedBundle.read("1", old).release())
                .isEqualTo(Release.unknown("1", "its evaluation is of format 1"));

        for (String damaged : List.of("{", "{\"format\": " + Evaluation.FORMAT + "}", "[]", "")) {
            assertThat(ReleasedBundle.read("1", bundle("META-INF/ml/houses/evaluation.json", damaged))
                            .evaluation())
                    .isEmpty();
        }

        History history = ReleasedBundle.history(List.of(
                ReleasedBundle.read(
                        "1", bundle("META-INF/ml/houses/evaluation.json", evaluation("score", Better.LOWER, 1))),
                ReleasedBundle.without("2", "it has no model")));
        assertThat(history.releases().get(1).problem()).contains("it has no model");
        assertThat(history.metrics()).hasSize(1);
        assertThat(ReleasedBundle.without("2", "it has no model").evaluation()).isEmpty();
    }

    @Test
    void a_last_release_of_which_nothing_is_known_is_no_fall_of_an_earlier_one() throws IOException {
        History known = history(Better.LOWER, 9, 10.5);
        List<Release> releases = new ArrayList<>(known.releases());
        releases.add(Release.unknown("1.2", "it has no model"));

        assertThat(known.falls()).hasSize(1);
        assertThat(new History(1, known.metrics(), releases).falls()).isEmpty();
    }

    @Test
    void a_history_is_written_and_read() throws IOException {
        History history = history(Better.LOWER, 10, 9);
        Path file = folder.resolve("history.json");

        Json.write(file, history);

        assertThat(Json.read(file, History.class)).isEqualTo(history);
    }

    @Test
    void the_interval_of_a_difference_is_narrower_than_the_sum_of_both() {
        Interval difference = Interval.ofDifference(5, new Interval(4, 7), 3, new Interval(0, 3.5));

        assertThat(difference.low()).isCloseTo(2 - Math.sqrt(1 + 0.25), within(1e-12));
        assertThat(difference.high()).isCloseTo(2 + Math.sqrt(4 + 9), within(1e-12));
    }
}
