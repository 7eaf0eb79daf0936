package io.github.mlmaven.data;

import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.text.Nearest;
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
        String place = spec.at("columns", column);
        String remedy = separator()
                .map(
                        "The header has one field only: if its fields are separated by '%s', write the file with ',', or with tabs and the ending .tsv."
                                ::formatted)
                .orElse("Add the column to the data, or remove it from " + place + ".");
        add(
                "column-missing",
                column,
                "has no column '%s', which the schema declares (%s).".formatted(column, place),
                remedy);
    }

    private void unknown(String column) {
        String nearest = Nearest.to(
                        column,
                        spec.spec().columns().keySet().stream()
                                .filter(name -> !file.header().contains(name))
                                .toList())
                .map("Did you mean '%s'? "::formatted)
                .orElse("");
        add(
                "column-unknown",
                column,
                "has a column '%s' that the schema lacks.".formatted(column),
                "%sAdd it to the columns (%s), with type text if it is for people only, or remove it from the data."
                        .formatted(nearest, spec.at("columns")));
    }

    private void duplicate(String column) {
        add(
                "column-duplicate",
                column,
                "has more than one column '%s'.".formatted(column),
                "Rename or remove all but one; until then the first is read.");
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

    private void add(String code, String column, String text, String remedy) {
        findings.add(new Finding(
                code, Severity.ERROR, Optional.of(column), file.name() + " " + text, remedy, Finding.Rows.NONE));
    }
}
