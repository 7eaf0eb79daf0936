package io.github.mlmaven.pipeline;

import io.github.mlmaven.data.Table;
import io.github.mlmaven.pages.DataPage;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Validation;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.validate.DataValidation;
import io.github.mlmaven.validate.ReferencedKeys;
import io.github.mlmaven.validate.ToldChecks;
import java.nio.file.Path;
import java.util.Optional;

/** Holds the data to its spec, takes its profiles, and draws what was found. */
final class Validate implements Work<Validation> {

    @Override
    public Step<Validation> step() {
        return Steps.VALIDATE;
    }

    @Override
    public Validation run(WorkInputs inputs, Path place) {
        // Before the rows: a table has the engine's folder for itself.
        ReferencedKeys references = ReferencedKeys.read(inputs.spec(), inputs::referenced);
        Table table = inputs.table();
        DataValidation validation = DataValidation.of(table, inputs.spec(), new ToldChecks(references, inputs.today()));
        ModelFiles files = new ModelFiles(place);
        Json.write(files.profile(), validation.profile());
        Json.write(files.trainingProfile(), validation.training());
        Json.replace(files.dataPage(), page(inputs, validation).bytes());
        table.writeQuarantine(files.quarantine());
        return new Validation(Validation.FORMAT, table.count(), table.leftOut().dropped(), validation.findings());
    }

    private static DataPage page(WorkInputs inputs, DataValidation validation) {
        return new DataPage(
                DataPage.Table.of(inputs.spec().name(), inputs.spec().spec()),
                new DataPage.Profiles(validation.profile(), Optional.of(validation.training()), Optional.empty()),
                Optional.of(validation.findings()));
    }
}
