package io.github.mlmaven.draft;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.pages.DataPage;
import io.github.mlmaven.spec.ColumnSpec;
import io.github.mlmaven.spec.DataSpec;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.Share;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.Spelling;
import io.github.mlmaven.spec.SplitSpec;
import io.github.mlmaven.spec.TimeFormat;
import io.github.mlmaven.step.DataProfile;
import io.github.mlmaven.step.DataProfile.TypedColumn;
import io.github.mlmaven.step.Profile;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.validate.DataValidation;
import io.github.mlmaven.worker.DraftRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The profile of data by the types that its columns seem to have: the one that a validation takes. */
final class DataProfiling {

    /** What the data is called that no model has. */
    static final String NAME = "data";

    private DataProfiling() {}

    static void write(DraftRequest request, SeenTable facts, Progress progress) {
        if (facts.columns().isEmpty()) {
            throw new MlException(request.rows().from().words() + " has no column.", "Bring data with a header.");
        }
        Map<String, Guess> guesses = Draft.guesses(facts);
        Map<String, ColumnType> types = new LinkedHashMap<>();
        guesses.forEach((name, guess) -> types.put(name, guess.type()));
        SpecFile spec =
                SpecFile.told(request.place().spec(), spec(request.rows().from(), facts, guesses));
        try (Table table = Table.open(request.place(), spec, request.limits(), progress)) {
            Profile profile = DataValidation.of(table, spec).profile();
            List<TypedColumn> columns = types.entrySet().stream()
                    .map(type -> new TypedColumn(type.getKey(), type.getValue()))
                    .toList();
            Json.write(DraftRequest.profile(request.place()), new DataProfile(DataProfile.FORMAT, columns, profile));
            DataPage page = new DataPage(
                    DataPage.Table.of(
                            request.rows().from().words(), request.rows().from().words(), types),
                    DataPage.Profiles.of(profile),
                    Optional.empty());
            Json.replace(DraftRequest.page(request.place()), page.bytes());
        }
    }

    /** What a profile needs of a spec: sources and types. */
    private static ModelSpec spec(SourceSpec from, SeenTable facts, Map<String, Guess> guesses) {
        List<String> missing = new ArrayList<>(List.of(""));
        missing.addAll(facts.missing());
        Map<String, ColumnSpec> columns = new LinkedHashMap<>();
        guesses.forEach((name, guess) -> columns.put(
                name,
                ColumnSpec.of(
                        guess.type(),
                        new Spelling(guess.time().map(TimePattern::written).orElse(TimeFormat.ISO), guess.booleans()),
                        Severity.INFO)));
        String first = facts.columns().get(0).name();
        SplitSpec split = SplitSpec.byHash(new Share(0.2), List.of());
        return ModelSpec.ofRows(
                NAME,
                DataSpec.of(from, first, missing, split).written(facts.found().format()),
                columns);
    }
}
