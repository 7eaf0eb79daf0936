package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BundleFile;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.worker.ImageRequest.Access;
import io.github.mlmaven.worker.ImageRequest.BaseImage;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;

/** What POM and command line say reaches the records that the work is described with. */
@MojoTest
@Basedir("/unit/basic")
class GoalParametersTest {

    private static final RegistryLogins NO_LOGINS = new RegistryLogins(new Settings(), request -> {
        throw new AssertionError("there is nothing to decrypt");
    });

    @Provides
    static MavenProject project() {
        Model model = new Model();
        model.setGroupId("com.example");
        model.setArtifactId("basic");
        model.setVersion("1.0");
        model.setBuild(new Build());
        model.getBuild().setDirectory(basedir().resolve("target").toString());
        MavenProject project = new MavenProject(model);
        project.setFile(basedir().resolve("pom.xml").toFile());
        return project;
    }

    private static Path basedir() {
        return Path.of(MojoExtension.getBasedir());
    }

    @Test
    @InjectMojo(goal = "train", pom = "pom.xml")
    void without_configuration_the_defaults_count(TrainMojo mojo) {
        BuildPlace place = mojo.place();

        assertThat(place.basedir()).isEqualTo(basedir());
        assertThat(place.spec()).isEqualTo(basedir().resolve("src/main/ml/model.yaml"));
        assertThat(place.lock()).isEqualTo(basedir().resolve("src/main/ml/model.lock.json"));
        assertThat(place.outputDirectory()).isEqualTo(basedir().resolve("target"));
        assertThat(place.identity().artifactId()).isEqualTo("basic");
        assertThat(place.identity().version()).isEqualTo("1.0");
        assertThat(mojo.limits()).isEqualTo(new BuildLimits(Runtime.getRuntime().availableProcessors(), 1024));
    }

    @Test
    @InjectMojo(goal = "train", pom = "configured-pom.xml")
    void the_poms_configuration_counts(TrainMojo mojo) {
        assertThat(mojo.place().spec()).isEqualTo(basedir().resolve("models/small.yaml"));
        assertThat(mojo.place().lock()).isEqualTo(basedir().resolve("models/small.lock.json"));
        assertThat(mojo.limits()).isEqualTo(new BuildLimits(3, 256));
        assertThat(mojo.jvm("ml-pipeline", "Main", basedir().resolve("target")))
                .isEqualTo(
                        new WorkerJvm("ml-pipeline", "Main", "-Xmx2g", basedir().resolve("target")));
    }

    @Test
    @InjectMojo(goal = "train", pom = "pom.xml")
    @MojoParameter(name = "threads", value = "0")
    void no_thread_at_all_is_refused(TrainMojo mojo) {
        assertThatThrownBy(mojo::limits)
                .hasMessage("ml.threads is 0 and ml.memory is 1024. There must be 1 thread and 64 megabytes at least.");
    }

    @Test
    @InjectMojo(goal = "image", pom = "pom.xml")
    void an_image_is_by_default_named_after_the_module_and_stands_on_a_maintained_runtime(ImageMojo mojo) {
        assertThat(mojo.description(NO_LOGINS))
                .isEqualTo(new ModelImage.Description(
                        "basic:1.0",
                        List.of(),
                        new BaseImage("eclipse-temurin:17-jre", Access.ANONYMOUS),
                        Access.ANONYMOUS,
                        Instant.EPOCH));
    }

