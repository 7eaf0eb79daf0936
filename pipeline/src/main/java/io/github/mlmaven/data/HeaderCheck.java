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

/** Compares the columns of a file with those of the schema. */
final class HeaderCheck {

    private final SpecFile spec;
    private final SourceFile file;
    private final List<Finding> findings = new ArrayList<>();

    private HeaderCheck(SpecFile spec, SourceFile file) {
        this.spec = spec;
        this.file = file;
    }

    static List<Finding> check(SpecFile spec, SourceFile file) {
        HeaderCheck check = new HeaderCheck(spec, file);
        spec.spec().columns().keySet().stream()
                .filter(column -> !file.header().contains(column))
                .forEach(check::missing);
        Set<String> seen = new HashSet<>();
        for (String name : file.header()) {
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
                .filter(name -> !file.header().contains(name))
                .toList();
        findings.add(finding(FindingCode.COLUMN_UNKNOWN, column, spec.place("columns"))
                .with("known", new Value.Texts(known)));
    }

    private void duplicate(String column) {
        findings.add(finding(FindingCode.COLUMN_DUPLICATE, column, spec.place("columns", column)));
    }

    /** What probably separates the fields of a header that was read as one. */
    private Optional<String> separator() {
        if (!file.isText() || file.header().size() != 1) {
            return Optional.empty();
        }
        return List.of(";", "|", "\t", ",").stream()
                .filter(file.header().get(0)::contains)
                .findFirst();
    }

    private Finding finding(FindingCode code, String column, SpecPlace place) {
        return Finding.of(
                code, Severity.ERROR, new Subject(Optional.of(file.name()), Optional.of(column), Optional.of(place)));
    }
}
