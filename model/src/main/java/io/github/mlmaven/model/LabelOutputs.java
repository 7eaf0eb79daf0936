package io.github.mlmaven.model;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Dictionary;
import io.github.mlmaven.api.Header;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The most probable label, the first of equals, in a column of the label's name, and a column with the probability of each
 * label.
 */
public final class LabelOutputs implements Outputs {

    private final List<String> labels;
    private final Header header;
    private final Dictionary dictionary;

    LabelOutputs(String label, List<String> labels) {
        this.labels = labels;
        List<String> names = new ArrayList<>();
        names.add(label);
        labels.forEach(each -> names.add("probability of " + each));
        this.header = new Header(names);
        this.dictionary = Dictionary.fixed(labels);
    }

    /** The name of the column with the label. */
    public String column() {
        return header.names().get(0);
    }

    /** The labels, in the model's order. */
    public List<String> labels() {
        return labels;
    }

    /** The name of the column with the probability of a label, by its index. */
    public String probability(int label) {
        return header.names().get(1 + label);
    }

    @Override
    public int width() {
        return labels.size();
    }

    @Override
    public Batch answer(double[] numbers, int rows) {
        double[][] probabilities = new double[labels.size()][rows];
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            for (int label = 0; label < probabilities.length; label++) {
                probabilities[label][row] = numbers[row * probabilities.length + label];
                if (probabilities[label][row] > probabilities[codes[row]][row]) {
                    codes[row] = label;
                }
            }
        }
        Column[] columns = new Column[1 + probabilities.length];
        columns[0] = new Column.Texts(codes, rows, dictionary);
        for (int label = 0; label < probabilities.length; label++) {
            columns[1 + label] = new Column.Doubles(probabilities[label], rows, List.of());
        }
        return Batch.of(header, rows, columns);
    }

    @Override
    public Prediction prediction(Batch answer, int row) {
        Map<String, Double> probabilities = new LinkedHashMap<>();
        for (int label = 0; label < labels.size(); label++) {
            probabilities.put(
                    labels.get(label), answer.column(probability(label)).number(row));
        }
        return new Prediction.Label(answer.column(column()).text(row), probabilities);
    }

    @Override
    public <R> R match(Function<ValueOutputs, R> value, Function<LabelOutputs, R> label) {
        return label.apply(this);
    }
}
