package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelClueTest {

    private static final String PLUGIN =
            "<plugin><groupId>io.github.mlmaven</groupId><artifactId>ml-maven-plugin</artifactId></plugin>";

    @TempDir
    Path basedir;

    @Test
    void a_lock_is_the_first_clue() throws Exception {
        Path lock = ModelPlace.byDefault(basedir).lock();
        Files.createDirectories(lock.getParent());
        Files.writeString(lock, "{}");

        assertThat(evidence(module("<packaging>ml-model</packaging>")))
                .contains("src/main/ml/model.lock.json is there");
    }

    @Test
    void what_a_model_leaves_under_another_name_is_a_clue_where_all_else_is_silent() throws Exception {
        Path folder = basedir.resolve(ModelPlace.FOLDER);
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("README.md"), "");
        assertThat(evidence(module("<name>plain</name>"))).isEmpty();

        for (String name : List.of("pricing.yaml", "model.yml", "model.lock.json.lock.json", "a.profile.json")) {
            Path left = Files.writeString(folder.resolve(name), "");
            assertThat(evidence(module("<name>plain</name>"))).contains("src/main/ml/" + name + " is there");
            Files.delete(left);
        }
    }

    @Test
    void the_packaging_is_a_clue() throws Exception {
        assertThat(evidence(module("<packaging>ml-model</packaging>"))).contains("its packaging is ml-model");
    }

    @Test
    void a_pom_that_names_the_plugin_is_a_clue_by_a_profile_too() throws Exception {
        String build = "<build><plugins>" + PLUGIN + "</plugins></build>";
        assertThat(evidence(module(build))).contains("its POM names ml-maven-plugin");

        MavenProject profiled = module("<profiles><profile><id>ml</id>" + build + "</profile></profiles>");
        assertThat(evidence(profiled)).as("not active").isEmpty();
        profiled.setActiveProfiles(profiled.getOriginalModel().getProfiles());
        assertThat(evidence(profiled)).contains("its POM names ml-maven-plugin");
    }

    @Test
    void what_a_pom_manages_is_a_clue_if_it_configures_a_spec() throws Exception {
        String managed = "<build><pluginManagement><plugins>%s</plugins></pluginManagement></build>";
        assertThat(evidence(module(managed.formatted(PLUGIN)))).isEmpty();

        String configured = PLUGIN.replace("</plugin>", "<configuration><spec>m.yaml</spec></configuration></plugin>");
        assertThat(evidence(module(managed.formatted(configured))))
                .contains("its POM configures the spec of ml-maven-plugin");
    }

    @Test
    void what_is_said_for_other_modules_is_none() throws Exception {
        MavenProject parent = module("<build><plugins>" + PLUGIN + "</plugins></build>");
        MavenProject child = module("<name>child</name>");
        child.setParent(parent);
        // As Maven makes it: the effective model has what the parent says.
        child.getModel().setBuild(parent.getModel().getBuild());
        assertThat(evidence(child)).isEmpty();

        Optional<ModelClue> ofParent = ModelClue.of(
                ModelPlace.byDefault(basedir), parent, List.of(parent, child), "io.github.mlmaven:ml-maven-plugin");
        assertThat(ofParent).isEmpty();

        MavenProject aggregator =
                module("<modules><module>a</module></modules><build><plugins>" + PLUGIN + "</plugins></build>");
        assertThat(evidence(aggregator)).isEmpty();
    }

    private Optional<String> evidence(MavenProject module) {
        return ModelClue.of(ModelPlace.byDefault(basedir), module, List.of(module), "io.github.mlmaven:ml-maven-plugin")
                .map(ModelClue::evidence);
    }

    private static MavenProject module(String content) throws IOException, XmlPullParserException {
        String pom = "<project><groupId>g</groupId><artifactId>a" + content.hashCode()
                + "</artifactId><version>1</version>" + content + "</project>";
        Model model = new MavenXpp3Reader().read(new StringReader(pom));
        MavenProject module = new MavenProject(model.clone());
        module.setOriginalModel(model);
        return module;
    }
}
