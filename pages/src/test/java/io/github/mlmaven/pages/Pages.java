package io.github.mlmaven.pages;

import io.github.mlmaven.api.CalendarUnit;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.pages.DataPage.Field;
import io.github.mlmaven.pages.DataPage.Profiles;
import io.github.mlmaven.pages.DataPage.Role;
import io.github.mlmaven.pages.DataPage.Table;
import io.github.mlmaven.report.Remedies;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.DataDrift;
import io.github.mlmaven.step.DataDrift.Comparison;
import io.github.mlmaven.step.DataDrift.Movement;
import io.github.mlmaven.step.DataDrift.Outcome;
import io.github.mlmaven.step.DataDrift.Since;
import io.github.mlmaven.step.DataDrift.What;
import io.github.mlmaven.step.DriftSlices;
import io.github.mlmaven.step.DriftSlices.Course;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Finding.Rows;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Profile.Associations;
import io.github.mlmaven.step.Profile.Bins;
import io.github.mlmaven.step.Profile.ColumnProfile;
import io.github.mlmaven.step.Profile.Lengths;
import io.github.mlmaven.step.Profile.Moments;
import io.github.mlmaven.step.Profile.Numbers;
import io.github.mlmaven.step.Profile.Pair;
import io.github.mlmaven.step.Profile.Quantile;
import io.github.mlmaven.step.Profile.ValueCount;
import io.github.mlmaven.step.Profile.Values;
import io.github.mlmaven.step.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** The same beside training rows and accepted ones, which were smaller. */
    static DataPage compared() {
        DataPage page = small();
        List<ColumnProfile> before = List.of(
                texts(0, 5, value("Ideal", 300), value("Premium", 350), value("Very Good", 250), value("Good", 100)),
                numbers(0.7));
        return new DataPage(
                page.table(),
                new Profiles(
                        page.profiles().rows(),
                        Optional.of(page.profiles().rows()),
                        Optional.of(profile(page.table().fields(), before))),
                page.findings(),
                Optional.of(new DataDrift(
                        DataDrift.FORMAT,
                        List.of(
                                new Comparison(
                                        Since.ACCEPTED,
                                        1000,
                                        1000,
                                        new TreeMap<>(Map.of(
                                                "carat",
                                                List.of(
                                                        new Movement(
                                                                What.NUMBERS, Outcome.DRIFT, 0.5123, 0.4, 0.6, 0.1),
                                                        new Movement(What.MISSING, Outcome.NONE, 0, 0, 0.004, 0.02)),
                                                "cut",
                                                List.of(new Movement(
                                                        What.CATEGORIES,
                                                        Outcome.INCONCLUSIVE,
                                                        0.04,
                                                        0.01,
                                                        1.5,
                                                        0.03)))),
                                        new TreeMap<>()),
                                tested()),
                        Optional.of(course(24)),
                        List.of())),
                Remedies.ONLY);
    }

    /** Test rows that are larger than training rows. */
    private static Comparison tested() {
        return new Comparison(
                Since.TRAINING,
                800,
                200,
                new TreeMap<>(Map.of(
                        "carat", List.of(new Movement(What.NUMBERS, Outcome.DRIFT, 0.3, 0.2, 0.4, 0.1)),
                        "cut", List.of(new Movement(What.CATEGORIES, Outcome.NONE, 0.01, 0, 0.02, 0.03)))),
                new TreeMap<>(Map.of(
                        "carat", new DataDrift.Counted(List.of(50L, 150L), List.of()),
                        "cut",
                                new DataDrift.Counted(
                                        List.of(),
                                        List.of(value("Ideal", 60), value("Premium", 90), value("Good", 50))))));
    }

    /** Months of which the 16th and the 17th moved in one column, and one has few rows. */
    static DriftSlices course(int months) {
        List<String> names = new ArrayList<>();
        List<Long> rows = new ArrayList<>();
        StringBuilder carat = new StringBuilder();
        List<List<Double>> figures = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int month = 0; month < months; month++) {
            names.add(CalendarUnit.MONTH.text(2023 * 12L + month));
            rows.add(month == 20 ? 12 : 1000L + 10L * month);
            boolean moved = month == 15 || month == 16;
            double found = month == 0 ? 0 : moved ? 0.42 : 0.03 + 0.01 * (month * 7 % 5);
            double reach = month == 0 ? 0 : month == 20 ? 1.2 : 0.12;
            carat.append(month == 0 ? '-' : moved ? 'd' : month == 20 || month < 4 ? 'i' : 'n');
            figures.get(0).add(found);
            figures.get(1).add(Math.max(0, found - reach));
            figures.get(2).add(found + reach);
        }
        Course moved = new Course(What.NUMBERS, 0.1, carat.toString(), figures.get(0), figures.get(1), figures.get(2));
        Course same = new Course(
                What.CATEGORIES,
                0.03,
                carat.toString().replace('d', 'n'),
                figures.get(0).stream().map(found -> Math.min(found, 0.07) / 6).toList(),
                figures.get(1).stream().map(found -> 0.0).toList(),
                figures.get(2).stream().map(found -> Math.min(found, 0.17) / 6).toList());
        Course none = new Course(
                What.MISSING,
                0.02,
                carat.toString().replaceAll("[din]", "n"),
                names.stream().map(name -> 0.0).toList(),
                names.stream().map(name -> 0.0).toList(),
                names.stream().map(name -> 0.01).toList());
        return new DriftSlices(
                new DriftSlices.By("sold", CalendarUnit.MONTH),
                120,
                names,
                rows,
                new TreeMap<>(Map.of("carat", List.of(moved, none), "cut", List.of(same, none))));
    }

    /** Two columns, an error in one of them. */
    static DataPage small() {
        return page(
                List.of(field("cut", ColumnType.CATEGORY, Role.INPUT), field("carat", ColumnType.NUMBER, Role.LABEL)),
                List.of(categories(), numbers(0.2)),
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
                        texts(0, 3, value(HOSTILE, 500), value("z".repeat(10_000), 499), value("", 1)),
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
            columns.add(category ? categories() : numbers(0.2));
        }
        return page(fields, columns, List.of(OUT_OF_RANGE));
    }

    static ColumnProfile categories() {
        return texts(
                13,
                5,
                value("Ideal", 400),
                value("Premium", 250),
                value("Very Good", 220),
                value("Good", 90),
                value("Fair", 27));
    }

    static ColumnProfile texts(long missing, long distinct, ValueCount... top) {
        return new ColumnProfile(
                missing,
                new Values(distinct, 0, List.of(top), Optional.empty()),
                Optional.empty(),
                Optional.of(new Lengths(4, 9, 6.2)),
                Optional.of(0.1234));
    }

    static ValueCount value(String text, long rows) {
        return new ValueCount(text, rows);
    }

    /** Numbers that are many at their least, and fewer and fewer. */
    static ColumnProfile numbers(double least) {
        List<Double> edges = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i <= 20; i++) {
            edges.add(least + i * 0.2405);
            if (i < 20) {
                counts.add((long) (300 * StrictMath.exp(-0.35 * i)));
            }
        }
        List<Quantile> quantiles = List.of(
                new Quantile(0.05, least + 0.1),
                new Quantile(0.25, least + 0.2),
                new Quantile(0.5, least + 0.5),
                new Quantile(0.75, least + 0.84),
                new Quantile(0.95, least + 1.5));
        return new ColumnProfile(
                0,
                new Values(273, 0, List.of(), Optional.empty()),
                Optional.of(new Numbers(
                        new Moments(least, least + 4.81, least + 0.598, Optional.of(0.474), 0, 0),
                        0,
                        quantiles,
                        new Bins(edges, counts),
                        new Bins(List.of(least + 0.5), List.of(500L, 500L)))),
                Optional.empty(),
                Optional.of(0.92));
    }

    static DataPage page(List<Field> fields, List<ColumnProfile> columns, List<Finding> findings) {
        return new DataPage(
                new Table("diamonds", "data/diamonds.csv", fields),
                Profiles.of(profile(fields, columns)),
                Optional.of(findings));
    }

    static Profile profile(List<Field> fields, List<ColumnProfile> columns) {
        TreeMap<String, ColumnProfile> profiles = new TreeMap<>();
        for (int i = 0; i < fields.size(); i++) {
            profiles.put(fields.get(i).name(), columns.get(i));
        }
        return new Profile(
                Profile.FORMAT,
                1000,
                profiles,
                new Associations(800, 2, List.of(new Pair("cut", "carat", 0.61), new Pair("cut", "carat", 0.1))));
    }

    private static Field field(String name, ColumnType type, Role role) {
        return new Field(name, type, role);
    }
}
