package io.github.mlmaven.plugin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModuleModelsTest {

    private final Path basedir = Path.of("module").toAbsolutePath();
    private final Path target = basedir.resolve("target");
    private final ModuleModels models = new ModuleModels();

    @Test
    void models_with_all_their_own_may_be_several() {
        assertThatCode(() -> {
                    models.add(model("a.yaml", "a.lock.json"), "a", target);
                    models.add(model("b.yaml", "b.lock.json"), "b", target);
                    models.add(model("a.yaml", "a.lock.json"), "a", target);
                    models.requireOwnName(model("b.yaml", "b.lock.json"), "b", spec -> "a");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void one_classifier_for_two_is_an_error_that_says_what_to_set() {
        models.add(model("a.yaml", "a.lock.json"), "model", target);

        assertThatThrownBy(() -> models.add(model("b.yaml", "b.lock.json"), "model", target))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "a.yaml and b.yaml are two models of this module with one classifier, 'model': one bundle would"
                                + " replace the other. Set <classifier> in one of the plugin's executions.");
    }

    @Test
    void one_lock_for_two_is_an_error_that_says_what_to_leave_out() {
        models.add(model("a.yaml", "lock.json"), "a", target);

        assertThatThrownBy(() -> models.add(model("b.yaml", "lock.json"), "b", target))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "a.yaml and b.yaml are two models of this module with one lock, lock.json: one acceptance would"
                                + " replace the other. Leave 'lock' out of the plugin's configuration (ml.lock): each model has its own"
                                + " beside it.");
    }

    @Test
    void one_name_for_two_is_an_error_that_says_where_to_set_it() {
        models.add(model("a.yaml", "a.lock.json"), "a", target);
        models.add(model("b.yaml", "b.lock.json"), "b", target);

        assertThatThrownBy(() -> models.requireOwnName(model("b.yaml", "b.lock.json"), "houses", spec -> "houses"))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "a.yaml and b.yaml are two models of this module with one name, 'houses': one result would replace"
                                + " the other. Set 'name' in one of the two files.");
    }

    @Test
    void one_model_with_two_classifiers_is_an_error() {
        models.add(model("a.yaml", "a.lock.json"), "a", target);

        assertThatThrownBy(() -> models.add(model("a.yaml", "a.lock.json"), "b", target))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "a.yaml has one lock or classifier in one of the plugin's executions, and another in the next. Set"
                                + " <classifier> and <lock> alike in all executions of one <spec>.");
    }

    @Test
    void one_model_with_two_folders_is_an_error_that_names_both() {
        models.add(model("a.yaml", "a.lock.json"), "a", target);

        assertThatThrownBy(() -> models.add(model("a.yaml", "a.lock.json"), "a", basedir.resolve("elsewhere")))
                .isInstanceOf(MlException.class)
                .hasMessage(
                        "a.yaml has the outputDirectory target in one of the plugin's executions, and elsewhere in the"
                                + " next, where none of its results are. Set <outputDirectory> alike in all executions of one <spec>.");
    }

    private ModelPlace model(String spec, String lock) {
        return new ModelPlace(basedir, basedir.resolve(spec), basedir.resolve(lock));
    }
}
