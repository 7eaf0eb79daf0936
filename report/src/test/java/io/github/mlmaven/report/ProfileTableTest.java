package io.github.mlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.step.DataProfile.TypedColumn;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Profile.Numbers;
import io.github.mlmaven.step.Profile.ValueCount;
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
                        "size", new ColumnProfile(0, 812, Optional.of(new Numbers(0.2, 5.01, 0.79794)), List.of()),
                        "cut",
                                new ColumnProfile(
                                        2_500,
                                        4,
                                        Optional.empty(),
                                        List.of(
                                                new ValueCount("Ideal", 7_000),
                                                new ValueCount("Good\nold", 400),
                                                new ValueCount("Fair", 99),
                                                new ValueCount("Poor", 1))),
                        "note", new ColumnProfile(9_999, 1, Optional.empty(), List.of(new ValueCount("x", 1))))));

        assertThat(ProfileTable.lines(
                        "d.csv",
                        List.of(
                                new TypedColumn("size", ColumnType.NUMBER),
                                new TypedColumn("cut", ColumnType.CATEGORY),
                                new TypedColumn("note", ColumnType.TEXT)),
                        profile))
                .containsExactly(
                        "d.csv has 10,000 rows and 3 columns.",
                        "column  type      missing  distinct  filled      values",
                        "size    number          -       812  ##########  from 0.2 to 5.01, mean 0.79794",
                        "cut     category   25.0 %         4  #######...  Ideal 70.0 %, Good old 4.0 %, Fair 1.0 %",
                        "note    text      >99.9 %         1  ..........  x <0.1 %");
    }
}
