package io.github.mlmaven.spec;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.EvaluateSpec.SliceSpec;
import java.util.List;
import java.util.Map;

/** What must hold for the slices of the evaluation. */
final class SliceRules {

    private final ModelSpec spec;
    private final List<SliceSpec> slices;
    private final SpecRules rules;

    SliceRules(SpecFile file, SpecRules rules) {
        this.spec = file.spec();
        this.slices = spec.evaluate().slices();
        this.rules = rules;
    }

    void check() {
        for (int i = 0; i < slices.size(); i++) {
            check(slices.get(i), "evaluate", "slices", Integer.toString(i));
        }
        rules.repeated(slices, "the slice", "evaluate", "slices");
    }

    private void check(SliceSpec slice, String... here) {
        if (!rules.known(slice.column(), here)) {
            return;
        }
        ColumnSpec column = spec.column(slice.column());
        if (slice.bins().isEmpty() && column.type() == ColumnType.NUMBER) {
            rules.problem(
                    "the slices of the number '" + slice.column() + "' need bounds.",
                    "Write {column: " + slice.column() + ", bins: [1, 2]}.",
                    here);
        }
        if (!slice.bins().isEmpty() && !column.type().isNumeric()) {
            rules.problem("'" + slice.column() + "' is no number and has bins.", "Remove the bins.", here);
            return;
        }
        for (int i = 1; i < slice.bins().size(); i++) {
            if (slice.bins().get(i - 1) >= slice.bins().get(i)) {
                rules.problem("the bins do not rise.", "Order them from low to high, each once.", here);
                return;
            }
        }
        Domain domain = column.domain();
        boolean outside = slice.bins().stream()
                .anyMatch(bin -> domain.min().filter(min -> bin <= min.real()).isPresent()
                        || domain.max().filter(max -> bin > max.real()).isPresent());
        if (outside) {
            rules.warn(SpecWarningCode.BIN_OUTSIDE_RANGE, Map.of("column", slice.column()), here);
        }
    }
}
