package io.github.mlmaven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SPEC = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.mlmaven");

    @Test
    void the_rules_see_classes() {
        assertThat(SPEC).hasSizeGreaterThan(50);
    }

    @Test
    void spec_depends_on_the_jdk_jackson_and_the_yaml_parser_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.xml.stream..",
                        "io.github.mlmaven..",
                        "com.fasterxml.jackson..",
                        "org.snakeyaml.engine..",
                        "org.jspecify..")
                .check(SPEC);
    }

    @Test
    void packages_depend_on_each_other_one_way() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("report")
                .definedBy("io.github.mlmaven.report")
                .layer("lock")
                .definedBy("io.github.mlmaven.lock")
                .layer("spec")
                .definedBy("io.github.mlmaven.spec")
                .whereLayer("report")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("lock")
                .mayNotBeAccessedByAnyLayer()
                .check(SPEC);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("io.github.mlmaven.(*)..").should().beFreeOfCycles().check(SPEC);
    }
}
