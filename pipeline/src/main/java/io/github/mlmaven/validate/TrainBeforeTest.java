package io.github.mlmaven.validate;

import io.github.mlmaven.api.Column;
import io.github.mlmaven.api.Tick;
import io.github.mlmaven.data.Part;
import io.github.mlmaven.measure.Fold;
import io.github.mlmaven.measure.Found;
import io.github.mlmaven.spec.Severity;
import io.github.mlmaven.spec.SpecPlace;
import io.github.mlmaven.step.Finding;
import io.github.mlmaven.step.Finding.Subject;
import io.github.mlmaven.step.FindingCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** No training row is later than the first test row. */
record TrainBeforeTest(String column, Tick tick, Severity severity, SpecPlace place) implements Constraint {

    @Override
    public Judgement plan(Fold fold) {
        Fold.Result<Latest.Times> times = fold.plan(new Latest(column));
        return new Judgement() {
            @Override
            public List<Finding> findings(Evidence evidence) {
                return List.of();
            }

            @Override
            public Optional<Constraint> doubt() {
                OptionalLong trained = times.value().trained();
                OptionalLong tested = times.value().tested();
                boolean later = trained.isPresent() && tested.isPresent() && trained.getAsLong() > tested.getAsLong();
                return later ? Optional.of(sure(tested.getAsLong())) : Optional.empty();
            }
        };
    }

    private Constraint sure(long tested) {
        return fold -> {
            Fold.Result<Found> later = fold.plan(Offence.measure(() -> (batch, found) -> {
                Column times = batch.column(column);
                byte[] parts = Part.codes(batch);
                for (int row = 0; row < batch.rows(); row++) {
                    boolean trains = parts[row] == Part.TRAIN.code() && times instanceof Column.Times;
                    if (trains && ((Column.Times) times).values()[row] > tested) {
                        int at = row;
                        found.add(batch.position(row), () -> times.text(at));
                    }
                }
            }));
            return evidence ->
                    List.of(Finding.of(FindingCode.SPLIT_TRAINS_LATER, severity, Subject.column(column, place))
                            .with(evidence.rows(later.value(), evidence.split().train()))
                            .with("found", tick.text(tested)));
        };
    }
}
