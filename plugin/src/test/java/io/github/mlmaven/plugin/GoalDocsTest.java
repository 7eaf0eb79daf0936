package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Keeps docs/goals.md equal to the plugin's descriptor; {@code -Dml.docs.write=true} writes it. */
class GoalDocsTest {

    private static final Path PAGE = Path.of("..", "docs", "goals.md");

    @Test
    void the_published_goal_reference_is_what_the_descriptor_says() throws Exception {
        String text = page(descriptor());
        if (Boolean.getBoolean("ml.docs.write")) {
            Files.writeString(PAGE, text);
        }
        assertThat(PAGE)
                .as("run: mvn test -pl plugin -am -Dtest=GoalDocsTest -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -Dml.docs.write=true")
                .hasContent(text);
    }

    private static Element descriptor() throws Exception {
        try (InputStream in = GoalDocsTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            assertThat(in).as("the descriptor, made in the compile phase").isNotNull();
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        }
    }

    private static String page(Element plugin) {
        List<Element> mojos = children(plugin, "mojo");
        assertThat(mojos).hasSizeGreaterThan(8);
        StringBuilder page = new StringBuilder("""
                # Goals

                Made from the plugin's descriptor; `mvn ml:help -Ddetail=true -Dgoal=train` prints the same. Every goal
                brings the pipeline up to date as far as its own step, and does nothing when nothing changed.

                `mvn ml:check` works in a project whose POM names the plugin. Elsewhere Maven does not know the prefix `ml`,
                unless `settings.xml` has `io.github.mlmaven` among its `<pluginGroups>`: the long form is
                `mvn io.github.mlmaven:ml-maven-plugin:VERSION:check`. Outside of any project only `ml:init`, `ml:profile`,
                `ml:help` and `ml:go-offline` have something to do.

                | goal | default phase | |
                |---|---|---|
                """);
        mojos.sort(Comparator.comparing(mojo -> text(mojo, "goal")));
        mojos.forEach(mojo -> page.append("| [`ml:%s`](#ml%s) | %s | %s |\n"
                .formatted(
                        text(mojo, "goal"),
                        text(mojo, "goal").replace("-", ""),
                        text(mojo, "phase").isEmpty() ? "-" : "`" + text(mojo, "phase") + "`",
                        firstSentence(text(mojo, "description")))));
        mojos.forEach(mojo -> goal(mojo, page));
        return page.toString();
    }

    private static void goal(Element mojo, StringBuilder page) {
        page.append("\n## ml:").append(text(mojo, "goal")).append("\n\n");
        page.append(oneLine(text(mojo, "description"))).append('\n');
        Map<String, Element> settings = new HashMap<>();
        for (Element configuration : children(mojo, "configuration")) {
            for (Element setting : children(configuration, "*")) {
                settings.put(setting.getTagName(), setting);
            }
        }
        List<Element> editable = new ArrayList<>();
        for (Element parameters : children(mojo, "parameters")) {
            for (Element parameter : children(parameters, "parameter")) {
                if (text(parameter, "editable").equals("true")) {
                    editable.add(parameter);
                }
            }
        }
        if (editable.isEmpty()) {
            return;
        }
        page.append("\n| parameter | property | default | |\n|---|---|---|---|\n");
        editable.sort(Comparator.comparing(parameter -> text(parameter, "name")));
        for (Element parameter : editable) {
            Element setting = settings.get(text(parameter, "name"));
            page.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            text(parameter, "name"),
                            code(property(text(mojo, "goal"), text(parameter, "name"), setting)),
                            code(setting == null ? "" : setting.getAttribute("default-value")),
                            oneLine(text(parameter, "description"))));
        }
    }

    private static String property(String goal, String parameter, @Nullable Element setting) {
        if (parameter.equals("skip")) {
            return Goal.skipProperty(goal);
        }
        return setting == null ? "" : setting.getTextContent().replaceAll("[${}]", "");
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String firstSentence(String text) {
        String line = oneLine(text);
        int end = line.indexOf(". ");
        return end < 0 ? line : line.substring(0, end + 1);
    }

    private static String oneLine(String html) {
        return html.replaceAll("\\s+", " ")
                .replaceAll("</?(p|pre)>", " ")
                .replaceAll("</?code>", "`")
                .replaceAll("<[^>]+>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replace("|", "\\|")
                .replaceAll(" +", " ")
                .strip();
    }

    private static String text(Element parent, String child) {
        List<Element> found = children(parent, child);
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element
                    && (name.equals("*") || element.getTagName().equals(name))) {
                found.add(element);
            } else if (name.equals("mojo")
                    && nodes.item(i) instanceof Element list
                    && list.getTagName().equals("mojos")) {
                found.addAll(children(list, name));
            }
        }
        return found;
    }
}
