package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.spec.SourceParameters;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.step.AskedRows;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Predicted;
import io.github.mlmaven.worker.PredictRequest.BadRows;
import io.github.mlmaven.worker.PredictRequest.NewRows;
import io.github.mlmaven.worker.PredictRequest.Output;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Predicts the rows of files, or of a query over some, with the model as it is now, and writes a file of predictions. The rows are held to the schema of
 * model.yaml, but for the label, columns that exist in training data alone, and what is said of the table as a whole.
 */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters.
@Mojo(name = "predict", threadSafe = true)
class PredictMojo extends ModelGoal {

    /**
     * The rows: files as in data.source of model.yaml, a path, a folder or a pattern, relative to the project. They need the
     * model's inputs as columns, in any order, and may have others. Example: {@code -Dml.data=new-houses.csv}
     */
    @Parameter(property = "ml.data")
    @Nullable
    String data;

    /**
     * The files that {@code query} reads, by the names that it gives them as tables, each as {@code data} names files. Example:
     * {@code -Dml.files=houses=new/houses.csv,towns=data/towns.parquet}
     */
    @Parameter(property = "ml.files")
    @Nullable
    String files;

    /**
     * SQL over the tables of {@code files}, whose result is predicted in place of {@code data}. By default the query of
     * model.yaml, if that has one over files. Without {@code files} it is put to the database of model.yaml. Example: {@code -Dml.query="select * from houses where sold is null"}
     */
    @Parameter(property = "ml.query")
    @Nullable
    String query;

    /**
     * Where predictions go; its name ends with .csv, .jsonl, .ndjson or .parquet. Its columns are {@code row}, the position of
     * the row from 0, those that are carried through, {@code prediction}, and for a classification the probability of each
     * label. By default {@code target/ml/NAME/predicted.csv}. Example: {@code -Dml.output=scored.parquet}
     */
    @Parameter(property = "ml.output")
    @Nullable
    File output;

    /**
     * The columns of the rows that are written beside the predictions, also such as the schema does not know; by default the id
     * columns of model.yaml that the files have. Example: {@code -Dml.columns=id,district}
     */
    @Parameter(property = "ml.columns")
    @Nullable
    List<String> columns;

    /**
     * What becomes of rows that break the schema: {@code fail} and write nothing, {@code skip} them, or {@code quarantine}
     * them, in a file beside the output with their place and what is wrong: {@code scored.parquet.quarantine.csv}.
     */
    @Parameter(property = "ml.badRows", defaultValue = "fail")
    String badRows = "fail";

    @Override
    void run(ModelBuild build) throws MojoFailureException {
        Path file = output == null ? byDefault(build) : absolute(output);
        SourceSpec from = from(build);
        Predicted predicted = build.predict(
                new NewRows(
                        new AskedRows(from),
                        from.jdbc().map(database -> databases(jdbcTimeout).access(from)),
                        Optional.ofNullable(columns).filter(names -> !names.isEmpty())),
                new Output(file, BadRows.of(badRows)));
        if (predicted.failed()) {
            throw new MojoFailureException(
                    predicted.rows() == 0
                            ? "There are no rows in %s: nothing was written.".formatted(from.words())
                            : "Rows of %s break the schema, see above: nothing was written. Correct them, or leave such rows out with"
                                            .formatted(from.words())
                                    + " -Dml.badRows=skip or -Dml.badRows=quarantine.");
        }
        if (!predicted.unused().isEmpty()) {
            build.log().info("no input, and left out: " + String.join(", ", predicted.unused()));
        }
        if (predicted.leftOut() > 0) {
            build.log()
                    .warn(String.format(
                            Locale.ROOT,
                            "left out %,d of %,d rows that break the schema",
                            predicted.leftOut(),
                            predicted.rows()));
        }
        build.log()
                .info(String.format(
                        Locale.ROOT,
                        "predicted %,d rows of %s: %s",
                        predicted.predicted(),
                        from.words(),
                        modelPlace().shown(file)));
    }

    private SourceSpec from(ModelBuild build) {
        SourceParameters named = parameters(data, files, query);
        if (named.isSilent()) {
            throw new MlException(
                    "ml:predict needs rows.",
                    "Name them: mvn ml:predict -Dml.data=new-houses.csv, or -Dml.files and -Dml.query for a query over"
                            + " files.");
        }
        SourceSpec trained = build.from();
        return named.orQuery(trained.jdbc().isPresent() ? Optional.empty() : trained.query())
                .source(path -> path, trained.jdbc());
    }

    private Path byDefault(ModelBuild build) {
        return ModelFiles.of(absolute(outputDirectory), build.name())
                .directory()
                .resolve("predicted.csv");
    }
}
