package io.github.mlmaven.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                        "com.google.re2j..",
                        "org.tribuo..",
                        "org.jspecify..")
                .check(MODEL);
    }

    /** What is not here, where tests bring more than a service gets, no service gets. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "io/github/mlmaven/spec/ModelSpec.class",
                "io/github/mlmaven/lock/Lock.class",
                "io/github/mlmaven/step/Step.class",
                "io/github/mlmaven/worker/WorkerLoop.class",
                "io/github/mlmaven/report/ConsoleReport.class",
                "io/github/mlmaven/measure/Fold.class",
                "org/snakeyaml/engine/v2/api/Load.class",
                "org/yaml/snakeyaml/Yaml.class",
                "org/duckdb/DuckDBDriver.class"
            })
    void a_service_gets_no_yaml_parser_and_nothing_of_the_build(String file) {
        ClassLoader loader = ArchitectureTest.class.getClassLoader();

        assertThat(loader.getResource("io/github/mlmaven/model/MlModel.class")).isNotNull();
        assertThat(loader.getResource("com/fasterxml/jackson/databind/ObjectMapper.class"))
                .isNotNull();
        assertThat(loader.getResource(file)).isNull();
    }
}
