package io.github.mlmaven.pages;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.pages.DataPage.Field;
import io.github.mlmaven.pages.DataPage.Role;
import io.github.mlmaven.pages.DataPage.Table;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Finding.Rows;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Profile.Numbers;
import io.github.mlmaven.step.Profile.ValueCount;
import io.github.mlmaven.step.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Pages to look at. */
final class Pages {

    static final Finding OUT_OF_RANGE = Finding.of(
                    FindingCode.VALUE_OUT_OF_RANGE,
                    Severity.ERROR,
                    Subject.column("carat", new SpecPlace("model.yaml", 12, 3)))
            .with(new Rows(3, 1000, List.of(new Offender("data/d.csv", 7, "-1"), new Offender("data/d.csv", 9, "-2"))))
            .with("min", new Value.Real(0));

    static final String HOSTILE = "</script><script>alert(1)</script>\u202Etxt.exe\u0000 \"'&<b onclick=x>";

    private Pages() {}

    /** Two columns, an error in one of them. */
    static DataPage small() {
        return page(
                List.of(field("cut", ColumnType.CATEGORY, Role.INPUT), field("carat", ColumnType.NUMBER, Role.LABEL)),
                List.of(categories(), numbers()),
                List.of(OUT_OF_RANGE));
    }

    /** Names and values that want to be more than texts. */
    static DataPage hostile() {
        Finding finding = Finding.of(
                        FindingCode.VALUE_NOT_ALLOWED,
                        Severity.WARNING,
                        Subject.column(HOSTILE, new SpecPlace("model.yaml", 12, 3)))
                .with(new Rows(1, 1000, List.of(new Offender("data/" + HOSTILE + ".csv", 7, "x".repeat(10_000)))))
                .with("allowed", new Value.Texts(List.of(HOSTILE, "y".repeat(10_000))));
        return page(
                List.of(
                        field(HOSTILE, ColumnType.CATEGORY, Role.INPUT),
                        field("n".repeat(10_000), ColumnType.TEXT, Role.OTHER),
                        field("", ColumnType.TEXT, Role.OTHER)),
                List.of(
                        new ColumnProfile(
                                0,
                                3,
                                Optional.empty(),
                                List.of(
                                        new ValueCount(HOSTILE, 500),
                                        new ValueCount("z".repeat(10_000), 499),
                                        new ValueCount("", 1))),
                        categories(),
                        categories()),
                List.of(finding));
    }

    /** A hundred columns. */
    static DataPage wide() {
        List<Field> fields = new ArrayList<>();
        List<ColumnProfile> columns = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            boolean category = i % 3 == 0;
            fields.add(field(
                    (category ? "category" : "number") + "_" + i,
                    category ? ColumnType.CATEGORY : ColumnType.NUMBER,
                    Role.INPUT));
            columns.add(category ? categories() : numbers());
        }
        return page(fields, columns, List.of(OUT_OF_RANGE));
    }

    static ColumnProfile categories() {
        return new ColumnProfile(
                13,
                5,
                Optional.empty(),
                List.of(
                        new ValueCount("Ideal", 400),
                        new ValueCount("Premium", 250),
                        new ValueCount("Very Good", 220),
                        new ValueCount("Good", 90),
                        new ValueCount("Fair", 27)));
    }

    static ColumnProfile numbers() {
        return new ColumnProfile(0, 273, Optional.of(new Numbers(0.2, 5.01, 0.798)), List.of());
    }

    static DataPage page(List<Field> fields, List<ColumnProfile> columns, List<Finding> findings) {
        TreeMap<String, ColumnProfile> profiles = new TreeMap<>();
        for (int i = 0; i < fields.size(); i++) {
            profiles.put(fields.get(i).name(), columns.get(i));
        }
        return new DataPage(
                new Table("diamonds", "data/diamonds.csv", fields),
                new Profile(Profile.FORMAT, 1000, profiles),
                Optional.of(findings),
                Optional.empty());
    }

    private static Field field(String name, ColumnType type, Role role) {
        return new Field(name, type, role);
    }
}
