package io.github.mlmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinkTest {

    @Test
    void a_share_and_its_rest_are_1() {
        assertThat(outputs(Link.SHARE, 0.25)).containsExactly(0.75, 0.25);
    }

    @Test
    void a_share_is_between_0_and_1() {
        assertThat(outputs(Link.SHARE, 1.0000001)).containsExactly(0, 1);
        assertThat(outputs(Link.SHARE, -1e-9)).containsExactly(1, 0);
    }

    @Test
    void shares_that_were_learned_apart_are_made_to_sum_up_to_1() {
        assertThat(outputs(Link.SHARES, 0.25, 0.25, 0)).containsExactly(0.5, 0.5, 0);
        assertThat(outputs(Link.SHARES, 1.0000001, -1e-9)).containsExactly(1, 0);
    }

    @Test
    void where_no_label_has_a_share_none_is_likelier() {
        assertThat(outputs(Link.SHARES, 0, 0, 0, 0)).containsExactly(0.25, 0.25, 0.25, 0.25);
    }

    @Test
    void a_margin_is_what_a_logistic_function_makes_of_it() {
        assertThat(outputs(Link.LOGISTIC, 0)).containsExactly(0.5, 0.5);
        assertThat(outputs(Link.LOGISTIC, StrictMath.log(3))).containsExactly(new double[] {0.25, 0.75}, within(1e-15));
    }

    @Test
    void margins_are_what_softmax_makes_of_them_however_large_they_are() {
        assertThat(outputs(Link.SOFTMAX, 1e5, 1e5)).containsExactly(0.5, 0.5);
        assertThat(outputs(Link.SOFTMAX, 0, -1e5)).containsExactly(1, 0);
    }

    private static double[] outputs(Link link, double... margins) {
        double[] out = Arrays.copyOf(margins, link.outputs(margins.length));
        link.apply(out, margins.length);
        return out;
    }
}
