package io.github.mlmaven.step;

import io.github.mlmaven.spec.SpecReader;
import io.github.mlmaven.step.BuildPlace.Identity;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A small project whose steps are declared here alone: each joins what it reads, and notes that it ran. */
final class Chain {

    static final String SPEC = """
            name: tiny
            task: regression
            data: {source: data, label: y}
            columns:
              x: {type: number}
              y: {type: number}
            gates:
              - {metric: rmse, max: 1}
            """;

    /** What a step found. */
    record Found(String text) {}

    static final Step<Found> FIRST = new Step<>(
            "first",
            List.of(),
            List.of(StepInputs.DATA, StepInputs.COLUMNS),
            List.of(StepOutput.file("first.txt")),
            StepResult.in("first.json", Found.class)
                    .stoppingIf(found -> found.text().contains("bad")));

    static final Step<Found> SECOND = new Step<>(
            "second",
            List.of(FIRST),
            List.of(StepInputs.TRAINER),
            List.of(StepOutput.folder("parts"), StepOutput.artifact(identity -> identity.artifactId() + ".jar")),
            StepResult.in("second.json", Found.class));

    static final Step<Found> OTHER = new Step<>(
            "other", List.of(FIRST), List.of(StepInputs.GATES), List.of(), StepResult.in("other.json", Found.class));

    static final Step<Found> LAST =
            new Step<>("last", List.of(SECOND), List.of(), List.of(), StepResult.in("last.json", Found.class));

    private final Path project;
    private final List<String> ran = new ArrayList<>();

    Chain(Path project) {
        this.project = project;
        write("data/d.csv", "x,y\n1,2\n");
        write("model.yaml", SPEC);
    }

    /** Brings steps up to date, and tells which ran. */
    List<String> build(Step<?>... goals) {
        ran.clear();
        BuildState state = state();
        for (Step<?> goal : goals) {
            for (Step<?> step : goal.order()) {
                state.recover(step);
                if (!state.isUpToDate(step)) {
                    state.carryOut(found(step), work(state, step));
                }
            }
        }
        return List.copyOf(ran);
    }

    /** The work of a step: writes the lines that it reads into each of its outputs. */
    Function<Path, Found> work(BuildState state, Step<?> step) {
        return place -> {
            ran.add(step.name());
            String read = step.needs().isEmpty()
                    ? text("data/d.csv")
                    : state.result(found(step.needs().get(0))).orElseThrow().text();
            if (step.equals(FIRST)) {
                put(place.resolve("first.txt"), read);
            } else if (step.equals(SECOND)) {
                put(place.resolve("parts/a"), "a " + read);
                put(place.resolve("parts/b"), "b");
                put(place.resolve("tiny.jar"), read);
            }
            return new Found(step.name() + " " + read);
        };
    }

    @SuppressWarnings("unchecked") // All steps here have that result.
    private static Step<Found> found(Step<?> step) {
        // Without AssertJ, which a JVM that is to be killed soon would load for this alone.
        if (!step.result().type().equals(Found.class)) {
            throw new AssertionError(step + " has another result");
        }
        return (Step<Found>) step;
    }

    BuildState state() {
        return state("1");
    }

    BuildState state(String pluginVersion) {
        return state(pluginVersion, Strictness.NONE);
    }

    BuildState state(String pluginVersion, Strictness strictness) {
        BuildPlace place = new BuildPlace(
                project,
                new BuildPlace.Decided(project.resolve("model.yaml"), project.resolve("model.lock.json")),
                project.resolve("target"),
                new Identity("tiny", "1.0", pluginVersion),
                strictness);
        return BuildState.of(place, SpecReader.read(place.spec(), "tiny"));
    }

    Path file(String name) {
        return project.resolve(name);
    }

    /** A file that a step left in the model's folder. */
    Path made(String name) {
        return project.resolve("target/ml/tiny").resolve(name);
    }

    void write(String name, String text) {
        put(file(name), text);
    }

    String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void put(Path file, String text) {
        Json.replace(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
