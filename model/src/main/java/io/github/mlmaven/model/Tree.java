package io.github.mlmaven.model;

import static io.github.mlmaven.model.Booster.member;

import java.util.Map;

/**
 * One tree of a {@link Booster} as parallel arrays by node.
 *
 * @param group the output that it adds to
 * @param children where each node leads to
 * @param feature by which a node splits
 * @param value the threshold of a node, the weight of a leaf
 */
@SuppressWarnings("ArrayRecordComponent") // As in the booster.
record Tree(int group, Children children, int[] feature, float[] value) {

    /**
     * Where nodes lead to.
     *
     * @param left the child where the feature is less than the value; -1 for a leaf
     * @param defaultLeft whether a missing value goes left
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Children(int[] left, int[] right, boolean[] defaultLeft) {}

    /**
     * Reads a tree.
     *
     * @param features how many there are
     */
    static Tree read(Map<String, Ubjson> tree, int group, int features) {
        if (tree.containsKey("leaf_weights")) {
            throw new IllegalArgumentException("a tree with several outputs in a leaf, which are not supported");
        }
        int nodes = member(tree, "left_children").count();
        for (String array : new String[] {"right_children", "split_indices", "split_conditions", "default_left"}) {
            if (member(tree, array).count() != nodes || nodes == 0) {
                throw new IllegalArgumentException("a tree whose arrays do not fit each other");
            }
        }
        requireNumericSplits(member(tree, "split_type"));
        Tree read = new Tree(
                group,
                new Children(
                        member(tree, "left_children").ints(nodes),
                        member(tree, "right_children").ints(nodes),
                        member(tree, "default_left").flags(nodes)),
                member(tree, "split_indices").ints(nodes),
                member(tree, "split_conditions").floats(nodes));
        for (int i = 0; i < nodes; i++) {
            read.requireSound(i, features);
        }
        return read;
    }

    private static void requireNumericSplits(Ubjson types) {
        for (boolean isCategorical : types.flags(types.count())) {
            if (isCategorical) {
                throw new IllegalArgumentException("a tree with categorical splits, which are not supported");
            }
        }
    }

    int nodes() {
        return value.length;
    }

    boolean isLeaf(int node) {
        return children.left()[node] == -1;
    }

    private void requireSound(int node, int features) {
        if (isLeaf(node)) {
            if (!Float.isFinite(value[node])) {
                throw new IllegalArgumentException("a tree with a leaf of " + value[node]);
            }
            return;
        }
        if (Float.isNaN(value[node])) {
            throw new IllegalArgumentException("a tree with a threshold of NaN");
        }
        // Children come after their parents: a walk always ends.
        if (!leadsOn(children.left()[node], node)
                || !leadsOn(children.right()[node], node)
                || feature[node] < 0
                || feature[node] >= features) {
            throw new IllegalArgumentException("a tree with a node that leads nowhere");
        }
    }

    private boolean leadsOn(int child, int node) {
        return child > node && child < nodes();
    }

    /** The greatest weight of a leaf, whatever its sign. */
    double greatestLeaf() {
        double greatest = 0;
        for (int node = 0; node < nodes(); node++) {
            greatest = isLeaf(node) ? Math.max(greatest, Math.abs(value[node])) : greatest;
        }
        return greatest;
    }
}
