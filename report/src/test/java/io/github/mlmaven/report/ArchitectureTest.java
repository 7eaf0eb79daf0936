package io.github.mlmaven.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses ROOM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.mlmaven.report");

    @Test
    void the_rule_sees_classes() {
        assertThat(ROOM).hasSizeGreaterThan(3);
    }

    @Test
    void reports_need_results_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.xml.stream..",
                        "org.jspecify..",
                        "io.github.mlmaven.api",
                        "io.github.mlmaven.text",
                        "io.github.mlmaven.spec",
                        "io.github.mlmaven.lock",
                        "io.github.mlmaven.step",
                        "io.github.mlmaven.report")
                .check(ROOM);
    }
}
