package io.github.mlmaven.data;

import io.github.mlmaven.api.Batch;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * The rows of the declared source, each in one {@link Part}, which can be read as often as needed: in the order of the files
 * and of their rows, as typed columns of the schema. Whatever is read depends on the data and the spec alone, never on threads
 * or memory.
 *
 * <p>A value that is not of its column's type is missing and marked. Whoever trains has made sure before that a validation
 * passed.
 */
public interface Rows {

    /** How many rows there are. */
    long count();

    /** How many rows a part has. */
    long count(Part part);

    /**
     * Reads columns of a part's rows.
     *
     * @param columns of the schema, each once
     * @param sink gets every row once; what it is given is filled anew for the next batch
     */
    void read(Part part, List<String> columns, Consumer<Batch> sink);

    /**
     * The rows of a part for which a condition is true, by their place among them, rising.
     *
     * @param condition of a slice of the spec
     * @throws io.github.mlmaven.api.MlException if it cannot be evaluated
     */
    int[] where(Part part, String condition);

    /**
     * Writes rows of a part to a Parquet file: the row's position as {@code row}, the id columns, the label, then the given
     * columns. The same content makes the same bytes.
     *
     * @param file has its old content or the new one, whatever happens
     * @param predictions at least one, each with one value for each row of the part
     */
    void writePredictions(Path file, Part part, List<PredictionColumn> predictions);

    /** The software that reads the rows and can change what is read, by artifactId. */
    SortedMap<String, String> versions();
}
