package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a lock says, what it holds a build to, and what becomes of it in a merge. */
class LockIT {

    private static final String LOCK = "src/main/ml/model.lock.json";
    private static final String PROFILE = "src/main/ml/model.profile.json";

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_locked_build_names_gate_column_and_file(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "lock-names-what-changed");
        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();
        assertThat(build.text(LOCK))
                .contains(
                        "\"columns.rooms\": \"{type: integer, min: 1, max: 12}\"",
                        "\"gates.mae.max-increase\": \"2%\"",
                        "\"gates.rmse.max\": \"60\"",
                        "\"gates.rmse[district].max\": \"90\"",
                        "\"rows.data\": \"300\"",
                        "\"train.parameter.learning-rate\": \"0.3\"");
        build.edit("src/main/ml/model.yaml", "{metric: rmse, max: 60}", "{metric: rmse, max: 65}");
        build.edit("src/main/ml/model.yaml", "max: 12", "max: 13");

        Result result = build.run("verify", "-Dml.locked");

        assertThat(result.succeeded()).isFalse();
        assertThat(result.log())
                .contains(
                        "columns.rooms: accepted {type: integer, min: 1, max: 12}, now {type: integer, min: 1, max: 13}",
                        "gates rmse max: accepted 60, now 65 (loosened)");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_lock_that_somebody_wrote_into_and_a_profile_that_is_not_its_own_fail_where_they_are_required(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "lock-by-hand").withVariable("CI", "true");
        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();
        String lock = build.text(LOCK);
        String profile = build.text(PROFILE);
        assertThat(build.run("verify").succeeded()).as(build.log()).isTrue();

        build.write(LOCK, lock.replace("\"format\"", "\"excepted.rmse\": \"60\",\n  \"format\""));
        isRefused(build.run("verify"), "  excepted.rmse: accepted 60, now nothing");
        build.write(LOCK, lock.replaceFirst("\"profile\": \"[0-9a-f]{4}", "\"profile\": \"0000"));
        isRefused(build.run("verify"), "  profile: other content than accepted");
        build.write(LOCK, lock);
        build.write(PROFILE, profile.replaceFirst("\"rows\": 300", "\"rows\": 301"));
        isRefused(build.run("verify"), "  profile: other content than accepted");
        build.delete(PROFILE);
        isRefused(build.run("verify"), "  profile: the profile of the accepted data is not beside the lock");

        build.write(PROFILE, profile.replace("\n", "\r\n"));
        assertThat(build.run("verify").succeeded()).as(build.log()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_damaged_lock_is_told_once_and_by_its_path_in_the_module(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "lock-damaged");
        build.write(LOCK, "{");

        Result result = build.run("verify");

        assertThat(result.succeeded()).isFalse();
        assertThat(result.log())
                .contains(
                        "on project houses: src/main/ml/model.lock.json line 1, column 2 ends in the middle of the lock."
                                + " Restore it from version control, or accept the model anew: mvn ml:accept. -> [Help 1]")
                .doesNotContain("Source:", "jackson", "StreamReadFeature");
    }

    private static void isRefused(Result result, String line) {
        assertThat(result.succeeded()).as(result.log()).isFalse();
        assertThat(result.log()).contains("'houses' is not what model.lock.json accepted:", line);
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void line_ends_of_the_data_and_of_model_yaml_are_not_what_was_accepted(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "lock-ignores-line-ends");
        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();
        for (String file : new String[] {"data/houses.csv", "src/main/ml/model.yaml", LOCK}) {
            build.write(file, build.text(file).replace("\n", "\r\n"));
        }

        Result result = build.run("clean", "verify", "-Dml.locked");

        assertThat(result.succeeded()).as(result.log()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_merge_is_accepted_anew_and_keeps_the_reasons_of_both_sides(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "lock-merge");
        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();
        String good = build.text(LOCK);
        String gate = "  \"gates.rmse.max\": \"60\",\n";
        assertThat(good).contains(gate);
        build.write(
                LOCK,
                good.replace("{\n", """
                                {
                                <<<<<<< HEAD
                                  "accepted.reason.1": "ours",
                                =======
                                  "accepted.reason.1": "theirs",
                                >>>>>>> feature
                                """)
                        .replace(
                                gate,
                                "<<<<<<< HEAD\n" + gate + "=======\n" + gate.replace("60", "50")
                                        + ">>>>>>> feature\n"));

        Result refused = build.run("verify");
        assertThat(refused.succeeded()).isFalse();
        assertThat(refused.log())
                .contains("model.lock.json line 2: a merge left both sides of a conflict in the lock.")
                .doesNotContain("elete the file");

        Result accepted = build.run("ml:accept");
        assertThat(accepted.succeeded()).as(accepted.log()).isTrue();
        assertThat(accepted.log())
                .contains(
                        "accepted otherwise than the other side of the merge:",
                        "gates rmse max: accepted 50, now 60 (loosened)");
        assertThat(build.text(LOCK)).isEqualTo(good.replace("{\n", """
                        {
                          "accepted.reason.1": "ours",
                          "accepted.reason.2": "theirs",
                        """));
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_slice_that_vanished_is_told_and_can_be_accepted(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "lock-slice-vanished");
        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();
        build.edit("src/main/ml/model.yaml", "  slices: [district]", "  slices: [garden]");
        build.edit("src/main/ml/model.yaml", "slice: district", "slice: garden");

        Result told = build.run("verify");
        assertThat(told.succeeded()).as(told.log()).isTrue();
        assertThat(told.log())
                .contains("WARN  district = north was accepted, and this evaluation does not have it. If that is meant,"
                        + " 'mvn ml:accept' accepts the model without it.");

        Result accepted = build.run("ml:accept");
        assertThat(accepted.succeeded()).as(accepted.log()).isTrue();
        assertThat(accepted.log())
                .contains("accepted otherwise than before:", "evaluate.slices: accepted [district], now [garden]");
        assertThat(build.run("verify").log()).doesNotContain("district = north was accepted");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_lock_of_another_format_is_refused_and_accepting_replaces_it(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "lock-of-another-format");
        build.write(LOCK, "{\n  \"accepted.reason\": \"a trial\",\n  \"format\": \"1\"\n}\n");

        assertThat(build.run("verify").log())
                .contains("the lock's format is 1, this version of the plugin reads format 2. Accept the model anew");
        Result accepted = build.run("ml:accept");
        assertThat(accepted.succeeded()).as(accepted.log()).isTrue();
        assertThat(build.text(LOCK)).contains("\"accepted.reason.1\": \"a trial\"", "\"format\": \"2\"");
    }
}
