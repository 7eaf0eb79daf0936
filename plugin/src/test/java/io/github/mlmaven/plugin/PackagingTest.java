package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class PackagingTest {

    @Test
    void the_packaging_binds_every_goal_to_the_phase_that_it_has_by_default() throws Exception {
        assertThat(phases())
                .containsExactly(
                        Map.entry("process-resources", List.of("validate")),
                        Map.entry("process-classes", List.of("train")),
                        Map.entry("test", List.of("evaluate")),
                        Map.entry("package", List.of("package", "image")),
                        Map.entry("verify", List.of("check")),
                        Map.entry("install", List.of("install")),
                        Map.entry("deploy", List.of("deploy", "push")));
    }

    private static Map<String, List<String>> phases() throws Exception {
        Map<String, List<String>> phases = new LinkedHashMap<>();
        try (InputStream in = PackagingTest.class.getResourceAsStream("/META-INF/plexus/components.xml")) {
            NodeList children = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getElementsByTagName("phases")
                    .item(0)
                    .getChildNodes();
            for (int i = 0; i < children.getLength(); i++) {
                Node child = children.item(i);
                if (child instanceof Element phase) {
                    phases.put(
                            phase.getTagName(),
                            Arrays.stream(phase.getTextContent().split(",", -1))
                                    .map(goal ->
                                            goal.strip().substring(goal.strip().lastIndexOf(':') + 1))
                                    .toList());
                }
            }
        }
        return phases;
    }
}
