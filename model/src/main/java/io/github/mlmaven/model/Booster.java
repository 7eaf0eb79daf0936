package io.github.mlmaven.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an XGBoost model file that predictions need, read from its UBJSON; the layout is XGBoost's
 * {@code doc/model.schema}.
 *
 * @param objective such as {@code binary:logistic}
 * @param groups numbers that a prediction has: 1, or the number of labels
 * @param base the margin that each group's sum begins with
 * @param trees in the order of their sums
 */
@SuppressWarnings("ArrayRecordComponent") // The arrays are read once and never compared: a list would box every node.
record Booster(String objective, int features, int groups, float[] base, List<Tree> trees) {

    /**
     * One tree as parallel arrays by node.
     *
     * @param left the child where the feature is less than the value; -1 for a leaf
     * @param value the threshold of a node, the weight of a leaf
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Tree(int group, int[] left, int[] right, int[] feature, float[] value, boolean[] defaultLeft) {}

    /**
     * Reads a booster.
     *
     * @throws IllegalArgumentException if the file is damaged or holds what is not supported
     */
    static Booster read(byte[] ubjson) {
        Map<?, ?> learner = map(map(Ubjson.parse(ubjson)).get("learner"));
        Map<?, ?> booster = map(learner.get("gradient_booster"));
        String kind = String.valueOf(booster.get("name"));
        if (!kind.equals("gbtree")) {
            throw new IllegalArgumentException("a booster of kind '" + kind + "', only gbtree is supported");
        }
        Map<?, ?> parameters = map(learner.get("learner_model_param"));
        int classes = Integer.parseInt(String.valueOf(parameters.get("num_class")));
        if (Integer.parseInt(String.valueOf(parameters.get("num_target"))) > 1) {
            throw new IllegalArgumentException("a booster of more than one target, which is not supported");
        }
        int groups = Math.max(1, classes);
        String objective = String.valueOf(map(learner.get("objective")).get("name"));
        float[] base = base(String.valueOf(parameters.get("base_score")), objective, groups);
        Map<?, ?> model = map(booster.get("model"));
        if (booster.containsKey("weight_drop") || model.containsKey("weight_drop")) {
            throw new IllegalArgumentException("trees with weights of their own (dropout), which are not supported");
        }
        long[] treeGroups = longs(model.get("tree_info"));
        List<?> trees = list(model.get("trees"));
        if (trees.size() != treeGroups.length) {
            throw new IllegalArgumentException(trees.size() + " trees, but groups for " + treeGroups.length);
        }
        int features = Integer.parseInt(String.valueOf(parameters.get("num_feature")));
        Tree[] read = new Tree[trees.size()];
        for (int i = 0; i < read.length; i++) {
            read[i] = tree(map(trees.get(i)), toInt(treeGroups[i]), groups, features);
        }
        return new Booster(objective, features, groups, base, List.of(read));
    }

    private static Tree tree(Map<?, ?> tree, int group, int groups, int features) {
        if (tree.containsKey("leaf_weights")) {
            throw new IllegalArgumentException("a tree with several outputs in a leaf, which are not supported");
        }
        int[] left = ints(tree.get("left_children"));
        int[] right = ints(tree.get("right_children"));
        int[] feature = ints(tree.get("split_indices"));
        float[] value = floats(tree.get("split_conditions"));
        long[] defaultLeft = longs(tree.get("default_left"));
        int nodes = left.length;
        if (right.length != nodes
                || feature.length != nodes
                || value.length != nodes
                || defaultLeft.length != nodes
                || nodes == 0
                || group < 0
                || group >= groups) {
            throw new IllegalArgumentException("a tree whose arrays do not fit each other");
        }
        if (Arrays.stream(longs(tree.get("split_type"))).anyMatch(type -> type != 0)) {
            throw new IllegalArgumentException("a tree with categorical splits, which are not supported");
        }
        boolean[] goesLeft = new boolean[nodes];
        for (int i = 0; i < nodes; i++) {
            goesLeft[i] = defaultLeft[i] != 0;
            boolean leaf = left[i] == -1;
            // Children come after their parents: a walk always ends.
            if (!leaf
                    && (left[i] <= i
                            || right[i] <= i
                            || left[i] >= nodes
                            || right[i] >= nodes
                            || feature[i] < 0
                            || feature[i] >= features)) {
                throw new IllegalArgumentException("a tree with a node that leads nowhere");
            }
        }
        return new Tree(group, left, right, feature, value, goesLeft);
    }

    /** The base score as a margin: binary:logistic stores a probability, the others the margin itself. */
    private static float[] base(String text, String objective, int groups) {
        String[] parts = text.replaceAll("[\\[\\]]", "").split(",", -1);
        if (parts.length != 1 && parts.length != groups) {
            throw new IllegalArgumentException(parts.length + " base scores for " + groups + " outputs");
        }
        float[] base = new float[groups];
        for (int i = 0; i < groups; i++) {
            float score = Float.parseFloat(parts[parts.length == 1 ? 0 : i].strip());
            base[i] = objective.equals("binary:logistic") ? (float) -StrictMath.log(1f / score - 1f) : score;
            if (!Float.isFinite(base[i])) {
                throw new IllegalArgumentException("a base score of " + score);
            }
        }
        return base;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("an object is missing");
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("an array is missing");
    }

    private static long[] longs(@Nullable Object value) {
        if (value instanceof long[] longs) {
            return longs;
        }
        // Arrays of few elements come without a common type.
        return list(value).stream().mapToLong(Booster::whole).toArray();
    }

    private static long whole(Object value) {
        if (value instanceof Long whole) {
            return whole;
        }
        throw new IllegalArgumentException("a whole number is missing");
    }

    private static int[] ints(@Nullable Object value) {
        return Arrays.stream(longs(value)).mapToInt(Booster::toInt).toArray();
    }

    private static int toInt(long value) {
        if (value != (int) value) {
            throw new IllegalArgumentException("a number out of range: " + value);
        }
        return (int) value;
    }

    private static float[] floats(@Nullable Object value) {
        if (value instanceof float[] floats) {
            return floats;
        }
        throw new IllegalArgumentException("an array of numbers is missing");
    }
}
