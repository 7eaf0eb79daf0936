package io.github.mlmaven.draft;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.DatabaseFetch;
import io.github.mlmaven.spec.DataSpec;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Share;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SplitSpec;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.worker.DraftRequest;
import io.github.mlmaven.worker.FetchRequest;
import io.github.mlmaven.worker.FetchRequest.Access;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Asks a database for rows that nobody has described, and reads its answer. */
final class DatabaseReading {

    private DatabaseReading() {}

    /**
     * All rows of a request's query.
     *
     * @param access how the database is reached
     * @throws io.github.mlmaven.api.MlException if it does not answer, or answers what is no table
     */
    static SeenTable of(DraftRequest request, Access access, Progress progress) {
        SpecFile asked =
                SpecFile.told(request.place().spec(), spec(request.rows().from()));
        DatabaseFetch.run(new FetchRequest(request.place(), access, request.limits()), asked, progress);
        Path basedir = request.place().basedir();
        Path snapshot = DatabaseFetch.files(request.place(), asked).snapshot();
        String name = snapshot.startsWith(basedir)
                ? basedir.relativize(snapshot).toString().replace('\\', '/')
                : snapshot.toString();
        return Reading.of(request, SourceSpec.of(name), progress);
    }

    /** Makes rows that were asked for those of a model, which is not asked for them again. */
    static void give(DraftRequest request, SpecFile model) {
        BuildPlace place = request.place();
        SpecFile asked = SpecFile.told(place.spec(), spec(request.rows().from()));
        DatabaseFetch.move(DatabaseFetch.files(place, asked), ModelFiles.of(place.outputDirectory(), model.name()));
    }

    /** Where such rows come from is all that is known of them. */
    private static ModelSpec spec(SourceSpec from) {
        SplitSpec split = SplitSpec.byHash(new Share(0.2), List.of());
        return ModelSpec.ofRows(DataProfiling.NAME, DataSpec.of(from, "", List.of(), split), Map.of());
    }
}
