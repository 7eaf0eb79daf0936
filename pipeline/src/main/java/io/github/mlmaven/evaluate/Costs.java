package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.ParameterType;
import io.github.mlmaven.api.ScoredLabels;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.IntToDoubleFunction;

/**
 * What answers cost.
 *
 * @param table by the true label and then by the predicted one
 */
record Costs(SortedMap<String, SortedMap<String, BigDecimal>> table) {

    double mean(ScoredLabels rows) {
        IntToDoubleFunction cost = ofRow(rows);
        double sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            sum += cost.applyAsDouble(row);
        }
        return sum / rows.size();
    }

    /**
     * What the answer to a row costs.
     *
     * @throws MlException if a label is none of the model's, or a wrong answer has no cost
     */
    IntToDoubleFunction ofRow(ScoredLabels rows) {
        double[][] costs = costs(rows);
        return row -> costs[rows.label(row)][rows.predicted(row)];
    }

    private double[][] costs(ScoredLabels rows) {
        List<String> labels = rows.names();
        table.forEach((label, row) -> {
            OneLabel.place(rows, label);
            row.keySet().forEach(predicted -> OneLabel.place(rows, predicted));
        });
        ParameterType.Costs.missing(table, known(rows)).ifPresent(wrong -> {
            throw new MlException(
                    "The metric cost has no cost of " + wrong + ".",
                    "Write it in model.yaml, with " + new ParameterType.Costs().allowed() + ".");
        });
        double[][] costs = new double[labels.size()][labels.size()];
        for (int label = 0; label < costs.length; label++) {
            SortedMap<String, BigDecimal> row = table.getOrDefault(labels.get(label), Collections.emptySortedMap());
            double dearest = row.values().stream()
                    .mapToDouble(BigDecimal::doubleValue)
                    .max()
                    .orElse(0);
            for (int predicted = 0; predicted < costs.length; predicted++) {
                BigDecimal cost = row.get(labels.get(predicted));
                boolean isRight = label == predicted;
                costs[label][predicted] = cost != null ? cost.doubleValue() : isRight ? 0 : dearest;
            }
        }
        return costs;
    }

    /**
     * The labels that the table must tell of: those that it names, and those of the rows. Another one is known to an earlier
     * model alone, and as wrong as an answer can be.
     */
    private List<String> known(ScoredLabels rows) {
        Set<String> known = new HashSet<>(table.keySet());
        table.values().forEach(row -> known.addAll(row.keySet()));
        for (int row = 0; row < rows.size(); row++) {
            known.add(rows.names().get(rows.label(row)));
        }
        return rows.names().stream().filter(known::contains).toList();
    }
}
