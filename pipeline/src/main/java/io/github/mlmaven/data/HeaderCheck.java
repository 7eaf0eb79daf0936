package io.github.mlmaven.data;

import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the columns of a source with those of the schema. */
final class HeaderCheck {

    private final SpecFile spec;
    private final Source source;
    private final List<Finding> findings = new ArrayList<>();

    private HeaderCheck(SpecFile spec, Source source) {
        this.spec = spec;
        this.source = source;
    }

    static List<Finding> check(SpecFile spec, Source source) {
        HeaderCheck check = new HeaderCheck(spec, source);
        spec.spec().columns().keySet().stream()
                .filter(column -> !source.header().contains(column))
                .forEach(check::missing);
        Set<String> seen = new HashSet<>();
        for (String name : source.header()) {
            if (!seen.add(name)) {
                check.duplicate(name);
            } else if (!spec.spec().columns().containsKey(name)) {
                check.unknown(name);
            }
        }
        return check.findings;
    }

    private void missing(String column) {
        Finding finding = finding(FindingCode.COLUMN_MISSING, column, spec.place("columns", column));
        findings.add(separator().map(text -> finding.with("separator", text)).orElse(finding));
    }

    private void unknown(String column) {
        List<String> known = spec.spec().columns().keySet().stream()
                .filter(name -> !source.header().contains(name))
                .toList();
        findings.add(finding(FindingCode.COLUMN_UNKNOWN, column, spec.place("columns"))
                .with("known", new Value.Texts(known)));
    }

    private void duplicate(String column) {
        findings.add(finding(FindingCode.COLUMN_DUPLICATE, column, spec.place("columns", column)));
    }

    /** What probably separates the fields of a header that was read as one. */
    private Optional<String> separator() {
        if (!(source instanceof TextFile) || source.header().size() != 1) {
            return Optional.empty();
        }
        return List.of(";", "|", "\t", ",").stream()
                .filter(source.header().get(0)::contains)
                .findFirst();
    }

    private Finding finding(FindingCode code, String column, SpecPlace place) {
        return Finding.of(
                code, Severity.ERROR, new Subject(Optional.of(source.name()), Optional.of(column), Optional.of(place)));
    }
}
