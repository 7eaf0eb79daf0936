package io.github.mlmaven.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.ScoredLabels;
import io.github.mlmaven.step.Curves;
import io.github.mlmaven.step.Curves.Curve;
import io.github.mlmaven.step.Curves.LabelCurves;
import io.github.mlmaven.step.Curves.Reliability;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Held to scikit-learn 1.9.1: {@code roc_curve(drop_intermediate=False)}, {@code precision_recall_curve}, {@code calibration_curve(n_bins=10)}. */
class LabelDrawingsTest {

    private static final Offset<Double> NEAR = within(1e-12);
    private static final int[] LABELS = {0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0};
    private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8, 0.65, 0.4, 0.9, 1, 0, 0.2, 0.95, 0.55};

    private static ScoredLabels two(int[] labels, double[] scores) {
        double[] both = new double[2 * scores.length];
        for (int row = 0; row < scores.length; row++) {
            both[2 * row] = 1 - scores[row];
            both[2 * row + 1] = scores[row];
        }
        return new ScoredLabels(List.of("no", "yes"), labels, both);
    }

    private static LabelCurves only(ScoredLabels rows) {
        Curves curves = LabelDrawings.of(rows, 0.95);
        assertThat(curves.labels()).hasSize(1);
        return curves.labels().get(0);
    }

    private static void equal(List<Double> found, double... expected) {
        assertThat(found).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found.get(i)).as("point %s", i).isCloseTo(expected[i], NEAR);
        }
    }

    @Test
    void a_roc_curve_is_that_of_scikit_learn() {
        LabelCurves label = only(two(LABELS, SCORES));
        Curve roc = label.roc().orElseThrow();
        double sixth = 1.0 / 6;

        assertThat(label.label()).isEqualTo("yes");
        assertThat(label.rows()).isEqualTo(6);
        equal(roc.x(), 0, 0, 0, 0, sixth, sixth, 2 * sixth, 0.5, 0.5, 4 * sixth, 5 * sixth, 1);
        equal(roc.y(), 0, sixth, 2 * sixth, 0.5, 0.5, 4 * sixth, 4 * sixth, 5 * sixth, 1, 1, 1, 1);
        assertThat(roc.area().orElseThrow()).isCloseTo(0.8194444444444445, NEAR);
    }

    @Test
    void a_curve_of_precision_is_that_of_scikit_learn() {
        Curve curve = only(two(LABELS, SCORES)).precision();
        List<Double> recalls = new ArrayList<>(curve.x());
        List<Double> precisions = new ArrayList<>(curve.y());
        Collections.reverse(recalls);
        Collections.reverse(precisions);

        // But for its last point, a precision of 1 at a recall of 0, which no score has.
        equal(recalls, 1, 1, 1, 1, 5 / 6.0, 4 / 6.0, 4 / 6.0, 0.5, 0.5, 2 / 6.0, 1 / 6.0);
        equal(precisions, 0.5, 6 / 11.0, 0.6, 2 / 3.0, 0.625, 2 / 3.0, 0.8, 0.75, 1, 1, 1);
        assertThat(curve.area().orElseThrow()).isCloseTo(0.848611111111111, NEAR);
    }

    @Test
    void reliability_is_that_of_scikit_learn_with_an_interval_of_each_share() {
        List<Reliability> bins = only(two(LABELS, SCORES)).reliability();

        equal(bins.stream().map(Reliability::observed).toList(), 0, 0, 2 / 3.0, 0, 1, 0, 1, 1);
        equal(
                bins.stream().map(Reliability::predicted).toList(),
                0.05,
                0.2,
                0.3833333333333333,
                0.55,
                0.65,
                0.8,
                0.9,
                0.975);
        assertThat(bins).extracting(Reliability::rows).containsExactly(2L, 1L, 3L, 1L, 1L, 1L, 1L, 2L);
        // Wilson's, of 1 in 1, with a deviation of nine digits.
        assertThat(bins.get(4).interval().low()).isCloseTo(0.20654931437723745, within(1e-8));
        assertThat(bins.get(4).interval().high()).isCloseTo(1, NEAR);
    }

    @Test
    void of_three_labels_each_stands_against_the_rest_that_of_most_rows_first() {
        ScoredLabels rows = new ScoredLabels(List.of("a", "b", "c"), new int[] {0, 1, 2, 2, 1, 0, 2, 2}, new double[] {
            .7, .2, .1, .2, .5, .3, .1, .1, .8, .4, .3, .3, .1, .6, .3, .3, .3, .4, .0, .2, .8, .2, .2, .6
        });

        Curves curves = LabelDrawings.of(rows, 0.95);

        assertThat(curves.labels()).extracting(LabelCurves::label).containsExactly("c", "a", "b");
        Curve roc = curves.labels().get(0).roc().orElseThrow();
        equal(roc.x(), 0, 0, 0, 0.25, 0.75, 1);
        equal(roc.y(), 0, 0.5, 0.75, 0.75, 1, 1);
        assertThat(roc.area().orElseThrow()).isCloseTo(0.875, NEAR);
        assertThat(curves.furtherLabels()).isZero();
        assertThat(curves.errors()).isEmpty();
    }

    @Test
    void where_no_row_has_another_label_there_is_no_roc_curve_and_where_none_has_it_nothing() {
        assertThat(only(two(new int[] {1, 1}, new double[] {0.2, 0.9})).roc()).isEmpty();
        assertThat(LabelDrawings.of(two(new int[] {0, 0}, new double[] {0.2, 0.9}), 0.95)
                        .labels())
                .isEmpty();
    }

    @Test
    void twelve_labels_are_drawn_and_the_others_counted() {
        int labels = 15;
        double[] probabilities = new double[labels * labels];
        for (int row = 0; row < labels; row++) {
            probabilities[row * labels + row] = 1;
        }
        ScoredLabels rows = new ScoredLabels(
                IntStream.range(0, labels).mapToObj(label -> "l" + label).toList(),
                IntStream.range(0, labels).toArray(),
                probabilities);

        Curves curves = LabelDrawings.of(rows, 0.95);

        assertThat(curves.labels()).hasSize(12);
        assertThat(curves.furtherLabels()).isEqualTo(3);
    }

    @Test
    void a_curve_of_many_points_is_thinned_to_two_hundred_that_keep_its_ends_and_its_area() {
        Random random = new Random(7);
        int[] labels = new int[5_000];
        double[] scores = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = random.nextInt(50) == 0 ? 1 : 0;
            scores[row] = Math.min(1, Math.max(0, 0.4 + 0.2 * labels[row] + 0.2 * random.nextGaussian()));
        }

        LabelCurves label = only(two(labels, scores));
        Curve roc = label.roc().orElseThrow();

        assertThat(roc.x()).hasSizeBetween(150, Thinning.MOST).isSorted();
        assertThat(roc.x()).startsWith(0.0).endsWith(1.0);
        assertThat(roc.y()).startsWith(0.0).endsWith(1.0);
        double area = 0;
        for (int i = 1; i < roc.x().size(); i++) {
            area += (roc.x().get(i) - roc.x().get(i - 1))
                    * (roc.y().get(i) + roc.y().get(i - 1))
                    / 2;
        }
        assertThat(area).isCloseTo(roc.area().orElseThrow(), within(0.005));
        assertThat(label.precision().x())
                .hasSizeLessThanOrEqualTo(Thinning.MOST)
                .endsWith(1.0);
    }

    @Test
    void scores_that_are_no_numbers_come_to_an_end() {
        assertThat(only(two(new int[] {0, 1}, new double[] {Double.NaN, 0.5}))
                        .precision()
                        .x())
                .isNotEmpty();
    }
}
