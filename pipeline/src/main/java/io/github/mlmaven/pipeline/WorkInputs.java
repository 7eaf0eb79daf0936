package io.github.mlmaven.pipeline;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.Table;
import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.lock.Lock;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.BaselineModel;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.Facts;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Step;
import io.github.mlmaven.step.StepInput;
import io.github.mlmaven.step.StepInputs;
import io.github.mlmaven.step.Strictness;
import io.github.mlmaven.text.NamedFile;
import io.github.mlmaven.validate.Baseline;
import java.time.LocalDate;
import java.util.Optional;

/** What a step reads. It gives nothing that the step does not declare to read: what is read is what the fingerprint is of. */
final class WorkInputs {

    private final Step<?> step;
    private final BuildState state;
    private final Tables tables;
    private final Means means;

    WorkInputs(Step<?> step, BuildState state, Tables tables, Means means) {
        this.step = step;
        this.state = state;
        this.tables = tables;
        this.means = means;
    }

    /**
     * What a step works with; it never changes a result.
     *
     * @param threads at least 1
     */
    record Means(int threads, Progress progress) {}

    /** Where rows come from. */
    interface Tables {

        /** The model's rows, the same for all steps. */
        Table rows();

        /** Those of another source. */
        Table of(SpecFile other);
    }

    /** The rows, loaded once for all steps. */
    Table table() {
        require(StepInputs.DATA);
        return tables.rows();
    }

    /** What day it is, if somebody said so. */
    Optional<LocalDate> today() {
        require(StepInputs.TODAY);
        return state.place().today().map(LocalDate::parse);
    }

    /** Rows of a table that checks refer to; the caller closes it. */
    Table referenced(SpecFile other) {
        require(StepInputs.REFERENCES);
        return tables.of(other);
    }

    /** SHA-256 over names and contents of the data files. */
    String dataHash() {
        require(StepInputs.DATA);
        return state.data();
    }

    /** What was accepted; empty where nothing is yet. */
    Optional<Lock> lock() {
        require(StepInputs.LOCK);
        return accepted();
    }

    /** The profile of the data that was accepted. */
    Baseline baseline() {
        require(StepInputs.BASELINE);
        Optional<Lock> lock = accepted();
        return Baseline.of(state.place(), lock.isPresent(), lock.flatMap(found -> found.fact(Facts.PROFILE)));
    }

    /** The model of another build that gates compare with. */
    BaselineModel baselineModel() {
        require(StepInputs.BASELINE_MODEL);
        return state.place().baseline();
    }

    private Optional<Lock> accepted() {
        BuildPlace place = state.place();
        return Lock.read(
                NamedFile.of(place.basedir(), place.lock()), place.decided().accept());
    }

    /** What a person types to accept what this build makes. */
    AcceptCommand accept() {
        require(StepInputs.ACCEPT);
        return state.place().decided().accept();
    }

    Strictness strictness() {
        require(StepInputs.STRICTNESS);
        return state.place().strictness();
    }

    BuildPlace.Identity identity() {
        require(StepInputs.IDENTITY);
        return state.place().identity();
    }

    /** model.yaml, of which a step reads the parts that it declares. */
    SpecFile spec() {
        return state.spec();
    }

    /** The result of a step that this one needs. */
    <R> R result(Step<R> needed) {
        if (!step.needs().contains(needed)) {
            throw new IllegalStateException("'" + step + "' does not declare that it needs '" + needed + "'");
        }
        return state.made(needed);
    }

    /** Where the outputs of the steps that this one needs are. */
    ModelFiles files() {
        return state.files();
    }

    Means means() {
        return means;
    }

    private void require(StepInput input) {
        if (!step.reads().contains(input)) {
            throw new IllegalStateException("'" + step + "' reads what it does not declare to read");
        }
    }
}
