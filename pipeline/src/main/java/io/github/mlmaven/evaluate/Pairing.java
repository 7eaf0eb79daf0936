package io.github.mlmaven.evaluate;

import io.github.mlmaven.api.Schema;
import io.github.mlmaven.api.ScoredRows;
import io.github.mlmaven.api.Target;
import io.github.mlmaven.data.Rows;
import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.spec.AskedMetric;
import io.github.mlmaven.spec.EvaluateSpec.SliceSpec;
import io.github.mlmaven.spec.ModelSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.BaselineModel;
import io.github.mlmaven.step.Comparison;
import io.github.mlmaven.step.Comparison.Changes;
import io.github.mlmaven.step.Comparison.SliceChanges;
import io.github.mlmaven.step.Contract;
import io.github.mlmaven.step.Obstacle;
import io.github.mlmaven.train.TrainedModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts two models to the test on the same rows. */
public final class Pairing {

    private final Rows rows;
    private final ModelSpec spec;
    private final List<AskedMetric> metrics;

    /** @param rows as the spec reads them */
    public Pairing(Rows rows, SpecFile spec) {
        this.rows = rows;
        this.spec = spec.spec();
        this.metrics = spec.metrics();
    }

    /**
     * Compares them; what keeps the baseline's from these rows is told.
     *
     * @param told which model the baseline's is
     */
    public Comparison of(TrainedModel trained, BaselineModel.Told told, MlModel baseline) {
        Contract contract = ContractChanges.of(baseline.manifest(), spec.name().orElse(""), trained.schema());
        return measured(trained, told, baseline).with(contract);
    }

    private Comparison measured(TrainedModel trained, BaselineModel.Told told, MlModel baseline) {
        Schema wanted = baseline.manifest().schema();
        List<Obstacle> obstacles = new Obstacles(spec).of(wanted);
        if (!obstacles.isEmpty()) {
            return Comparison.without(told, obstacles);
        }
        MlModel model = trained.load();
        ScoredRows candidate = Scoring.of(model).of(rows).rows();
        ScoredRows other = new Scoring(baseline, both(trained.schema().target(), wanted.labels()))
                .of(rows)
                .rows();
        Change change = new Change(candidate, other, Groups.ofTest(rows, spec.data()));
        return new Comparison(
                Comparison.FORMAT,
                told,
                obstacles,
                Optional.empty(),
                change.isNone(),
                Optional.of(changes(change)),
                slices(change));
    }

    /** The target of a model with the labels of another one behind its own, so that both number labels alike. */
    private static Target both(Target own, List<String> others) {
        Set<String> labels = new LinkedHashSet<>(own.labels());
        labels.addAll(others);
        return new Target(own.task(), own.label(), List.copyOf(labels));
    }

    private List<SliceChanges> slices(Change change) {
        Slices slices = new Slices(spec, rows);
        List<SliceChanges> changes = new ArrayList<>();
        for (SliceSpec slice : spec.evaluate().slices()) {
            for (SliceRows part : slices.of(slice)) {
                changes.add(new SliceChanges(part.column(), part.value(), changes(change.pick(part.positions()))));
            }
        }
        return changes;
    }

    private Changes changes(Change change) {
        SortedMap<String, Comparison.Change> found = new TreeMap<>();
        metrics.forEach(metric ->
                change.of(metric, spec.evaluate().confidence().value()).ifPresent(of -> found.put(metric.name(), of)));
        return new Changes(found);
    }
}
