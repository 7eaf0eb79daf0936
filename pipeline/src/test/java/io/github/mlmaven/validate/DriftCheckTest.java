package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.data.Table;
import io.github.mlmaven.report.DriftText;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.DataDrift;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is said of data that is not as it was. */
class DriftCheckTest extends Validating {

    private static final int ROWS = 20_000;

    private static final String SPEC = """
            task: regression
            data: {source: d.csv, label: y}
            columns:
              x: {type: number}
              n: {type: integer}
              k: {type: category}
              b: {type: boolean}
              y: {type: number}
            drift: {severity: error}
            """;

    /** Rows whose numbers are moved, some of whose categories are others, and some of whose values are missing. */
    private static String rows(int rows, long seed, double moved, double others, double missing) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("x,n,k,b,y\n");
        for (int row = 0; row < rows; row++) {
            String x = random.nextDouble() < missing
                    ? ""
                    : Double.toString(random.nextDouble() + random.nextDouble() + random.nextDouble() + moved);
            String k = random.nextDouble() < others
                    ? "new"
                    : "abcd".substring(random.nextInt(4)).substring(0, 1);
            text.append(x + "," + random.nextInt(3) + "," + k + "," + random.nextBoolean() + "," + row % 17 + "\n");
        }
        return text.toString();
    }

    private Profile accepted() throws IOException {
        project.file("d.csv", rows(ROWS, 1, 0, 0, 0));
        assertThat(validate(SPEC)).isEmpty();
        return profile;
    }

    private DataDrift drift(Baseline baseline) throws IOException {
        try (Table table = project.open()) {
            Profile training = DataValidation.of(table, project.spec()).training();
            DataDrift drift = DriftCheck.of(table, project.spec(), baseline, training);
            assertThat(Json.parse(Json.text(drift), DataDrift.class)).isEqualTo(drift);
            return drift;
        }
    }

    private List<String> findings(DataDrift drift) {
        return drift.findings().stream().map(Validating::text).toList();
    }

    @Test
    void other_rows_of_the_same_kind_do_not_drift() throws IOException {
        Profile before = accepted();
        project.file("d.csv", rows(ROWS, 2, 0, 0, 0));

        DataDrift drift = drift(new Baseline.Accepted(before));

        assertThat(findings(drift)).isEmpty();
        assertThat(DriftText.lines(drift).get(0))
                .isEqualTo("drift since the accepted data: 0 of 5 columns drifted, 0 inconclusive (20,000 rows, then"
                        + " 20,000)");
        assertThat(DriftText.lines(drift).get(1))
                .startsWith("drift from training to test rows: 0 of 5 columns drifted");
    }

    @Test
    void the_same_rows_do_not_drift_whatever_their_columns_hold() throws IOException {
        StringBuilder text = new StringBuilder("day,name,y\n");
        for (int row = 0; row < 200; row++) {
            int day = row < 10 ? 0 : row % 190;
            text.append(String.format(
                    Locale.ROOT, "%02d.%02d.2024,n%d,%d\n", 1 + day % 28, 1 + day / 28, row < 8 ? 0 : row, row));
        }
        String spec = """
                task: regression
                data: {source: d.csv, label: y}
                columns:
                  day: {type: date, format: dd.MM.uuuu}
                  name: {type: category}
                  y: {type: number}
                drift: {severity: error}
                """;
        project.file("d.csv", text.toString());
        assertThat(validate(spec)).noneMatch(finding -> finding.startsWith("error"));

        DataDrift drift = drift(new Baseline.Accepted(profile));

        assertThat(findings(drift)).isEmpty();
        assertThat(drift.comparisons().get(0).columns().get("day"))
                .extracting(DataDrift.Movement::what)
                .containsExactly(DataDrift.What.MISSING);
    }

    @Test
    void what_moved_is_said_of_each_column() throws IOException {
        Profile before = accepted();
        project.file("d.csv", rows(ROWS, 2, 0.25, 0.2, 0.1));

        List<String> findings = findings(drift(new Baseline.Accepted(before)));

        assertThat(findings).hasSize(4);
        assertThat(findings.get(0))
                .isEqualTo("error drift: Column 'k': 19.785 of 100 rows changed their category, at least 18.748, 3 is"
                        + " allowed, against the accepted data (model.yaml line 9). Look at why; if the data is as it"
                        + " should be, accept it: mvn ml:accept. []");
        assertThat(findings.get(1))
                .matches(
                        "error drift: Column 'k': 19\\S* of 100 rows have values not seen before, at least 1\\d\\S* more"
                                + " than rare values explain, 1 is allowed, against the accepted data .*");
        assertThat(findings.get(2))
                .matches(
                        "error drift: Column 'x': values moved by 0\\.[45]\\S* standard deviations on average, at least"
                                + " 0\\.4\\S*, 0\\.1 is allowed, against the accepted data .*");
        assertThat(findings.get(3))
                .matches("error drift: Column 'x': the share of missing values changed by (9|10)\\S* points, at least"
                        + " [789]\\S*, 2 is allowed, against the accepted data .*");
    }

    @Test
    void a_number_that_was_never_there_is_new() throws IOException {
        Profile before = accepted();
        project.file("d.csv", rows(ROWS, 2, 0, 0, 0).replace(",1,", ",7,"));

        assertThat(findings(drift(new Baseline.Accepted(before))))
                .anyMatch(finding -> finding.startsWith("error drift: Column 'n': ")
                        && finding.contains("of 100 rows have values not seen before"));
    }

    @Test
    void test_rows_are_told_as_they_were_counted() throws IOException {
        accepted();

        DataDrift.Comparison test = drift(new Baseline.Absent(Baseline.Reason.NO_LOCK, "model.lock.json"))
                .comparisons()
                .get(0);

        assertThat(test.since()).isEqualTo(DataDrift.Since.TRAINING);
        List<Long> bins = counted(test, "x").bins();
        assertThat(bins).hasSize(26);
        assertThat(bins.stream().mapToLong(Long::longValue).sum()).isEqualTo(test.now());
        assertThat(counted(test, "x").values()).isEmpty();
        List<Profile.ValueCount> values = counted(test, "b").values();
        assertThat(values).extracting(Profile.ValueCount::value).containsExactlyInAnyOrder("false", "true");
        assertThat(values.stream().mapToLong(Profile.ValueCount::count).sum()).isEqualTo(test.now());
    }

    private static DataDrift.Counted counted(DataDrift.Comparison comparison, String column) {
        return Optional.ofNullable(comparison.counted().get(column)).orElseThrow();
    }

    @Test
    void ten_rows_say_nothing() throws IOException {
        Profile before = accepted();
        project.file("d.csv", rows(10, 2, 5, 1, 0));

        DataDrift drift = drift(new Baseline.Accepted(before));

        assertThat(findings(drift)).isEmpty();
        assertThat(DriftText.lines(drift).get(0))
                .isEqualTo(
                        "drift since the accepted data: 0 of 5 columns drifted, 5 inconclusive (20,000 rows, then 10)");
    }

    @Test
    void columns_that_came_and_went_are_named() throws IOException {
        Profile before = accepted();
        project.file("d.csv", rows(ROWS, 2, 0, 0, 0).replace("x,n,k,b,y", "x,m,k,b,y"));
        project.spec(SPEC.replace("  n: {type: integer}", "  m: {type: integer}"));

        assertThat(findings(drift(new Baseline.Accepted(before))))
                .containsExactly(
                        "error drift-columns: The data has other columns than the accepted (model.yaml line 9):"
                                + " new or of another type 'm'; gone or of another type 'n'. Look at why; if the data is as it"
                                + " should be, accept it: mvn ml:accept. []");
    }

    @Test
    void test_rows_that_are_not_like_training_rows_are_a_warning() throws IOException {
        String train = rows(ROWS, 1, 0, 0, 0).replace("\n", ",train\n").replace("x,n,k,b,y,train", "x,n,k,b,y,s");
        String test = rows(ROWS, 2, 0.5, 0, 0).replace("x,n,k,b,y\n", "").replace("\n", ",test\n");
        project.file("d.csv", train + test);
        project.spec(SPEC.replace("label: y}", "label: y, split: {column: s}}")
                .replace("  y: {type: number}", "  s: {type: category}\n  y: {type: number}")
                .replace("{severity: error}", "{columns: [x]}"));

        assertThat(findings(drift(new Baseline.Absent(Baseline.Reason.NO_LOCK, "model.lock.json"))))
                .hasSize(2)
                .anyMatch(
                        finding -> finding.matches("warning drift: Column 'x': values moved by \\S+ standard deviations"
                                + " on average, at least \\S+, 0\\.1 is allowed, test rows against training rows \\(model.yaml"
                                + " line 10\\)\\. The test rows are no measure of rows like the training rows: change the split,"
                                + " or look at why they differ\\. \\[]"))
                .contains("warning drift-baseline: The data is compared with nothing (model.yaml line 10): there is no"
                        + " model.lock.json, nothing was accepted yet. Accept the model: mvn ml:accept. []");
    }

    @Test
    void only_the_profile_that_the_lock_vouches_for_is_compared_with() throws IOException {
        Profile before = accepted();
        Path lock = project.path("model.lock.json");
        Path file = project.path("model.profile.json");
        BuildPlace place = new BuildPlace(
                project.path("."),
                new BuildPlace.Decided(project.path("model.yaml"), lock),
                project.path("target"),
                new BuildPlace.Identity("example", "1", "1"),
                Strictness.NONE);
        assertThat(Baseline.of(place, true, Optional.empty()))
                .isEqualTo(new Baseline.Absent(Baseline.Reason.NO_HASH, "model.lock.json"));
        Json.write(file, before);
        String hash = Sha256.of(Files.readAllBytes(file));

        assertThat(Baseline.of(place, true, Optional.of(hash))).isEqualTo(new Baseline.Accepted(before));
        Baseline notVouched = Baseline.of(place, true, Optional.empty());
        assertThat(notVouched).isEqualTo(new Baseline.Absent(Baseline.Reason.NOT_VOUCHED, "model.profile.json"));
        assertThat(findings(drift(notVouched)))
                .containsExactly(
                        "error drift-baseline: The data is compared with nothing (model.yaml line 9): the lock has no"
                                + " hash of model.profile.json, which lies beside it. Restore the lock from version control, or accept"
                                + " the data as it is now: mvn ml:accept. []");

        Files.writeString(file, Files.readString(file).replace("\"rows\": 20000", "\"rows\": 20001"));
        Baseline changed = Baseline.of(place, true, Optional.of(hash));
        assertThat(changed).isEqualTo(new Baseline.Absent(Baseline.Reason.CHANGED, "model.profile.json"));
        assertThat(findings(drift(changed)))
                .containsExactly("error drift-baseline: The data is compared with nothing (model.yaml line 9):"
                        + " model.profile.json is not the file whose hash the lock has. Restore the file from version"
                        + " control, or accept the data as it is now: mvn ml:accept. []");

        Files.delete(file);
        assertThat(Baseline.of(place, true, Optional.of(hash)))
                .isEqualTo(new Baseline.Absent(Baseline.Reason.ABSENT, "model.profile.json"));
        Files.writeString(file, "{}\n");
        assertThat(Baseline.of(place, true, Optional.of(Sha256.of("{}\n"))))
                .isEqualTo(new Baseline.Absent(Baseline.Reason.UNREADABLE, "model.profile.json"));
    }
}
