package io.github.mlmaven.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.Features;
import io.github.mlmaven.api.FittedTransform;
import io.github.mlmaven.api.MlException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * The fitted preprocessing of a model: how typed columns become rows of features. Immutable and safe for use by many threads;
 * the same rows make the same features in training, evaluation and serving.
 *
 * <p>Features are in the lexicographic order of their names, which is the order of Tribuo's feature ids and so the order of
 * columns in the booster of a tree model.
 */
public final class Encoder {

    /** What {@link #encode} returns where every value is one that a float holds. */
    public static final int NONE = -1;

    /** Rows encoded column by column at a time: as many as stay in the processor's cache with their features. */
    static final int TILE = 512;

    /** Where rows have so many features that a tile of them would be large, it is of fewer rows. */
    private static final int LARGEST_TILE = 1 << 22;

    /** A name of a feature is that of its column and its category: a long name of many categories is many long names. */
    private static final int LONGEST_NAMES = 1 << 24;

    private final List<FittedTransform> transforms;
    private final List<String> features;
    private final int[] sources;
    private final int[][] positions;

    /** An encoder that does what some transforms do, each with its own columns. */
    public Encoder(List<? extends FittedTransform> transforms) {
        this.transforms = List.copyOf(transforms);
        List<Source> found = new ArrayList<>();
        this.positions = new int[transforms.size()][];
        for (int i = 0; i < positions.length; i++) {
            List<String> names = transforms.get(i).features();
            positions[i] = new int[names.size()];
            for (int j = 0; j < names.size(); j++) {
                found.add(new Source(names.get(j), i, j));
            }
        }
        found.sort(Comparator.comparing(Source::feature));
        for (int i = 0; i < found.size(); i++) {
            Source source = found.get(i);
            if (i > 0 && source.feature().equals(found.get(i - 1).feature())) {
                throw new IllegalArgumentException("two features are named " + source.feature());
            }
            positions[source.transform()][source.index()] = i;
        }
        this.features = found.stream().map(Source::feature).toList();
        this.sources = found.stream().mapToInt(Source::transform).toArray();
    }

    /**
     * The encoder that a file holds.
     *
     * @param file the content of {@link Bundle#ENCODER}
     * @throws MlException if it is of another version, or no code knows one of its transforms
     */
    public static Encoder read(byte[] file) {
        SortedMap<String, Class<? extends FittedTransform>> kinds = TransformState.kinds();
        List<FittedTransform> transforms = EncoderFile.read(file).transforms().stream()
                .map(transform -> transform.restore(kinds))
                .toList();
        try {
            requireShortNames(transforms);
            return new Encoder(transforms);
        } catch (IllegalArgumentException e) {
            throw new MlException(
                    Bundle.ENCODER + " is of no encoder: " + e.getMessage() + ".",
                    "Use the version that made it, or build it again.",
                    e);
        }
    }

    private static void requireShortNames(List<FittedTransform> transforms) {
        long names = 0;
        for (FittedTransform transform : transforms) {
            if (transform instanceof OneHot oneHot) {
                names += (long) oneHot.column().length() * oneHot.values().size();
            }
        }
        if (names > LONGEST_NAMES) {
            throw new IllegalArgumentException("features whose names have more than " + names + " letters");
        }
    }

    /** What the file holds. */
    @JsonValue
    EncoderFile file() {
        SortedMap<String, Class<? extends FittedTransform>> kinds = TransformState.kinds();
        return new EncoderFile(
                EncoderFile.FORMAT,
                transforms.stream()
                        .map(transform -> TransformState.of(transform, kinds))
                        .toList());
    }

    /** What is done, in the order of the columns. */
    public List<FittedTransform> transforms() {
        return transforms;
    }

    /** The names of the input columns, each once. */
    public List<String> inputs() {
        return transforms.stream()
                .flatMap(transform -> transform.inputs().stream())
                .distinct()
                .toList();
    }

    /** The values of an input column that the features tell apart; empty where there is no such list. */
    public List<String> values(String input) {
        return transforms.stream()
                .filter(transform -> transform.inputs().contains(input))
                .flatMap(transform -> transform.values().stream())
                .distinct()
                .toList();
    }

    /** The names of the features, in their order. */
    public List<String> features() {
        return features;
    }

    /** The name of the input column, the first if there are several, that a feature is made of. */
    String input(int feature) {
        return transforms.get(sources[feature]).inputs().get(0);
    }

    /**
     * Encodes all rows of a batch.
     *
     * @param batch with the input columns
     * @param out rows of features
     * @param offset where the first row's features begin
     * @return the index in {@code out} of the first value that is beyond what a float holds, or {@link #NONE}
     */
    public int encode(Batch batch, float[] out, int offset) {
        int infinite = NONE;
        for (int from = 0; from < batch.rows() && infinite == NONE; from += tile()) {
            int to = Math.min(from + tile(), batch.rows());
            infinite = encode(batch, from, to, out, offset + from * features.size());
        }
        return infinite;
    }

    /** How many rows are encoded at a time. */
    int tile() {
        return Math.max(1, Math.min(TILE, LARGEST_TILE / Math.max(1, features.size())));
    }

    /** As {@link #encode(Batch, float[], int)}, some rows from one to before another. */
    int encode(Batch batch, int from, int to, float[] out, int offset) {
        Features place = new Features(out, offset, features.size(), from, to);
        for (int i = 0; i < positions.length; i++) {
            transforms.get(i).encode(batch, positions[i], place);
        }
        int end = offset + (to - from) * features.size();
        for (int i = offset; i < end; i++) {
            if (Float.isInfinite(out[i])) {
                return i;
            }
        }
        return NONE;
    }

    private record Source(String feature, int transform, int index) {}
}
