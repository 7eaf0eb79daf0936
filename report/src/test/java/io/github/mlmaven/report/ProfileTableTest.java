package io.github.mlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.step.DataProfile.TypedColumn;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Profile.Bins;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Profile.Moments;
import io.github.mlmaven.step.Profile.Numbers;
import io.github.mlmaven.step.Profile.ValueCount;
import io.github.mlmaven.step.Profile.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProfileTableTest {

    @Test
    void a_column_is_a_line() {
        Profile profile = new Profile(
                Profile.FORMAT,
                10_000,
                new TreeMap<>(Map.of(
                        "size",
                        numbers(),
                        "cut",
                        texts(
                                2_500,
                                new ValueCount("Ideal", 7_000),
                                new ValueCount("Good\nold", 400),
                                new ValueCount("Fair", 99),
                                new ValueCount("Poor", 1)),
                        "note",
                        texts(9_999, new ValueCount("x", 1)))),
                Profile.Associations.NONE);

        assertThat(ProfileTable.lines(
                        "d.csv",
                        List.of(
                                new TypedColumn("size", ColumnType.NUMBER),
                                new TypedColumn("cut", ColumnType.CATEGORY),
                                new TypedColumn("note", ColumnType.TEXT)),
                        profile,
                        0))
                .containsExactly(
                        "d.csv has 10,000 rows and 3 columns.",
                        "column  type      missing  distinct  filled      values",
                        "size    number          -       812  ##########  from 0.2 to 5.01, mean 0.79794",
                        "cut     category   25.0 %         4  #######...  Ideal 70.0 %, Good old 4.0 %, Fair 1.0 %",
                        "note    text      >99.9 %         1  ..........  x <0.1 %");
    }

    @Test
    void ends_that_are_whole_keep_their_digits_and_others_their_first_five() {
        Profile profile = new Profile(
                Profile.FORMAT,
                10,
                new TreeMap<>(Map.of(
                        "area", numbers(-100_568, 123_456_789, 12_345.678),
                        "far", numbers(-1e300, 123_456.5, 0.5))),
                Profile.Associations.NONE);

        assertThat(ProfileTable.lines(
                        "d.csv",
                        List.of(new TypedColumn("area", ColumnType.INTEGER), new TypedColumn("far", ColumnType.NUMBER)),
                        profile,
                        0))
                .endsWith(
                        "area    integer        -       812  ##########  from -100568 to 123456789, mean 12346",
                        "far     number         -       812  ##########  from -1E+300 to 123460, mean 0.5");
    }

    @Test
    void rows_that_a_condition_leaves_out_are_told() {
        Profile profile = new Profile(Profile.FORMAT, 10, new TreeMap<>(), Profile.Associations.NONE);

        assertThat(ProfileTable.lines("d.csv", List.of(), profile, 1_234))
                .startsWith("d.csv has 10 rows and 0 columns, and 1,234 rows that data.where leaves out.");
    }

    private static ColumnProfile numbers() {
        return numbers(0.2, 5.01, 0.79794);
    }

    private static ColumnProfile numbers(double min, double max, double mean) {
        Bins none = new Bins(List.of(), List.of());
        Moments moments = new Moments(min, max, mean, Optional.of(0.4), 0, 0);
        return new ColumnProfile(
                0,
                new Values(812, 0, List.of(), Optional.empty()),
                Optional.of(new Numbers(moments, 0, List.of(), none, none)),
                Optional.empty(),
                Optional.empty());
    }

    private static ColumnProfile texts(long missing, ValueCount... top) {
        return new ColumnProfile(
                missing,
                new Values(top.length, 0, List.of(top), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
