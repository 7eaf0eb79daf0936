package io.github.mlmaven.train;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.FeatureMap;
import org.tribuo.Output;
import org.tribuo.protos.core.ExampleProto;
import org.tribuo.util.Merger;

/**
 * A view of one row of a matrix as a Tribuo example: its features other than 0. It cannot be changed. Tribuo's own examples
 * copy every row into objects, which takes several times the time and the memory.
 */
final class RowExample<T extends Output<T>> extends Example<T> {

    private static final long serialVersionUID = 1;

    private final transient String[] names;
    private final transient float[] values;
    private final int offset;

    /**
     * A view.
     *
     * @param names sorted
     * @param values rows of features, without NaN
     */
    RowExample(T output, String[] names, float[] values, int row) {
        super(output);
        this.names = names;
        this.values = values;
        this.offset = row * names.length;
    }

    @Override
    public Iterator<Feature> iterator() {
        return new Iterator<>() {
            private int next = after(-1);

            @Override
            public boolean hasNext() {
                return next < names.length;
            }

            @Override
            public Feature next() {
                if (next >= names.length) {
                    throw new NoSuchElementException();
                }
                Feature feature = new Feature(names[next], values[offset + next]);
                next = after(next);
                return feature;
            }
        };
    }

    private int after(int feature) {
        int next = feature + 1;
        while (next < names.length && values[offset + next] == 0) {
            next++;
        }
        return next;
    }

    @Override
    public int size() {
        int size = 0;
        for (int feature = after(-1); feature < names.length; feature = after(feature)) {
            size++;
        }
        return size;
    }

    @Override
    public boolean validateExample() {
        return true;
    }

    @Override
    public boolean isDense(FeatureMap features) {
        return false;
    }

    @Override
    public Example<T> copy() {
        return this;
    }

    @Override
    public void canonicalize(FeatureMap features) {
        // The names are shared already.
    }

    @Override
    protected void sort() {
        // The names are sorted already.
    }

    @Override
    public void add(Feature feature) {
        throw readOnly();
    }

    @Override
    public void addAll(Collection<? extends Feature> features) {
        throw readOnly();
    }

    @Override
    public void set(Feature feature) {
        throw readOnly();
    }

    @Override
    public void removeFeatures(List<Feature> features) {
        throw readOnly();
    }

    @Override
    public void reduceByName(Merger merger) {
        throw readOnly();
    }

    @Override
    protected void densify(List<String> features) {
        throw readOnly();
    }

    @Override
    public ExampleProto serialize() {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("a view of the training rows");
    }
}
