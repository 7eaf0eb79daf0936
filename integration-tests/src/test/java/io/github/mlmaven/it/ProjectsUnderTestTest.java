package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** They are built offline: what they name must be what this build has downloaded, also on a machine that is new. */
class ProjectsUnderTestTest {

    /** What the packaging jar runs until the tests. */
    private static final List<String> LIFECYCLE =
            List.of("maven-resources-plugin", "maven-compiler-plugin", "maven-surefire-plugin", "maven-jar-plugin");

    private final SortedMap<String, String> named = new TreeMap<>();

    @BeforeEach
    void what_they_name() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src", "it"))) {
            for (Path pom : files.filter(file -> file.endsWith("pom.xml")).toList()) {
                named.putAll(versions(pom, "plugin"));
                named.putAll(versions(pom, "dependency"));
            }
        }
        named.values().removeIf("@project.version@"::equals);
        named.remove("houses"); // which a test installs
        assertThat(named).containsKeys("maven-clean-plugin", "maven-install-plugin", "junit-jupiter");
    }

    @Test
    void every_version_that_they_name_is_that_of_this_build() throws Exception {
        Path root = Path.of("..", "pom.xml");
        SortedMap<String, String> ours = versions(root, "plugin");
        ours.putAll(versions(root, "dependency"));
        ours.put("junit-jupiter", text(Files.readString(root), "junit.version"));

        assertThat(ours).containsAllEntriesOf(named);
    }

    @Test
    void every_plugin_that_they_name_is_run_by_this_build() throws Exception {
        SortedSet<String> run = new TreeSet<>(LIFECYCLE);
        run.addAll(versions(Path.of("pom.xml"), "plugin").keySet());
        SortedSet<String> plugins = new TreeSet<>(named.keySet());
        plugins.removeIf(artifact -> !artifact.endsWith("-plugin"));

        assertThat(run).containsAll(plugins);
    }

    /** Versions by artifactId, the first that is there; empty where there is none. */
    private static SortedMap<String, String> versions(Path pom, String element)
            throws ParserConfigurationException, IOException, SAXException {
        NodeList all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getElementsByTagName(element);
        SortedMap<String, String> versions = new TreeMap<>();
        IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .map(Element.class::cast)
                .forEach(found -> versions.merge(
                        child(found, "artifactId"),
                        child(found, "version"),
                        (one, other) -> one.isEmpty() ? other : one));
        return versions;
    }

    private static String child(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private static String text(String xml, String element) {
        return xml.replaceFirst("(?s).*<" + element + ">([^<]*)<.*", "$1");
    }
}
