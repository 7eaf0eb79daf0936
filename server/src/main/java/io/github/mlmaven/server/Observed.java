package io.github.mlmaven.server;

import io.github.mlmaven.api.Batch;
import io.github.mlmaven.model.Inference;
import java.util.List;

/** Inference that observers see. */
final class Observed implements Inference {

    private final Inference inference;
    private final List<Observer> observers;

    private Observed(Inference inference, List<Observer> observers) {
        this.inference = inference;
        this.observers = observers;
    }

    /** Inference with observers around it: itself where there are none. */
    static Inference by(List<Observer> observers, Inference inference) {
        return observers.isEmpty() ? inference : new Observed(inference, List.copyOf(observers));
    }

    @Override
    public Batch predict(Batch rows) {
        long start = System.nanoTime();
        Batch answer;
        try {
            answer = inference.predict(rows);
        } catch (RuntimeException e) {
            observers.forEach(observer -> observer.failed(rows, e));
            throw e;
        }
        long nanos = System.nanoTime() - start;
        observers.forEach(observer -> observer.predicted(rows, answer, nanos));
        return answer;
    }
}
