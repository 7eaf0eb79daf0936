package com.example;

import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.model.Prediction;
import java.nio.file.Path;
import java.util.Map;

/** What houses cost, by the model of this module. */
public final class Prices {

    private final MlModel model;

    public Prices(Path bundle) {
        this.model = MlModel.read(bundle);
    }

    public double of(double size, int rooms) {
        Prediction prediction = model.predict(Map.of("size", size, "rooms", rooms, "district", "north", "garden", true));
        return ((Prediction.Value) prediction).value();
    }
}
