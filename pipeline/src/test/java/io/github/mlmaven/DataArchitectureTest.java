package io.github.mlmaven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DataArchitectureTest {

    private static final JavaClasses PIPELINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    "io.github.mlmaven.data",
                    "io.github.mlmaven.validate",
                    "io.github.mlmaven.train",
                    "io.github.mlmaven.evaluate",
                    "io.github.mlmaven.gate",
                    "io.github.mlmaven.pipeline");

    @Test
    void the_rules_see_classes() {
        assertThat(PIPELINE.stream().filter(found -> found.getPackageName().equals("io.github.mlmaven.data")))
                .hasSizeGreaterThan(12);
        assertThat(PIPELINE.stream().filter(found -> found.getPackageName().equals("io.github.mlmaven.validate")))
                .hasSizeGreaterThan(8);
    }

    @Test
    void data_knows_no_step_that_uses_it() {
        classes()
                .that()
                .resideInAPackage("io.github.mlmaven.data")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "ch.randelshofer.fastdoubleparser..",
                        "com.fasterxml.jackson.core..",
                        "com.fasterxml.jackson.databind..",
                        "org.duckdb..",
                        "org.jspecify..",
                        "io.github.mlmaven.data",
                        "io.github.mlmaven.api",
                        "io.github.mlmaven.measure",
                        "io.github.mlmaven.text",
                        "io.github.mlmaven.spec",
                        "io.github.mlmaven.step",
                        "io.github.mlmaven.worker")
                .check(PIPELINE);
    }

    @Test
    void validate_knows_data_and_no_later_step() {
        classes()
                .that()
                .resideInAPackage("io.github.mlmaven.validate")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.google.re2j..",
                        "org.jspecify..",
                        "io.github.mlmaven.validate",
                        "io.github.mlmaven.data",
                        "io.github.mlmaven.api",
                        "io.github.mlmaven.measure..",
                        "io.github.mlmaven.text",
                        "io.github.mlmaven.spec",
                        "io.github.mlmaven.step")
                .check(PIPELINE);
    }

    @Test
    void only_data_knows_the_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.github.mlmaven.data")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.duckdb..", "java.sql..")
                .check(PIPELINE);
    }
}
