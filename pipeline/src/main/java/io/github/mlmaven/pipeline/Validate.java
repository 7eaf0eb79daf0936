package io.github.mlmaven.pipeline;

import io.github.mlmaven.data.Table;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.step.Validation;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.validate.DataValidation;
import java.nio.file.Path;

/** Holds the data to its spec, and takes its profile. */
final class Validate implements Work<Validation> {

    @Override
    public Step<Validation> step() {
        return Steps.VALIDATE;
    }

    @Override
    public Validation run(WorkInputs inputs, Path place) {
        Table table = inputs.table();
        DataValidation validation = DataValidation.of(table, inputs.spec());
        Json.write(new ModelFiles(place).profile(), validation.profile());
        table.writeQuarantine(new ModelFiles(place).quarantine());
        return new Validation(Validation.FORMAT, table.count(), table.leftOut().dropped(), validation.findings());
    }
}
