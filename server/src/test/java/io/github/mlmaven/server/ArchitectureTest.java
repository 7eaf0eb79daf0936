package io.github.mlmaven.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.mlmaven.server");

    @Test
    void the_server_knows_the_model_and_the_contracts_only() {
        assertThat(SERVER).hasSizeGreaterThan(10);
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.fasterxml.jackson.core..",
                        "io.vertx.core..",
                        // Below Vert.x, for what it leaves to Netty: RequestHeads.
                        "io.netty..",
                        "org.jspecify..",
                        "io.github.mlmaven.server",
                        "io.github.mlmaven.model",
                        "io.github.mlmaven.api",
                        "io.github.mlmaven.text")
                .check(SERVER);
    }

    @Test
    void what_is_answered_knows_no_network() {
        assertThat(SERVER.contain(Api.class)).isTrue();
        noClasses()
                .that()
                .belongToAnyOf(
                        Api.class,
                        Predictions.class,
                        Observed.class,
                        JsonCodec.class,
                        Metadata.class,
                        Reply.class,
                        Request.class,
                        RowsReader.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.vertx..")
                .check(SERVER);
    }
}
