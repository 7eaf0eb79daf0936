package io.github.mlmaven;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.Architectures;
import io.github.mlmaven.step.FileHashes;
import io.github.mlmaven.step.Surroundings;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String BASE = "io.github.mlmaven.";
    private static final JavaClasses PIPELINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    BASE + "data",
                    BASE + "validate",
                    BASE + "task",
                    BASE + "train",
                    BASE + "evaluate",
                    BASE + "predict",
                    BASE + "gate",
                    BASE + "pipeline");

    @Test
    void the_rules_see_classes() {
        assertThat(PIPELINE).hasSizeGreaterThan(50);
    }

    @Test
    void steps_depend_on_the_steps_before_them() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("data")
                .definedBy(BASE + "data")
                .layer("validate")
                .definedBy(BASE + "validate")
                .layer("task")
                .definedBy(BASE + "task")
                .layer("train")
                .definedBy(BASE + "train")
                .layer("evaluate")
                .definedBy(BASE + "evaluate")
                .layer("gate")
                .definedBy(BASE + "gate")
                .layer("predict")
                .definedBy(BASE + "predict")
                .layer("pipeline")
                .definedBy(BASE + "pipeline")
                .whereLayer("pipeline")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("gate")
                .mayOnlyBeAccessedByLayers("pipeline")
                .whereLayer("predict")
                .mayOnlyBeAccessedByLayers("pipeline")
                .whereLayer("evaluate")
                .mayOnlyBeAccessedByLayers("gate", "pipeline")
                .whereLayer("train")
                .mayOnlyBeAccessedByLayers("evaluate", "gate", "pipeline")
                .whereLayer("task")
                .mayOnlyBeAccessedByLayers("train", "evaluate")
                .whereLayer("validate")
                .mayOnlyBeAccessedByLayers("train", "evaluate", "predict", "gate", "pipeline")
                .check(PIPELINE);
    }

    /** What stands for the inputs was decided before the work began; rows of a database are an input that the work itself fetches. */
    @Test
    void no_work_hashes_its_inputs() {
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + "data.DatabaseFetch")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(FileHashes.class, Surroundings.class)
                .check(PIPELINE);
    }

    @Test
    void the_gate_sees_numbers_alone() {
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(BASE + "gate")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        BASE + "gate",
                        BASE + "chance",
                        BASE + "api",
                        BASE + "text",
                        BASE + "spec",
                        BASE + "step",
                        BASE + "lock",
                        BASE + "report")
                .check(PIPELINE);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(PIPELINE);
    }
}
