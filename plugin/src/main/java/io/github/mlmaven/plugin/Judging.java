package io.github.mlmaven.plugin;

import io.github.mlmaven.api.MlException;
import io.github.mlmaven.plugin.PluginExecutions.ModelExecution;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a module's build judges its models: each by a goal {@code check} that a phase runs, or that Maven was called with.
 *
 * @param otherwise the model of a goal that is called without an execution
 * @param called what Maven was called with, phases and goals
 */
record Judging(PluginExecutions executions, ModelPlace otherwise, List<String> called) {

    /** The goal that judges. */
    static final String CHECK = "check";

    private static final String LOCK = ".lock.json";

    Judging {
        called = List.copyOf(called);
    }

    /**
     * Makes sure that a goal of the lifecycle works on a model that is judged too, and that none lies beside it whose lock
     * nobody compares with.
     *
     * @param id of the goal's execution
     * @throws MlException if one is not judged
     */
    void require(ModelPlace place, String id, Requirement requirement) {
        if (!requirement.holds()) {
            return;
        }
        if (!isJudged(place.spec())) {
            throw unjudged(place, place.spec(), requirement, addTo(id));
        }
        besides(place).stream().filter(spec -> !isJudged(spec)).findFirst().ifPresent(spec -> {
            throw unjudged(
                    place,
                    spec,
                    requirement,
                    of(spec).map(ModelExecution::id)
                            .findFirst()
                            .map(Judging::addTo)
                            .orElseGet(() -> create(place, spec)));
        });
        leftOver(place).findFirst().ifPresent(file -> {
            throw new MlException(
                    "%s is there, and no model that the module's build knows has it. %s"
                            .formatted(place.shown(file), requirement.sentence("a judgement of each model")),
                    "Give its model an execution of its own, with <spec>, <classifier> and <goal>check</goal>, or take the file"
                            + " away if the module has no such model any more.");
        });
    }

    /** What is of no model of the build, in its folder and where a module's model is by default. */
    private Stream<Path> leftOver(ModelPlace place) {
        ModelPlace byDefault = ModelPlace.byDefault(place.basedir());
        Set<Path> known = Stream.of(
                        Stream.of(place),
                        Stream.of(byDefault).filter(ModelPlace::hasSpec),
                        executions.all().stream().map(ModelExecution::place))
                .flatMap(places -> places)
                .flatMap(model -> Stream.of(model.spec(), model.lock(), BuildPlace.profileBeside(model.lock())))
                .collect(Collectors.toSet());
        return folders(place)
                .flatMap(folder -> new ModelRemains(folder).files().stream())
                .filter(file -> !known.contains(file));
    }

    private static Stream<Path> folders(ModelPlace place) {
        return Stream.of(place, ModelPlace.byDefault(place.basedir()))
                .map(other -> other.spec().toAbsolutePath().getParent())
                .distinct();
    }

    /**
     * Makes sure that a model is judged although one execution of the goal that judges is skipped. Whoever skips it on the
     * command line sees what it does; of a POM, that a check is skipped is a line that was read once, if at all.
     *
     * @param id of that execution
     * @throws MlException if a POM skips it and no other one judges
     */
    void requireUnskipped(ModelPlace place, String id, Switch by, Requirement requirement) {
        boolean otherwise =
                of(place.spec()).anyMatch(other -> !other.id().equals(id) && other.binds(CHECK) && !other.skipped());
        if (requirement.holds() && by.ofPom() && !otherwise) {
            throw new MlException(
                    "This module has a model (%s), and its POM skips the goal that judges it (%s). %s"
                            .formatted(place.shown(place.spec()), by, requirement.sentence("that")),
                    "Take that out of the POM; or say on purpose that the build need not judge it, by <required>false</required>"
                            + " of the plugin or -Dml.required=false, which marks its results.");
        }
    }

    private static String addTo(String id) {
        return "Add <goal>check</goal> to the plugin's execution '" + id + "', or call it beside the phase: mvn verify"
                + " ml:check@" + id + ".";
    }

    private static String create(ModelPlace place, Path spec) {
        return "Give it an execution of its own, with <spec>, <classifier> and <goal>check</goal>, or delete "
                + place.shown(ModelPlace.lockBeside(spec)) + " if the module has no such model any more.";
    }

    private static MlException unjudged(ModelPlace place, Path spec, Requirement requirement, String remedy) {
        return new MlException(
                "This module has a model (%s), and its build does not judge it: no phase of mvn verify runs the goal check for it. %s"
                        .formatted(place.shown(spec), requirement.sentence("that")),
                remedy);
    }

    private boolean isJudged(Path spec) {
        return of(spec).anyMatch(execution -> execution.binds(CHECK) || isCalled("@" + execution.id()))
                || (otherwise.spec().equals(spec) && isCalled(""));
    }

    private Stream<ModelExecution> of(Path spec) {
        return executions.all().stream()
                .filter(execution -> execution.place().spec().equals(spec));
    }

    /** The other models that people accepted, of the folder and where a module's model is by default. */
    private List<Path> besides(ModelPlace place) {
        return folders(place)
                .filter(Files::isDirectory)
                .flatMap(folder -> besides(place, folder).stream())
                .toList();
    }

    private List<Path> besides(ModelPlace place, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(LOCK))
                    .filter(lock -> !lock.equals(place.lock()))
                    .filter(lock -> !isJudgedBy(lock))
                    .sorted()
                    .flatMap(lock -> specs(lock).filter(Files::isRegularFile).limit(1))
                    .filter(spec -> !spec.equals(place.spec()))
                    .toList();
        } catch (IOException e) {
            throw new MlException(folder + " could not be read: " + Json.reason(e) + ".", "Make it readable.", e);
        }
    }

    private boolean isJudgedBy(Path lock) {
        return executions.all().stream()
                .filter(execution -> execution.binds(CHECK))
                .anyMatch(execution -> execution.place().lock().equals(lock));
    }

    private static Stream<Path> specs(Path lock) {
        String name = lock.getFileName().toString();
        String stem = name.substring(0, name.length() - LOCK.length());
        return Stream.of(".yaml", ".yml").map(end -> lock.resolveSibling(stem + end));
    }

    private boolean isCalled(String execution) {
        return called.stream()
                .anyMatch(goal -> goal.matches("(ml|[^:]+:ml-maven-plugin(:[^:]+)?):check" + Pattern.quote(execution)));
    }
}
