package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A POM gets the plugin, and keeps everything else as its author wrote it. */
class PomChangeTest {

    private static final String HEAD = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>g</groupId>
              <artifactId>a</artifactId>
              <version>1</version>
            """;

    private static final String PLUGIN = """
            <plugin>
              <groupId>g.ml</groupId>
              <artifactId>ml-maven-plugin</artifactId>
              <version>7</version>
              <executions>
                <execution>
                  <goals>
                    <goal>validate</goal>
                    <goal>train</goal>
                    <goal>evaluate</goal>
                    <goal>check</goal>
                    <goal>package</goal>
                  </goals>
                </execution>
              </executions>
            </plugin>
            """;

    @TempDir
    Path folder;

    /** What stands in the POM before, and after; {@code @} is the plugin, {@code |} a line break. */
    @ParameterizedTest
    @CsvSource({
        "'</project>|', '  <build>|    <plugins>|@    </plugins>|  </build>|</project>|'",
        "'|</project>', '  <build>|    <plugins>|@    </plugins>|  </build>|</project>'",
        "'  <build>|    <directory>out</directory>|  </build>|</project>|', '  <build>|    <directory>out</directory>|    <plugins>|@    </plugins>|  </build>|</project>|'",
        "'  <build/>|</project>|', '  <build>|    <plugins>|@    </plugins>|  </build>|</project>|'",
        "'  <build>|    <plugins />|  </build>|</project>|', '  <build>|    <plugins>|@    </plugins>|  </build>|</project>|'",
        "'  <build>|    <plugins>|      <plugin><artifactId>x</artifactId></plugin>|      <!-- </plugins> -->|    </plugins>|  </build>|</project>|',"
                + " '  <build>|    <plugins>|      <plugin><artifactId>x</artifactId></plugin>|      <!-- </plugins> -->|@    </plugins>|  </build>|</project>|'",
        "'  <profiles>|    <profile>|      <id>p</id>|      <build><plugins></plugins></build>|    </profile>|  </profiles>|</project>|',"
                + " '  <profiles>|    <profile>|      <id>p</id>|      <build><plugins></plugins></build>|    </profile>|  </profiles>|  <build>|    <plugins>|@    </plugins>|  </build>|</project>|'",
    })
    void the_plugin_is_put_where_plugins_stand(String before, String after) throws Exception {
        PomChange change = change(HEAD + before.replace('|', '\n'));

        assertThat(change)
                .isEqualTo(new PomChange.Written(
                        HEAD + after.replace('|', '\n').replace("@", PLUGIN.indent(6)),
                        Optional.of(HEAD + before.replace('|', '\n'))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", "    ", "   "})
    void indentation_and_line_ends_stay_those_of_the_file(String unit) throws Exception {
        String pom = HEAD.replace("  ", unit).replace("\n", "\r\n") + "</project>\r\n";

        String text = ((PomChange.Written) change(pom)).text();

        assertThat(text.replace("\r\n", "")).doesNotContain("\n");
        assertThat(text)
                .contains("\r\n" + unit.repeat(3) + "<plugin>\r\n" + unit.repeat(4) + "<groupId>g.ml</groupId>\r\n");
    }

    @Test
    void goals_that_are_bound_need_nothing() throws Exception {
        assertThat(change(HEAD + "<build><plugins>" + PLUGIN + "</plugins></build></project>"))
                .isEqualTo(new PomChange.None());
    }

    @Test
    void a_plugin_that_is_named_without_goals_is_left_to_its_author() throws Exception {
        String named = "<plugin><groupId>g.ml</groupId><artifactId>ml-maven-plugin</artifactId></plugin>";

        assertThat(change(HEAD + "<build><plugins>" + named + "</plugins></build></project>"))
                .isEqualTo(new PomChange.Pasted(
                        "it names the plugin, and binds none of its goals", PLUGIN.stripTrailing()));
    }

    @Test
    void what_a_parent_manages_is_not_said_again() throws Exception {
        String managed = "<build><pluginManagement><plugins><plugin><groupId>g.ml</groupId>"
                + "<artifactId>ml-maven-plugin</artifactId><version>6</version><executions><execution><goals>"
                + "<goal>check</goal></goals></execution></executions></plugin></plugins></pluginManagement></build>";

        String text = ((PomChange.Written) change(HEAD + managed + "</project>")).text();

        assertThat(text).contains("""
                      <plugin>
                        <groupId>g.ml</groupId>
                        <artifactId>ml-maven-plugin</artifactId>
                      </plugin>
                """);
    }

    @Test
    void modules_below_do_not_inherit_the_model() throws Exception {
        String text = ((PomChange.Written) change(HEAD + "<modules><module>m</module></modules></project>")).text();

        assertThat(text).contains("<inherited>false</inherited>");
    }

    @Test
    void what_is_not_read_as_it_was_meant_is_to_be_pasted() throws Exception {
        Path file =
                Files.write(folder.resolve("pom.xml"), "<project>é</project>".getBytes(StandardCharsets.ISO_8859_1));
        MavenProject project = new MavenProject(new Model());
        project.setFile(file.toFile());

        assertThat(PomChange.of(project, "g.ml", "ml-maven-plugin", "7"))
                .isEqualTo(new PomChange.Pasted(
                        "it is no UTF-8, or no XML that can be read here", PLUGIN.stripTrailing()));
    }

    @Test
    void a_new_pom_is_one_that_maven_reads() throws Exception {
        PomChange.Written pom = (PomChange.Written) PomChange.create("my-model", "g.ml", "ml-maven-plugin", "7");

        Model model = new MavenXpp3Reader().read(new StringReader(pom.text()));

        assertThat(pom.before()).isEmpty();
        assertThat(pom.text()).contains(PLUGIN.indent(6));
        assertThat(model.getArtifactId()).isEqualTo("my-model");
        assertThat(model.getPackaging()).isEqualTo("pom");
    }

    @ParameterizedTest
    @CsvSource({"/w/houses, houses", "/w/My Houses 2, my-houses-2", "/w/-_é-, model", "/, model"})
    void the_artifact_has_the_name_of_the_folder(Path folder, String artifactId) {
        assertThat(NewPom.artifactId(folder)).isEqualTo(artifactId);
    }

    private PomChange change(String pom) throws IOException, org.codehaus.plexus.util.xml.pull.XmlPullParserException {
        Path file = Files.writeString(folder.resolve("pom.xml"), pom);
        MavenProject project = new MavenProject(new MavenXpp3Reader().read(new StringReader(pom)));
        project.setFile(file.toFile());
        return PomChange.of(project, "g.ml", "ml-maven-plugin", "7");
    }
}
