package io.github.mlmaven.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The fitted preprocessing of a model: how rows of raw numbers become rows of features. Immutable; the same rows make the
 * same features in training and in serving.
 *
 * <p>Features are in the lexicographic order of their names, which is the order of Tribuo's feature ids and so the order of
 * columns in the booster of a tree model.
 */
public final class Encoder {

    /** The version of the file. */
    public static final int FORMAT = 1;

    private final List<ColumnEncoder> columns;
    private final List<String> features;
    private final int[] sourceColumn;
    private final int[] sourceFeature;

    /** An encoder of input columns, in the order of the raw numbers. */
    public Encoder(List<ColumnEncoder> columns) {
        this.columns = List.copyOf(columns);
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<String> names = columns.get(i).features();
            for (int j = 0; j < names.size(); j++) {
                sources.add(new Source(names.get(j), i, j));
            }
        }
        sources.sort(Comparator.comparing(Source::name));
        for (int i = 1; i < sources.size(); i++) {
            if (sources.get(i).name().equals(sources.get(i - 1).name())) {
                throw new IllegalArgumentException(
                        "two features are named " + sources.get(i).name());
            }
        }
        this.features = sources.stream().map(Source::name).toList();
        this.sourceColumn = sources.stream().mapToInt(Source::column).toArray();
        this.sourceFeature = sources.stream().mapToInt(Source::feature).toArray();
    }

    @JsonCreator
    static Encoder of(@JsonProperty("format") int format, @JsonProperty("columns") List<ColumnEncoder> columns) {
        if (format != FORMAT) {
            throw new IllegalArgumentException("the encoder's format is " + format + ", this version reads " + FORMAT);
        }
        return new Encoder(columns);
    }

    @JsonProperty
    int format() {
        return FORMAT;
    }

    /** The encoders of the input columns, in the order of the raw numbers. */
    @JsonProperty
    public List<ColumnEncoder> columns() {
        return columns;
    }

    /** The names of the input columns, in the order of the raw numbers. */
    public List<String> inputs() {
        return columns.stream().map(ColumnEncoder::column).toList();
    }

    /** The names of the features, in their order. */
    public List<String> features() {
        return features;
    }

    /** The name of the input column that a feature is made of. */
    String input(int feature) {
        return columns.get(sourceColumn[feature]).column();
    }

    /**
     * Encodes one row.
     *
     * @param raw a number for each input column; see {@link ColumnEncoder}
     * @param out rows of features
     * @param offset where the row's features begin
     */
    public void encode(double[] raw, float[] out, int offset) {
        for (int i = 0; i < sourceColumn.length; i++) {
            out[offset + i] = columns.get(sourceColumn[i]).encode(raw[sourceColumn[i]], sourceFeature[i]);
        }
    }

    private record Source(String name, int column, int feature) {}
}
