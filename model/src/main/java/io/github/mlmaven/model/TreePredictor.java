package io.github.mlmaven.model;

import io.github.mlmaven.api.Task;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Predicts from the trees of an XGBoost booster in plain Java. Margins are equal to XGBoost's own bit for bit: sums of floats
 * in the order of the trees, beginning with the base score.
 */
public final class TreePredictor implements Predictor {

    private final Link link;
    private final float whole;
    private final int features;
    private final int groups;
    private final float[] base;
    private final int[] root;
    private final int[] group;
    // Of all nodes of all trees, one after another. A leaf has feature -1, others the column doubled, plus 1 where a
    // missing value goes left.
    private final int[] feature;
    private final int[] left;
    private final int[] right;
    private final float[] value;

    private TreePredictor(Link link, Booster booster) {
        this.link = link;
        this.whole = link == Link.SHARE || link == Link.SHARES ? whole(booster) : 1;
        this.features = booster.features();
        this.groups = booster.groups();
        this.base = booster.base();
        List<Tree> trees = booster.trees();
        int nodes = trees.stream().mapToInt(Tree::nodes).sum();
        this.root = new int[trees.size()];
        this.group = new int[trees.size()];
        this.feature = new int[nodes];
        this.left = new int[nodes];
        this.right = new int[nodes];
        this.value = new float[nodes];
        int next = 0;
        for (int i = 0; i < root.length; i++) {
            root[i] = next;
            group[i] = trees.get(i).group();
            next = lay(trees.get(i), next);
        }
    }

    /**
     * A predictor over a booster's file.
     *
     * @param ubjson the model as XGBoost saves it in its format "ubj"
     * @param task squared errors of labels are those of a forest, whose leaves are shares of labels
     * @throws IllegalArgumentException if the file is damaged or holds what is not supported
     */
    public static TreePredictor of(byte[] ubjson, Task task) {
        return of(ByteBuffer.wrap(ubjson), task);
    }

    static TreePredictor of(ByteBuffer ubjson, Task task) {
        Booster booster = Booster.read(ubjson);
        Link link = switch (booster.objective()) {
            case "reg:squarederror" ->
                task == Task.REGRESSION ? Link.IDENTITY : booster.groups() == 1 ? Link.SHARE : Link.SHARES;
            case "binary:logistic" -> Link.LOGISTIC;
            case "multi:softprob" -> Link.SOFTMAX;
            default ->
                throw new IllegalArgumentException("the objective '" + booster.objective() + "' is not supported");
        };
        if ((link == Link.IDENTITY || link == Link.LOGISTIC) && booster.groups() != 1) {
            throw new IllegalArgumentException(
                    "the objective '" + booster.objective() + "' with " + booster.groups() + " outputs");
        }
        return new TreePredictor(link, booster);
    }

    /** Which task its outputs are of. */
    Task task() {
        return link == Link.IDENTITY ? Task.REGRESSION : Task.CLASSIFICATION;
    }

    // What a row's margin is where each leaf is the whole share: the sum of as many floats as there are trees is not
    // quite 1.
    private static float whole(Booster booster) {
        int trees = booster.trees().size() / booster.groups();
        float whole = 0;
        for (int tree = 0; tree < trees; tree++) {
            whole += 1f / trees;
        }
        return trees == 0 ? 1 : whole;
    }

    /** How many features a row has. */
    int features() {
        return features;
    }

    private int lay(Tree tree, int first) {
        for (int i = 0; i < tree.nodes(); i++) {
            boolean defaultLeft = tree.children().defaultLeft()[i];
            feature[first + i] = tree.isLeaf(i) ? -1 : tree.feature()[i] << 1 | (defaultLeft ? 1 : 0);
            left[first + i] = first + tree.children().left()[i];
            right[first + i] = first + tree.children().right()[i];
            value[first + i] = tree.value()[i];
        }
        return first + tree.nodes();
    }

    @Override
    public int outputs() {
        return link.outputs(groups);
    }

    @Override
    public void predict(float[] features, int offset, double[] out) {
        float[] margins = margins(features, offset);
        for (int i = 0; i < margins.length; i++) {
            out[i] = margins[i] / (double) whole;
        }
        link.apply(out, margins.length);
    }

    /** The sums of leaf weights of one row, one for each group: what XGBoost calls margins. */
    public float[] margins(float[] features, int offset) {
        float[] sums = Arrays.copyOf(base, groups);
        for (int tree = 0; tree < root.length; tree++) {
            int node = root[tree];
            for (int split = feature[node]; split >= 0; split = feature[node]) {
                float found = features[offset + (split >> 1)];
                boolean goesLeft = Float.isNaN(found) ? (split & 1) == 1 : found < value[node];
                node = goesLeft ? left[node] : right[node];
            }
            sums[group[tree]] += value[node];
        }
        return sums;
    }
}
