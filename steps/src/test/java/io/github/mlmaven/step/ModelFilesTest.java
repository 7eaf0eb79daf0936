package io.github.mlmaven.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.step.BuildPlace.Identity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModelFilesTest {

    private static final ModelFiles FILES = ModelFiles.of(Path.of("target"), "tiny");

    @Test
    void each_file_of_a_model_has_a_place_in_its_own_folder() {
        assertThat(FILES.directory()).isEqualTo(Path.of("target/ml/tiny"));
        assertThat(FILES.profile()).isEqualTo(Path.of("target/ml/tiny/profile.json"));
        assertThat(FILES.split()).isEqualTo(Path.of("target/ml/tiny/split.json"));
        assertThat(FILES.model()).isEqualTo(Path.of("target/ml/tiny/model"));
        assertThat(FILES.evaluation()).isEqualTo(Path.of("target/ml/tiny/evaluation.json"));
        assertThat(FILES.predictions()).isEqualTo(Path.of("target/ml/tiny/predictions.parquet"));
        assertThat(FILES.curves()).isEqualTo(Path.of("target/ml/tiny/curves.json"));
        assertThat(FILES.reportPage()).isEqualTo(Path.of("target/ml/tiny/report.html"));
        assertThat(FILES.reportText()).isEqualTo(Path.of("target/ml/tiny/report.md"));
        assertThat(FILES.image()).isEqualTo(Path.of("target/ml/tiny/image.json"));
        assertThat(FILES.imageTar()).isEqualTo(Path.of("target/ml/tiny/image.tar"));
        assertThat(FILES.hashes()).isEqualTo(Path.of("target/ml/tiny/hashes.json"));
        assertThat(FILES.record(Steps.TRAIN)).isEqualTo(Path.of("target/ml/tiny/train.record.json"));
    }

    @Test
    void a_bundle_is_named_as_maven_names_an_artifact_with_a_classifier() {
        assertThat(BundleFile.name(new Identity("shop", "1.0", "price", "0.1"))).isEqualTo("shop-1.0-price.jar");
        assertThat(BundleFile.name(new Identity("shop", "1.0", "0.1"))).isEqualTo("shop-1.0-model.jar");
    }
}
