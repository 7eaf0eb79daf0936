package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PricesIT {

    @Test
    void a_large_house_costs_more_than_a_small_one() {
        Prices prices = new Prices(Path.of(System.getProperty("bundle")));

        assertTrue(prices.of(200, 4) > prices.of(50, 4));
    }
}
