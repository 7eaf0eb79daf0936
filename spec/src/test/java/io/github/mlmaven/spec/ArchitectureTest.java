package io.github.mlmaven.spec;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses ROOM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.mlmaven.spec", "io.github.mlmaven.lock");

    @Test
    void the_rule_sees_classes() {
        assertThat(ROOM).hasSizeGreaterThan(20);
    }

    @Test
    void spec_needs_jackson_and_the_yaml_parser_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "com.fasterxml.jackson..",
                        "org.snakeyaml.engine..",
                        // Patterns are checked where they stand.
                        "com.google.re2j..",
                        "io.github.mlmaven.api",
                        "io.github.mlmaven.text",
                        "io.github.mlmaven.spec",
                        "io.github.mlmaven.lock")
                .check(ROOM);
    }
}
