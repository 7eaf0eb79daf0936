package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelPlaceTest {

    private final Path basedir = Path.of("module").toAbsolutePath();

    @ParameterizedTest
    @CsvSource({
        "model.yaml, model.lock.json",
        "small.yaml, small.lock.json",
        "v1.2.yml, v1.2.lock.json",
        "model, model.lock.json"
    })
    void a_lock_lies_beside_its_model_yaml_and_has_its_name(String spec, String lock) {
        assertThat(ModelPlace.lockBeside(basedir.resolve(spec))).isEqualTo(basedir.resolve(lock));
    }

    @Test
    void a_file_of_the_module_is_shown_as_its_pom_would_name_it() {
        ModelPlace place = ModelPlace.byDefault(basedir);

        assertThat(place.shown(place.spec())).isEqualTo("src/main/ml/model.yaml");
        assertThat(place.shown(place.lock())).isEqualTo("src/main/ml/model.lock.json");
        Path outside = basedir.resolveSibling("other");
        assertThat(place.shown(outside)).isEqualTo(outside.toString());
    }
}
