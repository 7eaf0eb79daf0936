package io.github.mlmaven.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mlmaven.api.EncodedRows;
import io.github.mlmaven.api.FittedTransform;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Target;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Project;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.model.Encoder;
import io.github.mlmaven.model.Numeric;
import io.github.mlmaven.model.OneHot;
import io.github.mlmaven.model.Ordinal;
import io.github.mlmaven.task.TaskKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What transforms learn of a few training rows, worked out by hand, and what they make of rows that are others. */
class EncoderPoliciesTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    /** The test row would change each statistic: nothing is learned of it. */
    private static final String ROWS = """
            x,flat,void,flag,rank,word,y,part
            1,7,,true,low,b,0,train
            2,7,,true,high,a,0,train
            2,7,,false,high,b,0,train
            7,7,,,,,0,train
            ,,,,mid,c,0,train
            90,8,5,false,unseen,unseen,0,test
            ,,,,,,0,test
            """;

    private static final String SPEC = """
            task: regression
            data: {source: d.csv, label: y, split: {column: part}}
            columns:
              x: {type: number}
              flat: {type: number}
              void: {type: number}
              flag: {type: boolean}
              rank: {type: category, values: [low, mid, high], ordered: true}
              word: {type: category}
              y: {type: number, when: training}
              part: {type: category}
            features:
              %s
            train: {trainer: %s}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        // Trees: values as they are, and missing ones stay missing.
        "xgboost, auto, auto, 0, 1, ",
        "xgboost, none, keep, 0, 1, ",
        // 1, 2, 2 and 7 have the mean 3 and the variance (4 + 1 + 1 + 16) / 4.
        "xgboost, standard, auto, 3, 2.345207879911715, ",
        "xgboost, min-max, auto, 1, 6, ",
        "xgboost, auto, median, 0, 1, 2",
        "xgboost, auto, mean, 0, 1, 3",
        "xgboost, auto, mode, 0, 1, 2",
        "xgboost, auto, zero, 0, 1, 0",
        // Linear models: standardised, and the median stands for missing ones.
        "linear-regression, auto, auto, 3, 2.345207879911715, 2",
        "linear-regression, min-max, mean, 1, 6, 3",
        "linear-regression, none, zero, 0, 1, 0"
    })
    void a_number_is_shifted_scaled_and_filled_by_the_training_rows(
            String trainer, String scale, String missing, double shift, double width, Double filled)
            throws IOException {
        Numeric fitted = (Numeric) fitted(trainer, "x: {scale: %s, missing: %s}".formatted(scale, missing), 0);

        assertThat(fitted.shift()).isEqualTo(shift);
        assertThat(fitted.scale()).isCloseTo(width, within(1e-15));
        assertThat(fitted.missing()).isEqualTo(filled == null ? NONE : OptionalDouble.of(filled));
    }

    @ParameterizedTest
    @CsvSource({"standard", "min-max"})
    void a_column_that_does_not_vary_is_shifted_alone(String scale) throws IOException {
        assertThat(fitted("xgboost", "flat: {scale: %s}".formatted(scale), 1))
                .isEqualTo(new Numeric("flat", 7, 1, NONE));
    }

    @ParameterizedTest
    @CsvSource({"standard, median", "min-max, mean", "none, mode", "auto, zero"})
    void a_column_without_any_value_is_0(String scale, String missing) throws IOException {
        assertThat(fitted("linear-regression", "void: {scale: %s, missing: %s}".formatted(scale, missing), 2))
                .isEqualTo(new Numeric("void", 0, 1, OptionalDouble.of(0)));
    }

    @Test
    void a_boolean_is_0_or_1_never_scaled_and_the_commoner_one_stands_for_missing_ones() throws IOException {
        assertThat(fitted("xgboost", "flag: {}", 3)).isEqualTo(new Numeric("flag", 0, 1, NONE));
        assertThat(fitted("xgboost", "flag: {missing: mode}", 3))
                .isEqualTo(new Numeric("flag", 0, 1, OptionalDouble.of(1)));
        assertThat(fitted("linear-regression", "flag: {}", 3))
                .isEqualTo(new Numeric("flag", 0, 1, OptionalDouble.of(1)));
    }

    @Test
    void a_rank_is_its_position_in_the_schema() throws IOException {
        List<String> ranks = List.of("low", "mid", "high");

        assertThat(fitted("xgboost", "rank: {}", 4)).isEqualTo(new Ordinal("rank", ranks, 0, 1, NONE));
        assertThat(fitted("xgboost", "rank: {missing: mode}", 4))
                .isEqualTo(new Ordinal("rank", ranks, 0, 1, OptionalDouble.of(2)));
        // Positions 0, 2, 2 and 1 have the mean 1.25 and the variance 11 / 16.
        Ordinal scaled = (Ordinal) fitted("linear-regression", "rank: {encode: ordinal}", 4);
        assertThat(scaled.shift()).isEqualTo(1.25);
        assertThat(scaled.scale()).isCloseTo(Math.sqrt(11) / 4, within(1e-15));
        assertThat(scaled.missing()).hasValue(2);
    }

    @Test
    void a_category_is_a_feature_for_each_of_the_training_rows_values_or_of_the_schemas() throws IOException {
        List<String> words = List.of("a", "b", "c");

        assertThat(fitted("xgboost", "word: {}", 5)).isEqualTo(new OneHot("word", words, NONE));
        assertThat(fitted("xgboost", "word: {missing: mode}", 5))
                .isEqualTo(new OneHot("word", words, OptionalDouble.of(1)));
        assertThat(fitted("xgboost", "rank: {encode: one-hot}", 4))
                .isEqualTo(new OneHot("rank", List.of("low", "mid", "high"), NONE));
        assertThat(fitted("xgboost", "rank: {encode: one-hot, missing: mode}", 4))
                .isEqualTo(new OneHot("rank", List.of("low", "mid", "high"), OptionalDouble.of(2)));
    }

    @Test
    void what_training_never_saw_is_none_of_the_categories_and_a_missing_rank() throws IOException {
        assertThat(testRows("x: {missing: keep}"))
                .isEqualTo(List.of(
                        "flag 0.0, flat 8.0, rank NaN, void 5.0, word=a 0.0, word=b 0.0, word=c 0.0, x 90.0",
                        "flag NaN, flat NaN, rank NaN, void NaN, word=a 0.0, word=b 0.0, word=c 0.0, x NaN"));
    }

    @Test
    void what_stands_for_a_missing_value_stands_for_an_unseen_rank_too_but_for_no_unseen_category() throws IOException {
        assertThat(testRows("""
                        x: {missing: mean, scale: min-max}
                          flag: {missing: mode}
                          rank: {missing: mode}
                          word: {missing: mode}
                        """.strip()))
                .isEqualTo(List.of(
                        "flag 0.0, flat 8.0, rank 2.0, void 5.0, word=a 0.0, word=b 0.0, word=c 0.0, x 14.833333",
                        "flag 1.0, flat NaN, rank 2.0, void NaN, word=a 0.0, word=b 1.0, word=c 0.0, x 0.33333334"));
    }

    @Test
    void values_too_large_to_be_scaled_are_refused_by_the_columns_name() {
        assertThatThrownBy(() -> encoder(
                        "x: {scale: min-max}",
                        "xgboost",
                        ROWS.replace("\n7,7", "\n1e308,7").replace("\n1,7", "\n-1e308,7")))
                .isInstanceOf(MlException.class)
                .hasMessage("Column 'x' has values so large that they cannot be scaled. Give the column a smaller unit,"
                        + " or set min and max in the schema.");
    }

    private FittedTransform fitted(String trainer, String feature, int column) throws IOException {
        return encoder(feature, trainer, ROWS).transforms().get(column);
    }

    private Encoder encoder(String features, String trainer, String rows) throws IOException {
        Project project = project(features, trainer, rows);
        try (Table table = project.open()) {
            return EncoderFit.fit(table, FitSettings.of(project.spec(), "", 1));
        }
    }

    private List<String> testRows(String features) throws IOException {
        Project project = project(features, "xgboost", ROWS);
        try (Table table = project.open()) {
            Encoder encoder = EncoderFit.fit(table, FitSettings.of(project.spec(), "", 1));
            TaskKind task = TaskKind.of(new Target(Task.REGRESSION, "y", List.of()));
            return texts(encoder.features(), EncodedPart.read(table, Part.TEST, encoder, task));
        }
    }

    private Project project(String features, String trainer, String rows) throws IOException {
        return new Project(folder).file("d.csv", rows).spec(SPEC.formatted(features, trainer));
    }

    /** Rows as people read them. */
    private static List<String> texts(List<String> names, EncodedRows rows) {
        return IntStream.range(0, rows.rows())
                .mapToObj(row -> IntStream.range(0, names.size())
                        .mapToObj(i -> names.get(i) + " " + rows.values()[row * names.size() + i])
                        .collect(Collectors.joining(", ")))
                .toList();
    }
}
