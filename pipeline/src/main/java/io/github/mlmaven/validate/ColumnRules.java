package io.github.mlmaven.validate;

import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.Domain;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.text.Nearest;
import io.github.mlmaven.validate.Statistics.Counts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds each column to its schema. Rows are looked for only where a rule is broken. */
final class ColumnRules {

    private final Evidence evidence;
    private final Table table;
    private final SpecFile spec;
    private final Statistics statistics;
    private final List<Finding> findings = new ArrayList<>();

    ColumnRules(Evidence evidence, Statistics statistics) {
        this.evidence = evidence;
        this.table = evidence.table();
        this.spec = evidence.spec();
        this.statistics = statistics;
    }

    List<Finding> check() {
        spec.spec().columns().forEach((name, column) -> {
            // A column that the data lacks is one finding, not one for each rule about it.
            if (!evidence.isAbsent(name) || statistics.of(name).values() > 0) {
                new Rule(name, column, statistics.of(name)).check();
            }
        });
        return findings;
    }

    private final class Rule {

        private final String name;
        private final ColumnSpec column;
        private final Counts counts;
        private final String sql;
        private final boolean tolerated;
        private final long outside;

        Rule(String name, ColumnSpec column, Counts counts) {
            this.name = name;
            this.column = column;
            this.counts = counts;
            this.sql = table.sql(name);
            this.outside = countOutside();
            long invalid = counts.clashes() + counts.notAllowed() + outside;
            // A label that cannot be read cannot be learned, however few there are.
            boolean label = name.equals(spec.spec().data().label());
            this.tolerated = !(label && counts.clashes() > 0)
                    && invalid <= column.maxInvalid().value() * table.rows();
        }

        void check() {
            checkTypes();
            checkRange();
            checkValues();
            checkPresence();
            checkUnique();
        }

        private long countOutside() {
            Domain domain = column.domain();
            boolean broken = (domain.min().isPresent()
                            && counts.min() < domain.min().getAsDouble())
                    || (domain.max().isPresent() && counts.max() > domain.max().getAsDouble());
            return broken
                    ? table.query("select count(*) from t where " + outside(domain), row -> row.getLong(1))
                            .get(0)
                    : 0;
        }

        private String outside(Domain domain) {
            List<String> conditions = new ArrayList<>();
            domain.min().ifPresent(min -> conditions.add("%s < cast('%s' as double)".formatted(sql, min)));
            domain.max().ifPresent(max -> conditions.add("%s > cast('%s' as double)".formatted(sql, max)));
            return String.join(" or ", conditions);
        }

        private void checkTypes() {
            if (counts.clashes() == 0) {
                return;
            }
            String clash =
                    "select t.rowid, text.%1$s from t positional join text where text.%1$s is not null and t.%1$s is null"
                            .formatted(sql);
            String notFinite = " and try_cast(text.%s as double) is not null".formatted(sql);
            String place = spec.at("columns", name, "type");
            if (counts.notFinite() > 0) {
                Finding.Rows rows = evidence.rows(counts.notFinite(), clash + notFinite);
                add(
                        "not-finite",
                        rows,
                        "found \"%s\", a number must be finite (%s)".formatted(Evidence.value(rows), place),
                        "Correct the row, or leave the value empty if it is unknown.");
            }
            long others = counts.clashes() - counts.notFinite();
            if (others > 0) {
                String query = counts.notFinite() > 0 ? clash + notFinite.replace("is not null", "is null") : clash;
                Finding.Rows rows = evidence.rows(others, query);
                String type = column.type().name().toLowerCase(Locale.ROOT);
                add(
                        "type-mismatch",
                        rows,
                        "found \"%s\", the schema says %s (%s)".formatted(Evidence.value(rows), type, place),
                        "Correct the row, or change the type in %s.".formatted(place));
            }
        }

