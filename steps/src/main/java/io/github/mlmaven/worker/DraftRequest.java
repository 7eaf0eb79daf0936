package io.github.mlmaven.worker;

import io.github.mlmaven.step.AskedRows;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.worker.FetchRequest.Access;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Look at data of which no model.yaml tells anything yet.
 *
 * @param rows the data
 * @param database how it is reached, where the rows are asked of one
 * @param label the column to predict; empty to guess it
 * @param wanted what to make
 * @param place where: a draft is written to the place's spec, and trained in its output directory as if it stood there for
 *     good; a profile goes to {@link #profile}, and its page to
 *     {@link #page}
 */
public record DraftRequest(
        AskedRows rows,
        Optional<Access> database,
        Optional<String> label,
        Wanted wanted,
        BuildPlace place,
        BuildLimits limits) {

    /** What can be made of data alone. */
    public enum Wanted {
        /** A model.yaml whose gates hold for a first model, which is trained, judged and packaged. */
        MODEL,
        /** A {@link io.github.mlmaven.step.DataProfile}, and the page that shows it. */
        PROFILE
    }

    /** Where a profile of data alone goes. */
    public static Path profile(BuildPlace place) {
        return place.outputDirectory().resolve("ml").resolve("data.profile.json");
    }

    /** Where the page of data alone goes. */
    public static Path page(BuildPlace place) {
        return place.outputDirectory().resolve("ml").resolve("data.html");
    }
}
