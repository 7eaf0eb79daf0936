package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.data.Rows;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.model.BatchBuilder;
import io.github.mlmaven.model.Inference;
import io.github.mlmaven.model.Inputs;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.model.Outputs;
import io.github.mlmaven.spec.BehaviourSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Behaviour;
import io.github.mlmaven.step.Behaviour.Answer;
import io.github.mlmaven.step.Behaviour.Failing;
import io.github.mlmaven.step.Behaviour.Tried;
import io.github.mlmaven.step.Finding.Offender;
import io.github.mlmaven.train.TrainedModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** Puts changed test rows, and rows that model.yaml has, to the model, by the code that serves it. */
public final class Behaviours {

    private final SpecFile spec;
    private final Source source;
    private final Asked model;

    Behaviours(SpecFile spec, Source source, Asked model) {
        this.spec = spec;
        this.source = source;
        this.model = model;
    }

    /**
     * Rows, and where they stand.
     *
     * @param locate by position, with what was found there
     */
    record Source(Rows rows, Function<SortedMap<Long, String>, List<Offender>> locate) {}

    /** A model as whoever asks it sees it. */
    record Asked(Inputs inputs, Outputs outputs, Inference inference) {

        static Asked of(MlModel model) {
            return new Asked(model.inputs(), model.outputs(), model);
        }
    }

    /**
     * Tries all tests of a spec.
     *
     * @throws MlException if the model refuses a row that model.yaml has
     */
    public static Behaviour run(Table table, SpecFile spec, TrainedModel trained) {
        return new Behaviours(spec, new Source(table, table::locate), Asked.of(trained.load())).run();
    }

    Behaviour run() {
        List<Tried> tests = new ArrayList<>();
        for (int i = 0; i < spec.spec().behaviour().size(); i++) {
            BehaviourSpec test = spec.spec().behaviour().get(i);
            String[] place = {"behaviour", Integer.toString(i)};
            tests.add(test.column()
                    .map(column -> changed(test, column, spec.place(place)))
                    .orElseGet(() -> made(test, place)));
        }
        return new Behaviour(Behaviour.FORMAT, tests);
    }

    private Tried changed(BehaviourSpec test, String column, SpecPlace place) {
        Replacement replacement = Replacement.of(test, model.inputs(), column, place);
        Expectation expectation = Expectation.of(test, model.outputs(), place);
        ChangedRows changed = new ChangedRows(
                column, model, replacement, expectation, test.trial().change().first());
        source.rows().read(Part.TEST, model.inputs().header().names(), changed::add);
        return changed.tried(source.locate());
    }

    private Tried made(BehaviourSpec test, String... place) {
        List<Map<String, String>> made = test.trial().claim().rows();
        BatchBuilder batch = model.inputs().batch(made.size());
        for (Map<String, String> row : made) {
            row.forEach((name, value) -> set(batch, batch.input(name), value));
            batch.endRow();
        }
        Batch answer;
        try {
            answer = model.inference().predict(batch.batch());
        } catch (MlException e) {
            throw new MlException(spec.at(place) + ": " + e.problem(), e.remedy(), e);
        }
        Expectation expectation = Expectation.of(test, model.outputs(), spec.place(place));
        long held = 0;
        List<Failing> first = new ArrayList<>();
        for (int row = 0; row < made.size(); row++) {
            Optional<Answer> wrong = expectation.wrong(answer, row);
            held += wrong.isEmpty() ? 1 : 0;
            if (wrong.isPresent() && first.size() < Behaviour.FIRST) {
                SpecPlace at = spec.place(place[0], place[1], "rows", Integer.toString(row));
                first.add(new Failing(
                        new Offender(at.file(), at.line(), ""), Optional.empty(), Optional.empty(), wrong.get()));
            }
        }
        return new Tried(made.size(), held, 0, first);
    }

    private void set(BatchBuilder batch, int input, String value) {
        ColumnType type = model.inputs().columns().get(input).type();
        switch (type) {
            case NUMBER -> batch.set(input, Double.parseDouble(value));
            case INTEGER -> batch.set(input, new BigDecimal(value).longValueExact());
            case BOOLEAN -> batch.set(input, Boolean.parseBoolean(value));
            case CATEGORY, TEXT, DATE, TIMESTAMP -> batch.set(input, value);
        }
    }
}
