package io.github.mlmaven.report;

import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What tells a finding from the others of a validation and is the same in the next build, whatever rows it is about then. */
final class FindingIdentity {

    /** The values that say which rule is broken, and not by what. */
    private static final List<String> OF_THE_RULE = List.of("name", "sql", "columns", "part");

    private FindingIdentity() {}

    static List<String> of(Finding finding) {
        List<String> identity = new ArrayList<>();
        identity.add(finding.code().key());
        identity.add(finding.about().file().orElse(""));
        identity.add(finding.about().column().orElse(""));
        OF_THE_RULE.stream()
                .flatMap(name -> Stream.ofNullable(finding.values().get(name)))
                .map(Value::raw)
                .map(String::valueOf)
                .forEach(identity::add);
        return identity;
    }
}
