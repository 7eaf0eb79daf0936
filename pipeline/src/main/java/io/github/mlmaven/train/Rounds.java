package io.github.mlmaven.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** The first rounds of a booster: the booster that fewer rounds of the same training make, byte for byte. */
final class Rounds {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Rounds() {}

    static Booster keepFirst(Booster booster, int rounds) throws XGBoostError {
        try {
            ObjectNode root = (ObjectNode) JSON.readTree(booster.toByteArray("json"));
            ObjectNode model = (ObjectNode) root.at("/learner/gradient_booster/model");
            ArrayNode starts = model.withArray("iteration_indptr");
            int trees = starts.get(rounds).intValue();
            keep(starts, rounds + 1);
            keep(model.withArray("tree_info"), trees);
            keep(model.withArray("trees"), trees);
            ((ObjectNode) model.get("gbtree_model_param")).put("num_trees", Integer.toString(trees));
            return XGBoost.loadModel(JSON.writeValueAsBytes(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keep(ArrayNode array, int size) {
        while (array.size() > size) {
            array.remove(array.size() - 1);
        }
    }
}
