package io.github.mlmaven.validate;

import io.github.mlmaven.data.FormatGuess;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.spec.BooleanTexts;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.Edge;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.TextRules;
import io.github.mlmaven.spec.TimeTexts;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.text.KebabCase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every cell of a column is of its type, within its range and among its values. Up to the tolerated share of rows a break is a
 * warning.
 */
record ValidCells(String name, ColumnSpec column) implements Constraint {

    @Override
    public Judgement plan(Fold fold) {
        Map<CellRule, Fold.Result<Found>> planned = new LinkedHashMap<>();
        CellRule.values(name, column).forEach(rule -> planned.put(rule, fold.plan(Offence.measure(rule.offence()))));
        return evidence -> evidence.isUnheard(name) ? List.of() : findings(Breaks.of(planned), evidence);
    }

    /** The rows that break a rule, of rules that some break. */
    private record Breaks(Map<CellRule, Found> found) {

        static Breaks of(Map<CellRule, Fold.Result<Found>> planned) {
            Map<CellRule, Found> found = new LinkedHashMap<>();
            planned.forEach((rule, result) -> {
                if (result.value().count() > 0) {
                    found.put(rule, result.value());
                }
            });
            return new Breaks(found);
        }

        long clashes() {
            return count(FindingCode.NOT_FINITE) + count(FindingCode.TYPE_MISMATCH);
        }

        long all() {
            return found.values().stream().mapToLong(Found::count).sum();
        }

        private long count(FindingCode code) {
            return found.entrySet().stream()
                    .filter(rule -> rule.getKey().code() == code)
                    .mapToLong(rule -> rule.getValue().count())
                    .sum();
        }
    }

    private List<Finding> findings(Breaks breaks, Evidence evidence) {
        boolean tolerated = isTolerated(breaks, evidence);
        List<Finding> findings = new ArrayList<>();
        breaks.found().forEach((rule, rows) -> {
            boolean mild = tolerated || isUnseen(rule.code(), rows, evidence);
            Severity severity = mild ? Severity.WARNING : rule.severity(column);
            findings.add(proposed(finding(rule, severity, evidence).with(evidence.rows(rows)), evidence));
        });
        return findings;
    }

    /** Whether rows break no more than that they have values not seen before, of which some may be. */
    private boolean isUnseen(FindingCode code, Found rows, Evidence evidence) {
        return code == FindingCode.VALUE_NOT_ALLOWED
                && rows.count() <= column.domain().maxUnseen().value() * evidence.rows();
    }

    private Finding finding(CellRule rule, Severity severity, Evidence evidence) {
        return switch (rule.code()) {
            case TYPE_MISMATCH -> mismatch(severity, evidence);
            case VALUE_OUT_OF_RANGE -> outside(rule.keys(), severity, evidence);
            case VALUE_NOT_ALLOWED ->
                finding(rule.code(), severity, "values", evidence)
                        .with("allowed", new Value.Texts(column.domain().values()));
            case PATTERN_MISMATCH ->
                finding(rule.code(), severity, "pattern", evidence)
                        .with("pattern", column.text().pattern().orElseThrow());
            case LENGTH_OUT_OF_RANGE -> length(severity, evidence);
            default -> finding(rule.code(), severity, "type", evidence);
        };
    }

    private Finding mismatch(Severity severity, Evidence evidence) {
        Finding finding = finding(FindingCode.TYPE_MISMATCH, severity, "type", evidence)
                .with("type", KebabCase.of(column.type()));
        BooleanTexts booleans = column.spelling().booleans();
        return booleans.isUsual()
                ? finding
                : finding.with("true-values", new Value.Texts(booleans.trueValues()))
                        .with("false-values", new Value.Texts(booleans.falseValues()));
    }

    /** The finding with the format that its times have not, or the zone in which their hour never was. */
    private Finding timed(Finding finding, String first) {
        if (TimeTexts.of(column.type(), column.time()).isLeftOut(first)) {
            return finding.with("left-out-in", column.time().zone());
        }
        return column.time()
                .format()
                .map(format -> finding.with("format", format))
                .orElse(finding);
    }

    /** The finding with the format in which its cells are numbers, if they look as in another than the declared one. */
    private Finding proposed(Finding finding, Evidence evidence) {
        List<Offender> rows = finding.rows().first();
        if (finding.code() == FindingCode.TYPE_MISMATCH && column.type().isTime() && !rows.isEmpty()) {
            return timed(finding, rows.get(0).value());
        }
        if (finding.code() != FindingCode.TYPE_MISMATCH
                || !column.type().isNumeric()
                || rows.isEmpty()
                || !rows.get(0).file().matches(".*[.][ct]sv([.]gz)?")) {
            return finding;
        }
        List<String> texts = rows.stream().map(Offender::value).toList();
        return FormatGuess.numbers(evidence.spec().spec().data().csv(), texts)
                .map(format -> finding.with(FormatGuess.KEY, format.yaml()))
                .orElse(finding);
    }

    private boolean isTolerated(Breaks breaks, Evidence evidence) {
        // A label that cannot be read cannot be learned, however few there are.
        boolean label = name.equals(evidence.spec().spec().data().label());
        return !(label && breaks.clashes() > 0)
                && breaks.all() <= column.maxInvalid().value() * evidence.rows();
    }

    private Finding outside(List<String> keys, Severity severity, Evidence evidence) {
        Finding finding = finding(FindingCode.VALUE_OUT_OF_RANGE, severity, keys.get(0), evidence);
        if (keys.contains("min")) {
            finding = finding.with("min", value(column.domain().min().orElseThrow()));
        }
        return keys.contains("max")
                ? finding.with("max", value(column.domain().max().orElseThrow()))
                : finding;
    }

    private Finding length(Severity severity, Evidence evidence) {
        TextRules.Length length = column.text().length().orElseThrow();
        Finding finding = finding(FindingCode.LENGTH_OUT_OF_RANGE, severity, "length", evidence);
        if (length.min().isPresent()) {
            finding = finding.with("min", new Value.Whole(length.min().getAsLong()));
        }
        return length.max().isPresent()
                ? finding.with("max", new Value.Whole(length.max().getAsLong()))
                : finding;
    }

    private static Value value(Edge edge) {
        if (edge.time()) {
            return new Value.Text(edge.text());
        }
        return edge.isRounded() && edge.exact().abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                ? new Value.Whole(edge.exact().longValue())
                : new Value.Real(edge.real());
    }

    private Finding finding(FindingCode code, Severity severity, String key, Evidence evidence) {
        return Finding.of(code, severity, Subject.column(name, evidence.spec().place("columns", name, key)));
    }
}
