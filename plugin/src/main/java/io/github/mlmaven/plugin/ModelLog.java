package io.github.mlmaven.plugin;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.plugin.Replay.Level;
import io.github.mlmaven.plugin.Replay.Line;
import io.github.mlmaven.report.ConsoleReport;
import io.github.mlmaven.step.GateResult;
import io.github.mlmaven.step.Verdict;
import io.github.mlmaven.text.Shown;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** A model's lines in Maven's log. Long work shows a line every few seconds. */
final class ModelLog implements Progress {

    private final String model;
    private final Log log;
    private final AcceptCommand accept;
    private final LogLines lines;
    private final List<Line> results = new ArrayList<>();
    private final TickLines ticks = new TickLines(System::nanoTime);

    /** @param accept what accepts the model */
    ModelLog(String model, AcceptCommand accept, LogLines lines) {
        this.model = model;
        this.accept = accept;
        this.log = lines.log();
        this.lines = lines;
    }

    @Override
    public void info(String text) {
        log.info(named(text));
    }

    @Override
    public void warn(String text) {
        log.warn(named(text));
    }

    /** What was found in rows, which fails the goal or does not. */
    void finding(List<String> lines, boolean fails) {
        lines.forEach(line -> {
            if (fails) {
                log.error(named(line));
            } else {
                warn(line);
            }
        });
    }

    /** What a goal did, and what it would say had there been nothing to do. */
    void did(boolean upToDate, String made, String nothingToDo) {
        info(upToDate ? nothingToDo : made);
        results.add(new Line(false, named(nothingToDo)));
    }

    /** A result, which a goal shows whether it had something to do or not. */
    void result(String line) {
        show(new Line(false, named(line)));
    }

    /** A result that the user should read. */
    void warning(List<String> lines) {
        lines.forEach(line -> show(new Line(true, named(line))));
    }

    /** A result of reading model.yaml, which the first goal of a module's build shows. */
    void once(String line) {
        show(new Line(Level.WARNING_ONCE, named(line)));
    }

    /** What accepts the model. */
    AcceptCommand accept() {
        return accept;
    }

    /** A line for each gate, at the level of its outcome. */
    void gates(Verdict verdict) {
        for (GateResult gate : verdict.gates()) {
            String line = named(ConsoleReport.gate(gate, accept));
            switch (gate.outcome()) {
                case PASS -> show(new Line(false, line));
                case INCONCLUSIVE, WARN -> show(new Line(true, line));
                case FAIL -> log.error(line);
            }
        }
    }

    // Each line, for those of several models may stand between each other.
    private String named(String line) {
        return Shown.lines(model + ": " + line).stripTrailing();
    }

    /** What to say the next time, if nothing changes. */
    List<Line> results() {
        return List.copyOf(results);
    }

    private void show(Line line) {
        results.add(line);
        lines.show(line);
    }

    @Override
    public void tick(String what, long done, long total) {
        ticks.of(what, done, total).ifPresent(this::info);
    }

    @Override
    public void about(String what, long done, long expected) {
        ticks.about(what, done, expected).ifPresent(this::info);
    }
}
