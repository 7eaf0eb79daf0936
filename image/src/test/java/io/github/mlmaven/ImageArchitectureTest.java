package io.github.mlmaven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ImageArchitectureTest {

    private static final JavaClasses IMAGE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.mlmaven.image");

    @Test
    void the_rules_see_classes() {
        assertThat(IMAGE).hasSizeGreaterThan(15);
    }

    @Test
    void image_depends_on_steps_and_jib_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.net.ssl..",
                        "io.github.mlmaven.image..",
                        "io.github.mlmaven.api",
                        "io.github.mlmaven.text",
                        "io.github.mlmaven.step..",
                        "io.github.mlmaven.worker..",
                        "com.fasterxml.jackson..",
                        "com.google.cloud.tools.jib..",
                        "org.apache.commons.compress..",
                        "org.jspecify..")
                .check(IMAGE);
    }
}
