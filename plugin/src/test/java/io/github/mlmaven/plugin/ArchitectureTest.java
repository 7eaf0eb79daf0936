package io.github.mlmaven.plugin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
                        "org.eclipse.aether..",
                        "org.jspecify..",
                        "io.github.mlmaven.plugin..",
                        "io.github.mlmaven.spec..",
                        "io.github.mlmaven.step..",
                        "io.github.mlmaven.lock..",
                        "io.github.mlmaven.report..",
                        "io.github.mlmaven.worker..")
                .check(HOUSE);
    }
}
