package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens when a build is killed, and what others get of a model. */
class RobustnessIT {

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_build_killed_while_it_trains_leaves_the_last_good_model_and_the_next_goes_on(Path maven) throws Exception {
        MavenBuild build = MavenBuild.base(maven, "killed");
        assertThat(build.run("verify").succeeded()).as(build.log()).isTrue();
        String training = build.text("target/ml/houses/training.json");
        byte[] model = Files.readAllBytes(build.file("target/ml/houses/model/model.pb"));
        build.edit("src/main/ml/model.yaml", "rounds: 20", "rounds: 100000");

        Process process = build.start("ml:train");
        await(build, "training", process);
        List<ProcessHandle> workers = process.toHandle().descendants().toList();
        // What a terminal sends on Ctrl-C, to the whole group; here to Maven alone, and its worker must follow.
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        for (ProcessHandle worker : workers) {
            worker.onExit().get(20, TimeUnit.SECONDS);
        }

        assertThat(build.text("target/ml/houses/training.json")).isEqualTo(training);
        assertThat(build.file("target/ml/houses/model/model.pb")).hasBinaryContent(model);
        build.edit("src/main/ml/model.yaml", "rounds: 100000", "rounds: 21");
        Result next = build.run("verify");
        assertThat(next.succeeded()).as(next.log()).isTrue();
        assertThat(build.text("target/ml/houses/training.json")).isNotEqualTo(training);
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void two_mavens_in_one_module_take_turns_and_both_make_what_one_alone_makes(Path maven) throws Exception {
        MavenBuild alone = MavenBuild.base(maven, "one-maven");
        alone.edit("src/main/ml/model.yaml", "rounds: 20", "rounds: 20000");
        assertThat(alone.run("verify").succeeded()).as(alone.log()).isTrue();
        MavenBuild build = MavenBuild.base(maven, "two-mavens");
        build.edit("src/main/ml/model.yaml", "rounds: 20", "rounds: 20000");
        MavenBuild other = build.besides("two-mavens-other");

        Process first = build.start("verify");
        await(build, "Training xgboost", first);
        Process second = other.start("verify");

        assertThat(second.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(first.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(build.log() + other.log())
                .contains("another Maven (process ", ") works on this module: waiting for it");
        assertThat(build.log()).contains("BUILD SUCCESS");
        assertThat(other.log()).contains("BUILD SUCCESS");
        assertThat(build.file("target/houses-1.0-model.jar"))
                .hasSameBinaryContentAs(alone.file("target/houses-1.0-model.jar"));
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void what_a_kept_workspace_remembers_of_a_file_is_not_believed_where_the_model_is_required(Path maven)
            throws Exception {
        MavenBuild build = MavenBuild.base(maven, "kept-workspace");
        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();
        build.withVariable("CI", "true");
        assertThat(build.run("verify").succeeded()).as(build.log()).isTrue();
        Path data = build.file("data/houses.csv");
        FileTime time = Files.getLastModifiedTime(data);

        build.edit("data/houses.csv", "1,97.9,3,east,false,286.3", "1,97.9,3,east,false,986.3");
        Files.setLastModifiedTime(data, time);
        Result forged = build.run("verify");

        assertThat(forged.succeeded()).as(forged.log()).isFalse();
        assertThat(forged.log()).contains("data/houses.csv").doesNotContain("up to date");

        build.edit("data/houses.csv", "1,97.9,3,east,false,986.3", "1,97.9,3,east,false,286.3");
        Files.setLastModifiedTime(data, time);
        assertThat(build.run("verify").succeeded()).as(build.log()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_service_loads_the_installed_model_from_its_class_path(Path maven) {
        MavenBuild model = MavenBuild.base(maven, "installed");
        assertThat(model.run("install").succeeded()).as(model.log()).isTrue();

        MavenBuild service = MavenBuild.alone(maven, "service");
        Result result = service.run("test");

        assertThat(result.succeeded()).as(result.log()).isTrue();
        assertThat(result.log()).contains("Tests run: 1, Failures: 0");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void the_packaging_ml_model_binds_every_goal(Path maven) {
        MavenBuild build = MavenBuild.over(maven, "ml-model-packaging");

        Result result = build.run("install");

        assertThat(result.succeeded()).as(result.log()).isTrue();
        for (String goal : new String[] {"validate", "train", "evaluate", "package", "image", "check", "push"}) {
            assertThat(result.log()).containsOnlyOnce(":" + goal + " (default-" + goal + ") @ cottages");
        }
        assertThat(result.log())
                .contains(
                        "cottages: nothing is pushed: the image 'cottages:1.0' has no registry in its name (ml.image)");
        assertThat(build.file("target/ml/cottages/image.tar")).exists();
        assertThat(build.file("target/surefire-reports/TEST-ml.cottages.xml")).exists();
        Path installed = Path.of(System.getProperty("it.repo"), "com/example/cottages/1.0/cottages-1.0-model.jar");
        assertThat(installed).hasSameBinaryContentAs(build.file("target/cottages-1.0-model.jar"));
    }

    private static void await(MavenBuild build, String text, Process process) throws InterruptedException {
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            if (build.log().contains(text) && process.toHandle().descendants().count() > 0) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("never printed '" + text + "':\n" + build.log());
    }
}
