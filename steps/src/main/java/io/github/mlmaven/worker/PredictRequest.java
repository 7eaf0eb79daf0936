package io.github.mlmaven.worker;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.step.AskedRows;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.text.KebabCase;
import io.github.mlmaven.worker.FetchRequest.Access;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Predict rows of files, and write {@code predict.json}.
 *
 * @param bundle the model
 * @param rows what is predicted
 * @param output where predictions go
 */
public record PredictRequest(BuildPlace place, Path bundle, NewRows rows, Output output, BuildLimits limits)
        implements WorkRequest {

    /**
     * Rows that are to be predicted.
     *
     * @param asked where they come from
     * @param database how it is reached, where they are asked of one
     * @param carried columns of the files that are written beside the predictions; empty for the id columns, as far as the
     *     files have them
     */
    public record NewRows(AskedRows asked, Optional<Access> database, Optional<List<String>> carried) {
        public NewRows {
            carried = carried.map(List::copyOf);
        }
    }

    /**
     * Where predictions go.
     *
     * @param file absolute; its name's end says the format
     */
    public record Output(Path file, BadRows badRows) {}

    /** What becomes of rows that break the schema. */
    public enum BadRows {
        /** One of them, and nothing is written. */
        FAIL,
        /** They are left out and counted. */
        SKIP,
        /** They are left out and written to a file of their own, with what is wrong with them. */
        QUARANTINE;

        /**
         * By the word of a parameter.
         *
         * @throws MlException if there is none
         */
        public static BadRows of(String word) {
            return Arrays.stream(values())
                    .filter(policy -> KebabCase.of(policy).equals(word))
                    .findFirst()
                    .orElseThrow(() -> new MlException(
                            "ml.badRows is '" + word + "'.", "Write fail, skip or quarantine, in small letters."));
        }
    }
}
