package io.github.mlmaven.model;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    /** More labels than any model has, and few enough for an array of them that comes of a number alone. */
    private static final int MOST_GROUPS = 65_536;

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_NUMBER = 32;

    /** No sum of floats with rounding reaches infinity where the sum of the greatest without rounding is below this. */
    private static final float GREATEST_SUM = Float.MAX_VALUE / 2;

    /**
     * Reads a booster.
     *
     * @throws IllegalArgumentException if the file is damaged or holds what is not supported
     */
    static Booster read(ByteBuffer ubjson) {
        Map<String, Ubjson> learner =
                member(Ubjson.of(ubjson).object(), "learner").object();
        Map<String, Ubjson> booster = member(learner, "gradient_booster").object();
        String kind = member(booster, "name").text(LONGEST_NAME);
        if (!kind.equals("gbtree")) {
            throw new IllegalArgumentException("a booster of kind '" + kind + "', only gbtree is supported");
        }
        Map<String, Ubjson> parameters = member(learner, "learner_model_param").object();
        if (number(parameters, "num_target") > 1) {
            throw new IllegalArgumentException("a booster of more than one target, which is not supported");
        }
        int groups = Math.max(1, number(parameters, "num_class"));
        if (groups > MOST_GROUPS) {
            throw new IllegalArgumentException(
                    "a booster of " + groups + " labels, at most " + MOST_GROUPS + " can be");
        }
        String objective = member(member(learner, "objective").object(), "name").text(LONGEST_NAME);
        String scores = member(parameters, "base_score").text(LONGEST_NUMBER * (groups + 1));
        Map<String, Ubjson> model = member(booster, "model").object();
        if (booster.containsKey("weight_drop") || model.containsKey("weight_drop")) {
            throw new IllegalArgumentException("trees with weights of their own (dropout), which are not supported");
        }
        int features = number(parameters, "num_feature");
        return new Booster(objective, features, groups, base(scores, objective, groups), trees(model, groups, features))
                .requireFinite();
    }

    private static List<Tree> trees(Map<String, Ubjson> model, int groups, int features) {
        Ubjson trees = member(model, "trees");
        int count = trees.count();
        int inGroups = member(model, "tree_info").count();
        if (count != inGroups) {
            throw new IllegalArgumentException(count + " trees, but groups for " + inGroups);
        }
        int[] group = member(model, "tree_info").ints(count);
        List<Tree> read = new ArrayList<>();
        trees.elements(tree -> {
            int of = group[read.size()];
            if (of < 0 || of >= groups) {
                throw new IllegalArgumentException("a tree of the output " + of + ", of " + groups);
            }
            read.add(Tree.read(tree.object(), of, features));
        });
        return read;
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

    /** Whatever the row, its margins are numbers. */
    private Booster requireFinite() {
        double[] greatest = new double[groups];
        for (int i = 0; i < groups; i++) {
            greatest[i] = Math.abs(base[i]);
        }
        trees.forEach(tree -> greatest[tree.group()] += tree.greatestLeaf());
        for (double sum : greatest) {
            if (sum > GREATEST_SUM) {
                throw new IllegalArgumentException("trees whose sum can be " + sum + ", which no float holds");
            }
        }
        return this;
    }

    static Ubjson member(Map<String, Ubjson> object, String key) {
        Ubjson found = object.get(key);
        if (found == null) {
            throw new IllegalArgumentException("the member '" + key + "' of an object is missing");
        }
        return found;
    }

    private static int number(Map<String, Ubjson> object, String key) {
        return Integer.parseInt(member(object, key).text(LONGEST_NUMBER));
    }
}
