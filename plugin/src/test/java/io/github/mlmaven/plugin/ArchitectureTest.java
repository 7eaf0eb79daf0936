package io.github.mlmaven.plugin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The engines are on this module's test class path, so the whole house is seen from here. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.mlmaven");

    @Test
    void the_rules_see_the_plugin_and_the_engines() {
        for (String entry : new String[] {
            "plugin.ModelGoal", "pipeline.Main", "image.Main", "server.Main", "model.MlModel", "spec.ModelSpec"
        }) {
            assertThat(HOUSE.contain("io.github.mlmaven." + entry)).as(entry).isTrue();
        }
    }

    @Test
    void only_the_plugin_knows_maven() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.github.mlmaven.plugin..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..")
                .check(HOUSE);
    }

    @Test
    void the_plugin_touches_no_engine() {
        classes()
                .that()
                .resideInAPackage("io.github.mlmaven.plugin..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.inject..",
                        // The generated help goal reads the descriptor.
                        "javax.xml.parsers..",
                        "org.w3c.dom..",
                        "org.xml.sax..",
                        "org.apache.maven..",
                        // What Maven's reader of POMs throws, and makes of a plugin's configuration.
                        "org.codehaus.plexus.util.xml..",
                        "org.eclipse.aether..",
                        "org.jspecify..",
                        "io.github.mlmaven.plugin..",
                        "io.github.mlmaven.fetch",
                        "io.github.mlmaven.api",
                        "io.github.mlmaven.text",
                        "io.github.mlmaven.spec..",
                        "io.github.mlmaven.step..",
                        "io.github.mlmaven.lock..",
                        "io.github.mlmaven.report..",
                        "io.github.mlmaven.worker..")
                .check(HOUSE);
    }

    @Test
    void results_are_data_and_report_alone_makes_words_of_them() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.github.mlmaven.step..", "io.github.mlmaven.validate..", "io.github.mlmaven.gate..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.github.mlmaven.text.Numbers")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("io.github.mlmaven.gate..")
                .should()
                .callMethodWhere(target(name("formatted").or(name("format"))))
                .check(HOUSE);
        noFields()
                .that()
                .areDeclaredInClassesThat(are(aResult()))
                .should()
                .haveNameMatching("message|sentence|text|problem|remedy")
                .check(HOUSE);
    }

    /** A record in which a step or a finding says something, but for the values that a finding takes from the data. */
    private static DescribedPredicate<JavaClass> aResult() {
        return describe(
                "results",
                type -> type.getName()
                        .matches("io\\.github\\.mlmaven\\.step\\.(Validation|Finding|Verdict|GateResult)(\\$.*)?"));
    }

    /** Each package with those that it may know. Whoever adds a room or an arrow decides it here. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            entry("api", Set.of()),
            entry("measure", Set.of("api")),
            entry("text", Set.of("api")),
            entry("spec", Set.of("api", "text")),
            entry("lock", Set.of("api", "text")),
            entry("step", Set.of("api", "text", "spec", "lock")),
            entry("worker", Set.of("api", "text", "step")),
            entry("report", Set.of("api", "text", "spec", "lock", "step")),
            entry("pages", Set.of("api", "text", "spec", "step", "report")),
            entry("model", Set.of("api", "text")),
            entry("data", Set.of("api", "measure", "text", "spec", "step", "worker")),
            entry("validate", Set.of("api", "measure", "text", "spec", "step", "data")),
            entry("task", Set.of("api", "measure", "spec", "step", "model", "data")),
            entry("train", Set.of("api", "measure", "text", "spec", "step", "model", "data", "task")),
            entry("chance", Set.of()),
            entry(
                    "evaluate",
                    Set.of("api", "measure", "text", "spec", "step", "model", "data", "task", "train", "chance")),
            entry("predict", Set.of("api", "text", "spec", "step", "worker", "model", "data", "measure", "validate")),
            entry("gate", Set.of("api", "text", "spec", "step", "lock", "chance")),
            entry(
                    "pipeline",
                    Set.of(
                            "api",
                            "text",
                            "spec",
                            "lock",
                            "step",
                            "worker",
                            "report",
                            "pages",
                            "model",
                            "data",
                            "validate",
                            "train",
                            "evaluate",
                            "predict",
                            "gate")),
            // It makes what the steps read, has them carried out, and looks at what they made.
            entry(
                    "draft",
                    Set.of(
                            "api",
                            "measure",
                            "text",
                            "spec",
                            "lock",
                            "step",
                            "worker",
                            "report",
                            "pages",
                            "data",
                            "validate",
                            "train",
                            "evaluate",
                            "pipeline")),
            entry("server", Set.of("api", "text", "model")),
            entry("image", Set.of("api", "text", "step", "worker")),
            entry("fetch", Set.of("api", "text", "spec")),
            entry("plugin", Set.of("api", "text", "spec", "lock", "step", "worker", "report", "fetch")));

    @Test
    void rooms_know_only_the_rooms_below() {
        Set<String> found = HOUSE.stream()
                // What is within a room is a matter of its own.
                .map(type ->
                        type.getPackageName().replace("io.github.mlmaven.", "").replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());
        assertThat(found).isEqualTo(ROOMS.keySet());
        ROOMS.forEach((room, known) -> {
            String[] others = ROOMS.keySet().stream()
                    .filter(other -> !other.equals(room) && !known.contains(other))
                    .map(other -> "io.github.mlmaven." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("io.github.mlmaven." + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(HOUSE);
        });
    }
}
