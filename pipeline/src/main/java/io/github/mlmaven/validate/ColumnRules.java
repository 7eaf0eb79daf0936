package io.github.mlmaven.validate;

import io.github.mlmaven.data.Table;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.Domain;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.validate.Statistics.Counts;
import java.util.ArrayList;
import java.util.List;

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
            if (counts.notFinite() > 0) {
                add(FindingCode.NOT_FINITE, "type", evidence.rows(counts.notFinite(), clash + notFinite));
            }
            long others = counts.clashes() - counts.notFinite();
            if (others > 0) {
                String query = counts.notFinite() > 0 ? clash + notFinite.replace("is not null", "is null") : clash;
                findings.add(finding(FindingCode.TYPE_MISMATCH, tolerable(), "type", evidence.rows(others, query))
                        .with("type", KebabCase.of(column.type())));
            }
        }

        private void checkRange() {
            if (outside == 0) {
                return;
            }
            Domain domain = column.domain();
            Finding.Rows rows = evidence.rows(
                    outside, "select rowid, %s from t where %s".formatted(evidence.text(name), outside(domain)));
            Finding finding = finding(
                    FindingCode.VALUE_OUT_OF_RANGE, tolerable(), domain.min().isPresent() ? "min" : "max", rows);
            if (domain.min().isPresent()) {
                finding = finding.with("min", new Value.Real(domain.min().getAsDouble()));
            }
            if (domain.max().isPresent()) {
                finding = finding.with("max", new Value.Real(domain.max().getAsDouble()));
            }
            findings.add(finding);
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
            findings.add(finding(FindingCode.VALUE_NOT_ALLOWED, tolerable(), "values", rows)
                    .with("allowed", new Value.Texts(allowed)));
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
                findings.add(finding(FindingCode.VALUE_MISSING, column.severity(), "required", rows));
            }
            double share = missing / (double) table.rows();
            if (share > column.presence().maxMissing().value()) {
                addShare(missing);
            }
        }

        private void addShare(long missing) {
            Finding.Rows rows = new Finding.Rows(missing, table.rows(), List.of());
            findings.add(finding(FindingCode.MISSING_SHARE, column.severity(), "max-missing", rows)
                    .with(
                            "allowed",
                            new Value.Real(column.presence().maxMissing().value())));
        }

        private void checkUnique() {
            if (!column.presence().unique()) {
                return;
            }
            Duplicates duplicates = Duplicates.of(evidence, List.of(name));
            if (duplicates.rows() > 0) {
                Finding.Rows rows = evidence.rows(duplicates.rows(), duplicates.query());
                findings.add(finding(FindingCode.VALUE_NOT_UNIQUE, column.severity(), "unique", rows));
            }
        }

        private void add(FindingCode code, String key, Finding.Rows rows) {
            findings.add(finding(code, tolerable(), key, rows));
        }

        private Severity tolerable() {
            return tolerated ? Severity.WARNING : column.severity();
        }

        private Finding finding(FindingCode code, Severity severity, String key, Finding.Rows rows) {
            return Finding.of(code, severity, Subject.column(name, spec.place("columns", name, key)))
                    .with(rows);
        }
    }
}
