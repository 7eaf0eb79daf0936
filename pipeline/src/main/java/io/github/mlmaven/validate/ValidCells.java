package io.github.mlmaven.validate;

import com.google.re2j.Pattern;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.Domain;
import io.github.mlmaven.spec.Edge;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.TextRules;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import io.github.mlmaven.text.KebabCase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Every cell of a column is of its type, within its range and among its values. Up to the tolerated share of rows a break is a
 * warning.
 */
record ValidCells(String name, ColumnSpec column) implements Constraint {

    @Override
    public Judgement plan(Fold fold) {
        Domain domain = column.domain();
        boolean number = column.type() == ColumnType.NUMBER;
        Breaks breaks = new Breaks(
                fold.plan(Offence.measure(() -> number ? Offences.clash(name, true) : (batch, found) -> {})),
                fold.plan(Offence.measure(() -> number ? Offences.clash(name, false) : Offences.clash(name))),
                fold.plan(
                        Offence.measure(() -> bounded(domain) ? Offences.outside(name, domain) : (batch, found) -> {})),
                fold.plan(Offence.measure(() -> domain.values().isEmpty()
                        ? (batch, found) -> {}
                        : new Offences.NotAllowed(name, new HashSet<>(domain.values())::contains))),
                fold.plan(Offence.measure(
                        () -> column.text().pattern().map(this::unlike).orElse((batch, found) -> {}))),
                fold.plan(Offence.measure(
                        () -> column.text().length().map(this::unfit).orElse((batch, found) -> {}))));
        return evidence -> evidence.isUnheard(name) ? List.of() : findings(breaks, evidence);
    }

    private static boolean bounded(Domain domain) {
        return domain.min().isPresent() || domain.max().isPresent();
    }

    private Offence unlike(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return new Offences.NotAllowed(name, text -> compiled.matcher(text).matches());
    }

    private Offence unfit(TextRules.Length length) {
        return new Offences.NotAllowed(name, text -> {
            int letters = text.codePointCount(0, text.length());
            return length.min().orElse(0) <= letters && letters <= length.max().orElse(Long.MAX_VALUE);
        });
    }

    private record Breaks(
            Fold.Result<Found> notFinite,
            Fold.Result<Found> untyped,
            Fold.Result<Found> outside,
            Fold.Result<Found> notAllowed,
            Fold.Result<Found> unlike,
            Fold.Result<Found> unfit) {

        long clashes() {
            return notFinite.value().count() + untyped.value().count();
        }

        long all() {
            return clashes()
                    + outside.value().count()
                    + notAllowed.value().count()
                    + unlike.value().count()
                    + unfit.value().count();
        }
    }

    private List<Finding> findings(Breaks breaks, Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        Severity severity = isTolerated(breaks, evidence) ? Severity.WARNING : column.severity();
        if (breaks.notFinite().value().count() > 0) {
            findings.add(finding(FindingCode.NOT_FINITE, severity, "type", evidence)
                    .with(evidence.rows(breaks.notFinite().value())));
        }
        if (breaks.untyped().value().count() > 0) {
            findings.add(finding(FindingCode.TYPE_MISMATCH, severity, "type", evidence)
                    .with(evidence.rows(breaks.untyped().value()))
                    .with("type", KebabCase.of(column.type())));
        }
        if (breaks.outside().value().count() > 0) {
            findings.add(outside(severity, evidence)
                    .with(evidence.rows(breaks.outside().value())));
        }
        if (breaks.notAllowed().value().count() > 0) {
            boolean unseen = breaks.notAllowed().value().count()
                    <= column.domain().maxUnseen().value() * evidence.rows();
            Severity found = unseen ? Severity.WARNING : severity;
            findings.add(finding(FindingCode.VALUE_NOT_ALLOWED, found, "values", evidence)
                    .with(evidence.rows(breaks.notAllowed().value()))
                    .with("allowed", new Value.Texts(column.domain().values())));
        }
        texts(breaks, severity, evidence, findings);
        return findings;
    }

    private void texts(Breaks breaks, Severity severity, Evidence evidence, List<Finding> findings) {
        if (breaks.unlike().value().count() > 0) {
            findings.add(finding(FindingCode.PATTERN_MISMATCH, severity, "pattern", evidence)
                    .with(evidence.rows(breaks.unlike().value()))
                    .with("pattern", column.text().pattern().orElseThrow()));
        }
        if (breaks.unfit().value().count() > 0) {
            TextRules.Length length = column.text().length().orElseThrow();
            Finding finding = finding(FindingCode.LENGTH_OUT_OF_RANGE, severity, "length", evidence)
                    .with(evidence.rows(breaks.unfit().value()));
            if (length.min().isPresent()) {
                finding = finding.with("min", new Value.Whole(length.min().getAsLong()));
            }
            if (length.max().isPresent()) {
                finding = finding.with("max", new Value.Whole(length.max().getAsLong()));
            }
            findings.add(finding);
        }
    }

    private boolean isTolerated(Breaks breaks, Evidence evidence) {
        // A label that cannot be read cannot be learned, however few there are.
        boolean label = name.equals(evidence.spec().spec().data().label());
        return !(label && breaks.clashes() > 0)
                && breaks.all() <= column.maxInvalid().value() * evidence.rows();
    }

    private Finding outside(Severity severity, Evidence evidence) {
        Domain domain = column.domain();
        Finding finding =
                finding(FindingCode.VALUE_OUT_OF_RANGE, severity, domain.min().isPresent() ? "min" : "max", evidence);
        if (domain.min().isPresent()) {
            finding = finding.with("min", value(domain.min().get()));
        }
        return domain.max().isPresent() ? finding.with("max", value(domain.max().get())) : finding;
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
