package io.github.mlmaven.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MODEL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.mlmaven.model");

    @Test
    void the_rule_sees_classes() {
        assertThat(MODEL).hasSizeGreaterThan(15);
    }

    @Test
    void a_model_needs_no_engine_no_server_and_no_build_tool() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.github.mlmaven.model..",
                        "io.github.mlmaven.api",
                        "io.github.mlmaven.text",
                        "com.fasterxml.jackson..",
                        "com.google.protobuf..",
                        "org.tribuo..",
                        "org.jspecify..")
                .check(MODEL);
    }
}
