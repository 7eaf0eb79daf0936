package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a build does with a good model, and with one that is not good enough. */
class ModelBuildIT {

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_good_model_passes_and_leaves_its_files(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "good-model");

        Result result = build.run("verify");

        assertThat(result.succeeded()).as(result.log()).isTrue();
        for (String file : new String[] {
            "validation.json",
            "profile.json",
            "split.json",
            "training.json",
            "model/model.pb",
            "model/encoder.json",
            "model/golden.json",
            "evaluation.json",
            "predictions.parquet",
            "curves.json",
            "verdict.json",
            "report.html",
            "report.md",
            "data.sarif",
            "data.html",
            "gates.sarif",
            "bundle.json"
        }) {
            assertThat(build.file("target/ml/houses/" + file)).isNotEmptyFile();
        }
        assertThat(build.file("target/houses-1.0-model.jar")).isNotEmptyFile();
        assertThat(build.file("target/surefire-reports/TEST-ml.houses.xml"))
                .content()
                .contains("failures=\"0\"");
        assertThat(build.file("target/surefire-reports/TEST-ml.houses.data.xml"))
                .content()
                .contains("tests=\"7\" failures=\"0\"", "<testcase name=\"column district\"");
        assertThat(result.log()).contains("district = north").contains("PASS  rmse is ");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void nothing_changed_starts_no_worker_and_changes_no_file(Path maven) throws IOException {
        MavenBuild build = MavenBuild.base(maven, "nothing-changed");
        build.run("verify");
        byte[] before = Files.readAllBytes(build.file("target/ml/houses/training.json"));
        var time = Files.getLastModifiedTime(build.file("target/ml/houses/training.json"));

        Result again = build.run("verify", "-Dml.argLine=-XX:NoSuchOption");

        // The option would end any worker JVM at its start.
        assertThat(again.succeeded()).as(again.log()).isTrue();
        assertThat(build.file("target/ml/houses/training.json")).hasBinaryContent(before);
        assertThat(Files.getLastModifiedTime(build.file("target/ml/houses/training.json")))
                .isEqualTo(time);
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void data_in_several_files_is_watched_too_and_a_file_that_comes_is_seen(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "several-files");
        build.edit("src/main/ml/model.yaml", "data/houses.csv", "data/*.csv");
        assertThat(build.run("verify").succeeded()).as(build.log()).isTrue();

        Result again = build.run("verify", "-Dml.argLine=-XX:NoSuchOption");
        assertThat(again.succeeded()).as(again.log()).isTrue();

        build.write("data/more.csv", "house,size,rooms,district,garden,price\n301,100,4,north,false,300\n");
        Result more = build.run("ml:validate");
        assertThat(more.succeeded()).as(more.log()).isTrue();
        assertThat(more.log()).contains("validated 301 rows");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void data_that_fails_leaves_no_green_report_of_the_gates(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "stale-report");
        assertThat(build.run("verify").succeeded()).as(build.log()).isTrue();
        assertThat(build.file("target/surefire-reports/TEST-ml.houses.xml")).exists();

        build.write("data/houses.csv", "house,size,rooms,district,garden,price\n1,huge,4,north,false,300\n");
        Result failed = build.run("verify");

        assertThat(failed.succeeded()).isFalse();
        assertThat(build.file("target/surefire-reports/TEST-ml.houses.xml")).doesNotExist();
        assertThat(build.file("target/surefire-reports/TEST-ml.houses.data.xml"))
                .content()
                .contains("found &quot;huge&quot;, the schema says number");
        assertThat(build.file("target/ml/houses/gates.sarif")).doesNotExist();
        assertThat(build.file("target/ml/houses/data.sarif"))
                .content()
                .contains("\"ruleId\": \"type-mismatch\"", "data/houses.csv\"", "\"startLine\": 2");
        assertThat(build.file("target/ml/houses/data.html")).content().contains("No model is trained on this data.");
        assertThat(failed.log()).contains("Each column and finding, for a browser: target/ml/houses/data.html");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void an_evaluation_edited_by_hand_is_made_anew_before_the_gates_judge_it(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "edited-by-hand");
        assertThat(build.run("verify").succeeded()).as(build.log()).isTrue();
        String honest = build.text("target/ml/houses/evaluation.json");
        build.write("target/ml/houses/evaluation.json", honest.replaceAll("\"rmse\": [0-9.]+", "\"rmse\": 0.1"));

        Result again = build.run("ml:check");

        assertThat(again.succeeded()).as(again.log()).isTrue();
        assertThat(build.text("target/ml/houses/evaluation.json")).isEqualTo(honest);
        assertThat(again.log()).doesNotContain("rmse is 0.1,");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void one_goal_brings_the_pipeline_up_to_date_as_far_as_its_step(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "one-goal");

        Result result = build.run("ml:train");

        assertThat(result.succeeded()).as(result.log()).isTrue();
        assertThat(build.file("target/ml/houses/training.json")).exists();
        assertThat(build.file("target/ml/houses/evaluation.json")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void check_fails_when_a_limit_is_broken(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "limit-broken");
        build.edit("src/main/ml/model.yaml", "{metric: rmse, max: 60}", "{metric: rmse, max: 3}");
        build.withVariable(
                "GITHUB_STEP_SUMMARY", build.file("summary.md").toAbsolutePath().toString());

        Result result = build.run("verify");

        assertThat(result.succeeded()).isFalse();
        assertThat(build.file("target/ml/houses/verdict.json")).content().contains("\"outcome\": \"fail\"");
        assertThat(build.file("target/surefire-reports/TEST-ml.houses.xml"))
                .content()
                .contains("failures=\"1\"");
        assertThat(result.log())
                .containsPattern("rmse is [0-9.]+, but at most 3 is allowed \\(model.yaml line 19\\)")
                .contains("MojoFailureException", "for a browser: target/ml/houses/report.html");
        assertThat(build.file("target/ml/houses/report.html")).content().contains("FAIL. 'houses' is not good enough");
        assertThat(build.text("summary.md"))
                .isEqualTo("\n" + build.text("target/ml/houses/report.md"))
                .contains("FAIL houses 1.0: 1 of ");

        Result again = build.run("verify");
        assertThat(again.succeeded()).as("a recorded failure fails again").isFalse();

        build.edit("src/main/ml/model.yaml", "max: 400", "max: 21");
        assertThat(build.run("ml:check").succeeded()).isFalse();
        assertThat(build.file("target/ml/houses/report.html"))
                .as("of a build without a verdict")
                .doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void check_fails_when_the_model_is_worse_than_the_accepted_one(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "worse-than-accepted");
        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();
        build.edit("src/main/ml/model.yaml", "rounds: 20, max-depth: 3", "rounds: 8, max-depth: 3");

        Result result = build.run("verify");

        assertThat(result.succeeded()).isFalse();
        assertThat(result.log())
                .containsPattern(
                        "mae rose from [0-9.]+ to [0-9.]+ \\(\\+[0-9.]+ %\\), but a rise of at most 2 % is allowed");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void accept_writes_the_lock_and_a_locked_build_holds_to_it(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "locked");

        Result accepted = build.run("ml:accept");
        assertThat(accepted.succeeded()).as(accepted.log()).isTrue();
        assertThat(build.text("src/main/ml/model.lock.json"))
                .contains(
                        "\"data.file.data/houses.csv\": ",
                        "\"metric.rmse\": ",
                        "\"output.model.pb\": ",
                        "\"output.bundle\": ");

        Result locked = build.run("clean", "verify", "-Dml.locked");
        assertThat(locked.succeeded()).as(locked.log()).isTrue();

        build.write("data/houses.csv", build.text("data/houses.csv") + "301,100,4,north,false,300\n");
        Result changed = build.run("verify", "-Dml.locked");
        assertThat(changed.succeeded()).isFalse();
        assertThat(changed.log())
                .contains("data/houses.csv: other content than accepted (300 rows were accepted in all)");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void accept_refuses_a_failing_model_without_a_reason(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "accept-refuses");
        build.edit("src/main/ml/model.yaml", "{metric: rmse, max: 60}", "{metric: rmse, max: 3}");

        Result refused = build.run("ml:accept");
        assertThat(refused.succeeded()).isFalse();
        assertThat(build.file("src/main/ml/model.lock.json")).doesNotExist();
        String staysRed =
                "A lock changes nothing of what model.yaml demands: accepted or not, each build that checks this model fails by"
                        + " rmse <= 3 (model.yaml line 19). To have it pass, change that gate in model.yaml, and run mvn ml:accept"
                        + " again.";
        assertThat(refused.log())
                .contains("say why: mvn ml:accept -Dml.accept.reason=\"...\", and -Dml.accept.until=<day>"
                        + " -Dml.accept.owner=<who> to waive its gates until then\n[ERROR] " + staysRed);

        Result accepted = build.run("ml:accept", "-Dml.accept.reason=a trial");
        assertThat(accepted.succeeded()).as(accepted.log()).isTrue();
        assertThat(accepted.log()).contains("[WARNING] houses: " + staysRed);
        assertThat(build.text("src/main/ml/model.lock.json")).contains("\"accepted.reason.1\": \"a trial\"");
        assertThat(build.run("verify").succeeded()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_reason_for_a_model_that_needs_none_is_not_dropped_in_silence(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "accept-without-need");

        Result accepted = build.run("ml:accept", "-Dml.accept.reason=just so");

        assertThat(accepted.succeeded()).as(accepted.log()).isTrue();
        assertThat(accepted.log())
                .contains(
                        "[WARNING] houses: the reason is not recorded: no gate fails, and the lock keeps reasons of models"
                                + " that were accepted although one did. What is to be known of this one belongs into the commit's"
                                + " message.");
        assertThat(build.text("src/main/ml/model.lock.json")).doesNotContain("just so");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void the_same_inputs_make_the_same_bytes_in_another_folder(Path maven) {
        MavenBuild one = MavenBuild.base(maven, "same-bytes");
        MavenBuild other = MavenBuild.base(maven, "deeper/in/another folder");

        assertThat(one.run("verify", "-Dml.threads=1").succeeded())
                .as(one.log())
                .isTrue();
        assertThat(other.run("verify", "-Dml.threads=2").succeeded())
                .as(other.log())
                .isTrue();

        for (String file : new String[] {
            "houses-1.0-model.jar",
            "ml/houses/validation.json",
            "ml/houses/profile.json",
            "ml/houses/training.json",
            "ml/houses/evaluation.json",
            "ml/houses/predictions.parquet",
            "ml/houses/verdict.json",
            "ml/houses/curves.json",
            "ml/houses/report.html",
            "ml/houses/report.md"
        }) {
            assertThat(one.file("target/" + file)).hasSameBinaryContentAs(other.file("target/" + file));
        }
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void go_offline_downloads_all_that_goals_resolve_later(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "go-offline").withEmptyRepository();

        Result result = build.run("ml:go-offline");

        assertThat(result.succeeded()).as(result.log()).isTrue();
        for (String engine : new String[] {"ml-pipeline", "ml-server", "ml-image"}) {
            assertThat(result.log()).containsPattern(engine + " and what it needs: [1-9][0-9]* files are here\\.");
        }
        boolean offered = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        assertThat(result.log().contains("libgomp, for machines that lack it: dnnl-"))
                .isEqualTo(offered);
        String nothingIsReached = "-Daether.offline.protocols=none";
        assertThat(build.run("verify", nothingIsReached).succeeded())
                .as(build.log())
                .isTrue();
        Result image = build.run("ml:image", "-Dml.image.base=local", nothingIsReached);
        assertThat(image.succeeded()).as(image.log()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_skipped_goal_does_nothing(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "skipped");

        assertThat(build.run("verify", "-Dml.skip").succeeded()).as(build.log()).isTrue();
        assertThat(build.file("target/ml")).doesNotExist();

        assertThat(build.run("verify", "-Dml.check.skip").succeeded())
                .as(build.log())
                .isTrue();
        assertThat(build.file("target/ml/houses/verdict.json")).doesNotExist();
        assertThat(build.file("target/houses-1.0-model.jar")).exists();

        build.edit("pom.xml", "<id>model</id>", "<id>model</id><configuration><skip>true</skip></configuration>");
        build.write("data/houses.csv", "not what it was");
        assertThat(build.run("verify").succeeded())
                .as("an execution that its POM skips:\n" + build.log())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_module_without_a_spec_is_left_alone(Path maven) throws IOException {
        MavenBuild build = MavenBuild.base(maven, "no-spec");
        Files.delete(build.file("src/main/ml/model.yaml"));

        assertThat(build.run("verify").succeeded()).as(build.log()).isTrue();
        assertThat(build.file("target/ml")).doesNotExist();
    }
}
