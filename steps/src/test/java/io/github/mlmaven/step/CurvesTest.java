package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.step.Curves.Curve;
import io.github.mlmaven.step.Curves.Importance;
import io.github.mlmaven.step.Curves.ImportantColumn;
import io.github.mlmaven.step.Curves.LabelCurves;
import io.github.mlmaven.step.Curves.Pairs;
import io.github.mlmaven.step.Curves.Reliability;
import io.github.mlmaven.text.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CurvesTest {

    @Test
    void what_is_written_is_read() {
        Curves curves = new Curves(
                        Curves.FORMAT,
                        List.of(new LabelCurves(
                                "yes",
                                3,
                                Optional.empty(),
                                new Curve(OptionalDouble.of(0.5), List.of(0.0, 1.0), List.of(1.0, 0.5)),
                                List.of(new Reliability(2, 0.25, 0.5, new Interval(0.1, 0.9))))),
                        2,
                        Optional.empty())
                .with(Optional.of(new Importance("auc", 9, 5, List.of(new ImportantColumn("a", 0.1, 0, 0.2)))));

        assertThat(Json.parse(Json.text(curves), Curves.class)).isEqualTo(curves);
        assertThat(Json.text(curves))
                .contains("\"further-labels\": 2", "\"worse\": 0.1")
                .doesNotContain("\"roc\"");
    }

    @Test
    void a_point_has_both_numbers_and_a_square_both_edges() {
        assertThatThrownBy(() -> new Curve(OptionalDouble.empty(), List.of(0.0, 1.0), List.of(0.0)))
                .hasMessage("2 x and 1 y");
        assertThatThrownBy(() -> new Pairs(List.of(0.0, 1.0, 2.0), List.of(List.of(1L, 2L)), 0))
                .hasMessage("counts that are not those of 2 by 2");
        assertThatThrownBy(() -> new Pairs(List.of(0.0, 1.0), List.of(List.of(1L, 2L)), 0))
                .hasMessage("counts that are not those of 1 by 1");
    }
}
