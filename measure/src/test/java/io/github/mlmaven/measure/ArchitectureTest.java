package io.github.mlmaven.measure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses ROOM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.mlmaven.measure");

    @Test
    void the_rule_sees_classes() {
        assertThat(ROOM).hasSizeGreaterThan(20);
    }

    /** A server and a cluster measure too, and have no engine. */
    @Test
    void measure_needs_api_and_the_jdk_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.github.mlmaven.api", "io.github.mlmaven.measure..")
                .check(ROOM);
    }

    /** A measure of one thing is told without those that are made of many. */
    @Test
    void measures_know_neither_the_profile_nor_drift() {
        classes()
                .that()
                .resideInAPackage("io.github.mlmaven.measure")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.github.mlmaven.api", "io.github.mlmaven.measure")
                .check(ROOM);
    }
}
