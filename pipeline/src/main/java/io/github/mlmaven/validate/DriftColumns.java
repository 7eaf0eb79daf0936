package io.github.mlmaven.validate;

import io.github.mlmaven.spec.DriftSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.step.Value;
import java.util.List;

/** Which columns can be held against those of a profile, and which of them came or went. */
record DriftColumns(SpecFile spec, DriftSpec drift, Profile before) {

    /** Those that both have, in the order of the schema; as many as model.yaml asks for. */
    List<String> compared() {
        return wanted().stream()
                .filter(name -> before.columns().containsKey(name) && !changedType(name))
                .toList();
    }

    private List<String> wanted() {
        return drift.columns().isEmpty() ? List.copyOf(spec.spec().columns().keySet()) : drift.columns();
    }

    /** Numbers became something else, or the other way. A column without values had no type. */
    private boolean changedType(String name) {
        Profile.ColumnProfile profile = before.columns().get(name);
        boolean numeric = spec.spec().column(name).type().isNumeric();
        return profile != null
                && profile.missing() < before.rows()
                && profile.numbers().isPresent() != numeric;
    }

    List<Finding> findings() {
        List<String> fresh = wanted().stream()
                .filter(name -> !before.columns().containsKey(name) || changedType(name))
                .toList();
        List<String> gone = before.columns().keySet().stream()
                .filter(name -> drift.columns().isEmpty() || drift.columns().contains(name))
                .filter(name -> !spec.spec().columns().containsKey(name) || changedType(name))
                .toList();
        return fresh.isEmpty() && gone.isEmpty()
                ? List.of()
                : List.of(Finding.of(FindingCode.DRIFT_COLUMNS, drift.severity(), Subject.rule(spec.place("drift")))
                        .with("new", new Value.Texts(fresh))
                        .with("gone", new Value.Texts(gone)));
    }
}
