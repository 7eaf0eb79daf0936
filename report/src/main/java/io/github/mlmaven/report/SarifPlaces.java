package io.github.mlmaven.report;

import io.github.mlmaven.report.SarifResult.Location;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the files of results are.
 *
 * @param root the module's folder as its repository names it, with a slash at its end; empty where they are the same
 * @param spec model.yaml as the module names it
 */
public record SarifPlaces(String root, String spec) {

    private static final int SHOWN_VALUE = 200;

    /** The place of a rule. */
    Location spec(SpecPlace place) {
        return new Location(root + spec, place.line(), place.column(), Optional.empty(), "The rule.");
    }

    /** Where a finding is to be looked at first, then what belongs to it. */
    List<Location> of(Finding finding) {
        List<Location> found = new ArrayList<>();
        for (Offender row : finding.rows().first()) {
            String value = Excerpt.of(FindingText.found(finding, row), SHOWN_VALUE);
            String text = value.isEmpty() ? "No value." : "Found \"" + value + "\".";
            file(row.file()).ifPresent(uri -> found.add(row(finding, row, uri, text)));
        }
        if (found.isEmpty()) {
            finding.about()
                    .file()
                    .flatMap(this::file)
                    .ifPresent(uri ->
                            found.add(new Location(uri, 0, 0, finding.about().column(), "The file.")));
        }
        finding.about().place().map(this::spec).ifPresent(found::add);
        if (found.isEmpty()) {
            found.add(new Location(root + spec, 0, 0, finding.about().column(), "The model."));
        }
        return found;
    }

    // A row of a Parquet file or of a result is on no line.
    private static Location row(Finding finding, Offender row, String uri, String text) {
        Optional<String> column = finding.about().column();
        return row.isOnLine()
                ? new Location(uri, (int) row.line(), 0, column, text)
                : new Location(uri, 0, 0, column, "Row " + row.line() + FindingValues.key(row) + ". " + text);
    }

    /** A file of the module as its repository names it; empty for one that is not in it. A query stands in model.yaml. */
    private Optional<String> file(String name) {
        if (FindingValues.isResult(name)) {
            return Optional.of(root + spec);
        }
        if (name.startsWith("/") || name.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            return Optional.empty();
        }
        List<String> path = new ArrayList<>();
        for (String part : (root + name).split("/", -1)) {
            if (part.equals("..")) {
                if (path.isEmpty()) {
                    return Optional.empty();
                }
                path.remove(path.size() - 1);
            } else if (!part.equals(".")) {
                path.add(part);
            }
        }
        return Optional.of(String.join("/", path));
    }
}
