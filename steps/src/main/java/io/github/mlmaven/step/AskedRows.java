package io.github.mlmaven.step;

import io.github.mlmaven.spec.Origin;
import io.github.mlmaven.spec.SourceKeys;
import io.github.mlmaven.spec.SourceSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Rows that parameters of a goal ask for, and no model.yaml. */
public record AskedRows(SourceSpec from) {

    /**
     * Their files, by the parameter that names them; none of a database.
     *
     * @throws io.github.mlmaven.api.MlException if one of them names none
     */
    public Map<String, List<Path>> files(BuildPlace place) {
        return DataFiles.resolve(place, from, SourceKeys.PARAMETERS);
    }

    /** What they depend on. */
    public Watched watched(Path basedir) {
        return Watched.sources(basedir, patterns());
    }

    /** What names their files, as {@code data.source} of model.yaml does. */
    public List<String> patterns() {
        return from.origins().values().stream().map(Origin::name).toList();
    }

    /** The parameter that names their files. */
    public String parameter() {
        return from.query().isPresent() ? SourceKeys.PARAMETERS.files() : SourceKeys.PARAMETERS.source();
    }
}
