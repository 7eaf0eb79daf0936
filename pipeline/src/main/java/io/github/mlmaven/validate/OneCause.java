package io.github.mlmaven.validate;

import io.github.mlmaven.data.FormatGuess;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.FindingCode;
import io.github.mlmaven.step.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One finding of what is one cause: numbers of several columns that are none, because nothing says how the file writes
 * numbers. The first column speaks for the others and names them.
 */
final class OneCause {

    private OneCause() {}

    /** @param findings in their order, which is kept */
    static List<Finding> each(List<Finding> findings) {
        Map<Finding, List<String>> others = new LinkedHashMap<>();
        Map<Object, Finding> first = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Optional<Object> cause = cause(finding);
            Finding speaker = cause.map(same -> first.computeIfAbsent(same, any -> finding))
                    .orElse(finding);
            List<String> named = others.computeIfAbsent(speaker, any -> new ArrayList<>());
            if (!speaker.equals(finding)) {
                named.add(finding.about().column().orElseThrow());
            }
        }
        List<Finding> each = new ArrayList<>();
        others.forEach((finding, named) ->
                each.add(named.isEmpty() ? finding : finding.with("columns", new Value.Texts(named))));
        return each;
    }

    private static Optional<Object> cause(Finding finding) {
        return finding.code() == FindingCode.TYPE_MISMATCH
                        && finding.about().column().isPresent()
                ? Optional.ofNullable(finding.values().get(FormatGuess.KEY))
                        .map(format -> List.of(finding.severity(), format))
                : Optional.empty();
    }
}