    @Test
    @InjectMojo(goal = "push", pom = "configured-pom.xml")
    void an_image_is_as_configured(PushMojo mojo) {
        assertThat(mojo.description(NO_LOGINS))
                .isEqualTo(new ModelImage.Description(
                        "localhost:5000/example/basic:7",
                        List.of("7", "latest"),
                        new BaseImage("local", Access.ANONYMOUS),
                        new Access(Optional.empty(), true),
                        Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    @InjectMojo(goal = "serve", pom = "pom.xml")
    void a_model_is_served_to_this_machine_alone(ServeMojo mojo) {
        assertThat(mojo.port).isEqualTo(8080);
        assertThat(mojo.host).isEqualTo("127.0.0.1");
    }

    @Test
    @InjectMojo(goal = "train", pom = "pom.xml")
    void a_module_without_the_default_spec_is_left_alone(TrainMojo mojo) throws Exception {
        mojo.ci = new CiVariable(null);
        mojo.execute();

        assertThat(new File(mojo.outputDirectory, "ml")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "train", pom = "pom.xml")
    @MojoParameter(name = "spec", value = "models/small.yaml")
    void a_lock_lies_beside_its_spec_and_the_bundle_has_its_classifier(TrainMojo mojo) {
        mojo.classifier = "small";

        assertThat(mojo.place().lock()).isEqualTo(mojo.place().spec().resolveSibling("small.lock.json"));
        assertThat(BundleFile.name(mojo.place().identity())).isEqualTo("basic-1.0-small.jar");
    }

    @Test
    @InjectMojo(goal = "train", pom = "pom.xml")
    void where_the_environment_says_ci_everything_is_required(TrainMojo mojo) {
        mojo.ci = new CiVariable("YES");
        assertThat(mojo.strictness()).isEqualTo(new Strictness(true, List.of()));

        mojo.required = false;
        mojo.locked = false;
        assertThat(mojo.strictness())
                .as("nobody outside of the POM says so")
                .isEqualTo(new Strictness(false, List.of("<ml.locked> of the POM", "<ml.required> of the POM")));
    }

    @Test
    @InjectMojo(goal = "accept", pom = "pom.xml")
    void accepting_is_how_a_lock_comes_to_be_and_requires_none(AcceptMojo mojo) {
        mojo.ci = new CiVariable("1");

        assertThat(mojo.strictness()).isEqualTo(new Strictness(false, List.of()));
    }

    @Test
    @InjectMojo(goal = "train", pom = "pom.xml")
    void goals_that_are_skipped_and_another_lock_weaken_what_is_judged(TrainMojo mojo) {
        mojo.ci = new CiVariable(null);
        mojo.session.getUserProperties().setProperty("ml.check.skip", "true");
        mojo.session.getUserProperties().setProperty("ml.lock", "other.json");
        mojo.lock = basedir().resolve("other.json").toFile();

        assertThat(mojo.strictness())
                .isEqualTo(new Strictness(false, List.of("-Dml.check.skip", "-Dml.lock=other.json")));
    }

    @Test
    @InjectMojo(goal = "train", pom = "configured-pom.xml")
    void a_lock_that_the_pom_names_weakens_nothing(TrainMojo mojo) {
        mojo.ci = new CiVariable(null);
        mojo.lock = basedir().resolve("other.json").toFile();

        assertThat(mojo.strictness().weakened()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "train", pom = "configured-pom.xml")
    void a_configured_spec_must_exist(TrainMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(basedir().resolve("models/small.yaml")
                        + " does not exist. Create it, or correct the plugin's parameter 'spec' (-Dml.spec).");
    }

    @Test
    @InjectMojo(goal = "train", pom = "configured-pom.xml")
    @MojoParameter(name = "skip", value = "true")
    void a_skipped_goal_does_not_even_look(TrainMojo mojo) throws Exception {
        mojo.execute();
    }

    @Test
    @InjectMojo(goal = "train", pom = "configured-pom.xml")
    void a_goal_is_skipped_by_the_property_of_its_own_name(TrainMojo mojo) throws Exception {
        mojo.session.getUserProperties().setProperty("ml.train.skip", "true");

        mojo.execute();
    }

    @Test
    @InjectMojo(goal = "push", pom = "configured-pom.xml")
    void a_goal_is_skipped_by_a_property_of_the_pom(PushMojo mojo) throws Exception {
        mojo.project.getProperties().setProperty("ml.push.skip", "true");

        mojo.execute();
    }

    @Test
    @InjectMojo(goal = "train", pom = "configured-pom.xml")
    void the_command_line_wins_over_a_property_of_the_pom(TrainMojo mojo) {
        mojo.project.getProperties().setProperty("ml.train.skip", "true");
        mojo.session.getUserProperties().setProperty("ml.train.skip", "false");

        assertThatThrownBy(mojo::execute).hasMessageContaining("does not exist");
    }

    @Test
    @InjectMojo(goal = "train", pom = "configured-pom.xml")
    void a_goal_is_not_skipped_by_the_property_of_another(TrainMojo mojo) {
        mojo.session.getUserProperties().setProperty("ml.evaluate.skip", "true");

        assertThatThrownBy(mojo::execute).hasMessageContaining("does not exist");
    }

    @Test
    @InjectMojo(goal = "train", pom = "configured-pom.xml")
    @MojoParameter(name = "skip", value = "false")
    void the_configuration_of_an_execution_wins_over_the_property(TrainMojo mojo) {
        mojo.session.getUserProperties().setProperty("ml.train.skip", "true");

        assertThatThrownBy(mojo::execute).hasMessageContaining("does not exist");
    }

    @Test
    @InjectMojo(goal = "check", pom = "configured-pom.xml")
    @MojoParameter(name = "skipAll", value = "true")
    void all_goals_are_skipped_at_once(CheckMojo mojo) throws Exception {
        mojo.execute();
    }

    @Test
    @InjectMojo(goal = "train", pom = "configured-pom.xml")
    @MojoParameter(name = "locked", value = "true")
    void a_locked_build_needs_a_lock(TrainMojo mojo) {
        assertThatThrownBy(mojo::heldTo)
                .hasMessage(
                        "The build is locked (ml.locked), and models/small.lock.json does not exist. Restore it from version control if it was"
                                + " there. Otherwise run mvn ml:accept -Dml.spec=models/small.yaml without -Dml.locked, and commit the file that it writes.");
    }
}
