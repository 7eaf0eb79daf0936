package io.github.mlmaven.spec;

import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The long form of a rule: a mapping with the rule's value and its terms. */
final class LongRule {

    static final List<String> KEYS = Stream.concat(Stream.of(Rule.VALUE), Keys.names(RuleTerms.class).stream())
            .toList();

    private LongRule() {}

    /** Whether a rule is written so, and not as its value alone. */
    static boolean is(Node node) {
        return node instanceof MappingNode mapping
                && mapping.getValue().stream()
                        .anyMatch(
                                entry -> entry.getKeyNode() instanceof ScalarNode key && KEYS.contains(key.getValue()));
    }
}
