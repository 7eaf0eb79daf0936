package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.model.Prediction;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceTest {

    @Test
    void a_large_house_costs_more_than_a_small_one() {
        MlModel houses = MlModel.load("houses");
        assertTrue(price(houses, 200) > price(houses, 50));
    }

    private static double price(MlModel houses, double size) {
        Prediction prediction = houses.predict(Map.of("size", size, "rooms", 4, "district", "north", "garden", true));
        return ((Prediction.Value) prediction).value();
    }
}
