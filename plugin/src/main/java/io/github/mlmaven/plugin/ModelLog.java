package io.github.mlmaven.plugin;

import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.step.Verdict.GateResult;
import io.github.mlmaven.worker.Progress;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.logging.Log;

/** A model's lines in Maven's log. Long work shows a line every few seconds. */
final class ModelLog implements Progress {

    private static final long TICK_NANOS = 5_000_000_000L;

    private final String model;
    private final Log log;
    private long lastTick = System.nanoTime();

    ModelLog(String model, Log log) {
        this.model = model;
        this.log = log;
    }

    @Override
    public void info(String text) {
        log.info(model + ": " + text);
    }

    @Override
    public void warn(String text) {
        log.warn(model + ": " + text);
    }

    /** Lines that belong together: the first names the model. */
    void warn(List<String> lines) {
        warn(lines.get(0));
        lines.subList(1, lines.size()).forEach(log::warn);
    }

    /** A line for each gate, at the level of its outcome. */
    void gates(Verdict verdict) {
        for (GateResult gate : verdict.gates()) {
            String line = ConsoleReport.gate(gate);
            switch (gate.outcome()) {
                case PASS -> log.info(line);
                case INCONCLUSIVE, WARN -> log.warn(line);
                case FAIL -> log.error(line);
            }
        }
    }

    @Override
    public void tick(String what, long done, long total) {
        long now = System.nanoTime();
        if (now - lastTick < TICK_NANOS || total <= 0) {
            return;
        }
        lastTick = now;
        info(String.format(Locale.ROOT, "%s %,d of %,d (%d %%)", what, done, total, 100 * done / total));
    }
}
