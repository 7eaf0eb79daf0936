package io.github.mlmaven.spec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** How large a tree is where each alias is replaced by what it stands for: a few lines can stand for more than any memory holds. */
final class Unfolding {

    private static final Size VALUE = new Size(1, 0);
    /** Of what is being measured: only an alias leads back to it. */
    private static final Size OPEN = new Size(0, 0);

    private final SpecLimits limits;
    private final Map<Node, Size> sizes = new HashMap<>();

    Unfolding(SpecLimits limits) {
        this.limits = limits;
    }

    /** Refuses a tree that is too large, or a part of itself. */
    void require(Node root) {
        size(root);
    }

    // An alias stands behind what it names, so that this recursion is as deep as the text, and no deeper.
    private Size size(Node node) {
        List<Node> children = children(node);
        if (children.isEmpty()) {
            return VALUE;
        }
        Size known = sizes.get(node);
        if (OPEN.equals(known)) {
            throw limits.refused(
                    node.getStartMark(), "an alias makes this a part of itself.", "Write out what is meant.");
        }
        if (known != null) {
            return known;
        }
        sizes.put(node, OPEN);
        long values = 1;
        int depth = 0;
        for (Node child : children) {
            Size size = size(child);
            values += size.values();
            depth = Math.max(depth, size.depth());
            limits.requireValues(values, node.getStartMark());
        }
        limits.requireDepth(depth + 1, node.getStartMark());
        Size size = new Size(values, depth + 1);
        sizes.put(node, size);
        return size;
    }

    private static List<Node> children(Node node) {
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .flatMap(entry -> Stream.of(entry.getKeyNode(), entry.getValueNode()))
                    .toList();
        }
        return List.of();
    }

    private record Size(long values, int depth) {}
}