        private void checkRange() {
            if (outside == 0) {
                return;
            }
            Domain domain = column.domain();
            Finding.Rows rows = evidence.rows(
                    outside, "select rowid, %s from t where %s".formatted(evidence.text(name), outside(domain)));
            String place = spec.at("columns", name, domain.min().isPresent() ? "min" : "max");
            add(
                    "value-out-of-range",
                    rows,
                    "found %s, the schema allows %s (%s)".formatted(Evidence.value(rows), range(domain), place),
                    "Correct the row, or change the range in %s.".formatted(place));
        }

        private static String range(Domain domain) {
            if (domain.min().isPresent() && domain.max().isPresent()) {
                return number(domain.min().getAsDouble()) + " to "
                        + number(domain.max().getAsDouble());
            }
            return domain.min().isPresent()
                    ? "at least " + number(domain.min().getAsDouble())
                    : "at most " + number(domain.max().orElseThrow());
        }

        private void checkValues() {
            if (counts.notAllowed() == 0) {
                return;
            }
            List<String> allowed = column.domain().values();
            Finding.Rows rows = evidence.rows(
                    counts.notAllowed(),
                    "select rowid, %s from t where %s"
                            .formatted(evidence.text(name), Statistics.notAllowed(sql, allowed)));
            String place = spec.at("columns", name, "values");
            add(
                    "value-not-allowed",
                    rows,
                    "found \"%s\", the schema allows %s (%s)"
                            .formatted(Evidence.value(rows), Evidence.quoted(allowed), place),
                    Nearest.question(Evidence.value(rows), allowed)
                            + "Correct the row, or add the value in %s.".formatted(place));
        }

        private void checkPresence() {
            long missing = table.rows() - counts.values() - counts.clashes();
            if (missing == 0) {
                return;
            }
            if (column.presence().required() && !name.equals(spec.spec().data().label())) {
                String written = table.hasClashes() ? "t positional join text where text." : "t where t.";
                Finding.Rows rows =
                        evidence.rows(missing, "select t.rowid, '' from %s%s is null".formatted(written, sql));
                String place = spec.at("columns", name, "required");
                addAs(
                        "value-missing",
                        column.severity(),
                        rows,
                        "the value is missing, the schema requires one (%s)".formatted(place),
                        "Fill it in, remove the row, or drop 'required' in %s.".formatted(place));
            }
            double share = missing / (double) table.rows();
            if (share > column.presence().maxMissing().value()) {
                addShare(missing);
            }
        }

        private void addShare(long missing) {
            String place = spec.at("columns", name, "max-missing");
            findings.add(new Finding(
                    "missing-share",
                    column.severity(),
                    Optional.of(name),
                    "Column '%s': %d of %d rows have no value, the schema allows a share of %s (%s)."
                            .formatted(
                                    name,
                                    missing,
                                    table.rows(),
                                    number(column.presence().maxMissing().value()),
                                    place),
                    "Fill the values in, or allow more in %s.".formatted(place),
                    Finding.Rows.NONE));
        }

        private void checkUnique() {
            if (!column.presence().unique()) {
                return;
            }
            Duplicates duplicates = Duplicates.of(evidence, List.of(name));
            if (duplicates.rows() > 0) {
                Finding.Rows rows = evidence.rows(duplicates.rows(), duplicates.query());
                String place = spec.at("columns", name, "unique");
                addAs(
                        "value-not-unique",
                        column.severity(),
                        rows,
                        "found \"%s\" again, the schema says unique (%s)".formatted(Evidence.value(rows), place),
                        "Remove the row, or drop 'unique' in %s.".formatted(place));
            }
        }

        private void add(String code, Finding.Rows rows, String text, String remedy) {
            addAs(code, tolerated ? Severity.WARNING : column.severity(), rows, text, remedy);
        }

        private void addAs(String code, Severity severity, Finding.Rows rows, String text, String remedy) {
            String sentence = "%s, column '%s': %s%s.".formatted(Evidence.place(rows), name, text, evidence.more(rows));
            findings.add(new Finding(code, severity, Optional.of(name), sentence, remedy, rows));
        }
    }

    private static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
