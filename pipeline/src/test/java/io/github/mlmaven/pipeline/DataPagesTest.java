package io.github.mlmaven.pipeline;

import static io.github.mlmaven.pipeline.Example.REGRESSION;
import static io.github.mlmaven.pipeline.Example.project;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.lock.AcceptCommand;
import io.github.mlmaven.step.BuildPlace;
import io.github.mlmaven.step.Steps;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataPagesTest {

    @TempDir
    Path folder;

    @Test
    void data_that_fails_its_validation_has_a_page_too() throws IOException {
        project(folder, REGRESSION.formatted("xgboost").replace("k: {type: number}", "k: {type: number, max: 3}"));

        Example.run(folder, Steps.VALIDATE);

        assertThat(folder.resolve("target/ml/example/data.html"))
                .content()
                .contains(
                        "1 error and ",
                        "No model is trained on this data.",
                        "d.csv line 2, column &#39;k&#39;: found 7, the schema allows at most 3".replace("&#39;", "'"),
                        "<h3 id=\"column-2-name\"><bdi>a</bdi></h3>",
                        "class=\"histogram\"");
        assertThat(folder.resolve("target/ml/example/training.json")).doesNotExist();
    }

    @Test
    void a_page_advises_the_command_of_its_model_and_is_drawn_again_where_it_is_another() throws IOException {
        project(folder, REGRESSION.formatted("xgboost") + "drift: {severity: warning}\n");
        Path page = folder.resolve("target/ml/example/drift.html");

        Example.run(accepting("mvn ml:accept -pl prices -Dml.classifier=small"), Steps.DRIFT, 2);
        assertThat(page).content().contains("Accept the model: mvn ml:accept -pl prices -Dml.classifier=small.");
        Example.run(accepting("mvn ml:accept@small"), Steps.DRIFT, 2);
        assertThat(page).content().contains("Accept the model: mvn ml:accept@small.");
    }

    private BuildPlace accepting(String command) {
        BuildPlace place = Example.place(folder);
        return new BuildPlace(
                place.basedir(),
                new BuildPlace.Decided(place.spec(), place.lock(), new AcceptCommand(command)),
                place.outputDirectory(),
                place.identity(),
                place.strictness());
    }

    @Test
    void where_drift_is_asked_for_a_second_page_has_its_verdicts_and_its_findings() throws IOException {
        project(folder, REGRESSION.formatted("xgboost") + "drift: {severity: warning}\n");

        Example.run(folder, Steps.DRIFT);

        assertThat(folder.resolve("target/ml/example/drift.html"))
                .content()
                .contains(
                        "<code>drift-baseline</code>",
                        "<th scope=\"row\">standard deviations, test from training</th>",
                        "<th scope=\"col\" class=\"drift\">drift</th>");
        assertThat(folder.resolve("target/ml/example/data.html"))
                .content()
                .doesNotContain("class=\"drift\"", "drift-baseline");
    }
}
