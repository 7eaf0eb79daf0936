package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

class OutsideWordTest {

    private final Properties commandLine = new Properties();
    private final Properties jvm = new Properties();
    private final MavenProject module = new MavenProject(new Model());
    private final Path basedir = Path.of("module").toAbsolutePath();

    private OutsideWord word() {
        module.setFile(new File(basedir.toFile(), "pom.xml"));
        return new OutsideWord(module, commandLine, jvm);
    }

    @Test
    void a_switch_is_named_where_it_was_said() {
        jvm.setProperty("ml.locked", "false");
        assertThat(word().named("ml.locked", "=false"))
                .isEqualTo(new Switch("-Dml.locked=false of Maven's JVM (.mvn/jvm.config, MAVEN_OPTS)", false));

        commandLine.setProperty("ml.locked", "false");
        assertThat(word().named("ml.locked", "=false")).isEqualTo(new Switch("-Dml.locked=false", false));

        assertThat(word().named("ml.skip", "")).isEqualTo(new Switch("<ml.skip> of the POM", true));

        Profile profile = new Profile();
        profile.setSource("settings.xml");
        profile.getProperties().setProperty("ml.skip", "true");
        module.setActiveProfiles(List.of(profile));
        assertThat(word().named("ml.skip", "")).isEqualTo(new Switch("-Dml.skip", false));
    }

    @Test
    void a_file_that_the_jvms_options_put_in_anothers_place_is_outside_of_the_pom() {
        Path other = basedir.resolve("easy.yaml");
        jvm.setProperty("ml.spec", "easy.yaml");

        assertThat(word().decider("spec", other, basedir.resolve("model.yaml"))).contains("ml.spec");
        assertThat(word().decider("spec", other, other)).isEmpty();
    }

    @Test
    void a_file_that_an_expression_of_the_pom_lets_the_command_line_choose_is_outside_of_the_pom() {
        Path good = basedir.resolve("good.json");
        Path easy = basedir.resolve("easy.json");
        configure("lock", "${basedir}/${kind}.json");
        module.getOriginalModel().getProperties().setProperty("kind", "${kind.by.default}");
        module.getOriginalModel().getProperties().setProperty("kind.by.default", "good");
        Path beside = basedir.resolve("model.lock.json");
        assertThat(word().decider("lock", good, beside)).isEmpty();

        commandLine.setProperty("kind.by.default", "easy");
        assertThat(word().decider("lock", easy, beside)).contains("kind.by.default");
        commandLine.setProperty("kind", "easy");
        assertThat(word().decider("lock", easy, beside)).contains("kind");
        commandLine.setProperty("kind", "good");
        assertThat(word().decider("lock", good, beside)).isEmpty();
    }

    @Test
    void a_file_that_the_environment_chooses_is_outside_of_the_pom() {
        configure("lock", "${env.LOCK}");
        jvm.setProperty("env.LOCK", "easy.json");

        Path easy = basedir.resolve("easy.json");
        assertThat(word().decider("lock", easy, basedir.resolve("model.lock.json")))
                .contains("env.LOCK");
        assertThat(word().named("env.LOCK", " (ml.lock=easy.json)"))
                .isEqualTo(new Switch("LOCK of the environment (ml.lock=easy.json)", false));
    }

    @Test
    void properties_that_name_each_other_choose_no_file() {
        configure("lock", "${a}");
        commandLine.setProperty("a", "${b}");
        commandLine.setProperty("b", "${a}");

        Path lock = basedir.resolve("model.lock.json");
        assertThat(word().decider("lock", lock, lock)).isEmpty();
    }

    private void configure(String parameter, String value) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom child = new Xpp3Dom(parameter);
        child.setValue(value);
        configuration.addChild(child);
        Plugin plugin = new Plugin();
        plugin.setArtifactId("ml-maven-plugin");
        plugin.setConfiguration(configuration);
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().addPlugin(plugin);
        module.setOriginalModel(model);
    }
}
