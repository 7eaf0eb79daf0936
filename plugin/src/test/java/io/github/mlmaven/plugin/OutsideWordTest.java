package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;
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

        assertThat(word().decided("ml.spec", other, basedir.resolve("model.yaml")))
                .contains(other);
        assertThat(word().decided("ml.spec", other, other)).isEmpty();
    }
}
