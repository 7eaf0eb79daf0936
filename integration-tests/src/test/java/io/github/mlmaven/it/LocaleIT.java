package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A build is the same in a locale with other digits (Arabic), and in one with other letters (Turkish). */
class LocaleIT {

    private static final List<String> FILES = List.of(
            "src/main/ml/model.lock.json",
            "target/houses-1.0-model.jar",
            "target/ml/houses/validation.json",
            "target/ml/houses/profile.json",
            "target/ml/houses/data.html",
            "target/ml/houses/split.json",
            "target/ml/houses/training.json",
            "target/ml/houses/evaluation.json",
            "target/ml/houses/predictions.parquet",
            "target/ml/houses/verdict.json",
            "target/ml/houses/report.html",
            "target/ml/houses/report.md",
            "target/surefire-reports/TEST-ml.houses.xml",
            "target/surefire-reports/TEST-ml.houses.data.xml");

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void files_and_lines_are_those_of_an_english_build(Path maven) {
        MavenBuild english = MavenBuild.base(maven, "locale-en");
        List<String> lines = accepted(english, "en");
        assertThat(lines).anyMatch(line -> line.contains("houses: trained ")).hasSizeGreaterThan(5);

        for (String language : List.of("ar", "tr")) {
            MavenBuild build = MavenBuild.base(maven, "locale-" + language);

            assertThat(accepted(build, language)).as(language).isEqualTo(lines);
            for (String file : FILES) {
                assertThat(build.file(file)).as(language).hasSameBinaryContentAs(english.file(file));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void mistakes_are_told_in_the_same_words(Path maven) {
        List<String> mistakes = List.of("max: 150", "maxi: 1000", "max: \u0663");
        for (int i = 0; i < mistakes.size(); i++) {
            MavenBuild english = MavenBuild.base(maven, "locale-mistake-en-" + i);
            MavenBuild arabic = MavenBuild.base(maven, "locale-mistake-ar-" + i);

            assertThat(refused(arabic, "ar", mistakes.get(i)))
                    .as(mistakes.get(i))
                    .isEqualTo(refused(english, "en", mistakes.get(i)));
        }
    }

    private static List<String> accepted(MavenBuild build, String language) {
        assertThat(run(build, language, "verify").succeeded()).as(build.log()).isTrue();
        List<String> lines = lines(build);
        assertThat(run(build, language, "ml:accept").succeeded())
                .as(build.log())
                .isTrue();
        return Stream.concat(lines.stream(), lines(build).stream()).toList();
    }

    private static List<String> refused(MavenBuild build, String language, String mistake) {
        build.edit("src/main/ml/model.yaml", "price: {type: number", "price: {" + mistake + ", type: number");
        assertThat(run(build, language, "verify").succeeded()).as(build.log()).isFalse();
        List<String> lines = lines(build);
        assertThat(lines).as(build.log()).isNotEmpty();
        return lines;
    }

    private static Result run(MavenBuild build, String language, String goal) {
        return build.withVariable("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.language=" + language)
                .run(goal, "-Dml.argLine=-Duser.language=" + language);
    }

    /** What the build says of the model, without the folder that it is in. */
    private static List<String> lines(MavenBuild build) {
        return build.log()
                .lines()
                .filter(line -> line.matches(".*(houses|model\\.yaml|rmse|mae|r2|gate|column).*"))
                .filter(line -> !line.matches(".*(Building|Reactor|jar|ml-maven-plugin:).*"))
                .map(line -> line.replace(build.file("").toString(), ""))
                .toList();
    }
}
