package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ml:predict} scores the rows of files. */
class PredictIT {

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void rows_of_a_file_are_predicted_by_one_command(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "predicted");
        build.write("data/new.csv", """
                district,house,size,rooms,garden,agent
                north,9001,100,4,true,Ann
                east,9002,50,2,,Bob
                """);

        MavenBuild.Result result = build.run("ml:predict", "-Dml.data=data/new.csv", "-Dml.output=scored.csv");

        assertThat(result.succeeded()).as(build.log()).isTrue();
        assertThat(build.text("scored.csv")).matches("row,house,prediction\n0,9001,[0-9.]+\n1,9002,[0-9.]+\n");
        assertThat(build.log())
                .contains("houses: no input, and left out: agent")
                .contains("houses: predicted 2 rows of data/new.csv: scored.csv");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_row_that_breaks_the_schema_fails_with_its_line_or_is_put_aside(Path maven) {
        MavenBuild build = MavenBuild.base(maven, "predicted-with-bad-rows");
        build.write("new.csv", "house,size,rooms,district,garden\n9001,100,4,north,true\n9002,4000,2,east,\n");

        MavenBuild.Result failed = build.run("ml:predict", "-Dml.data=new.csv");

        assertThat(failed.succeeded()).isFalse();
        assertThat(build.log())
                .contains("[ERROR] houses: new.csv line 3, column 'size': found 4000, the schema allows 20 to 400")
                .contains("Rows of new.csv break the schema, see above: nothing was written.");
        assertThat(build.file("target/ml/houses/predicted.csv")).doesNotExist();

        MavenBuild.Result aside = build.run("ml:predict", "-Dml.data=new.csv", "-Dml.badRows=quarantine");

        assertThat(aside.succeeded()).as(build.log()).isTrue();
        assertThat(build.log())
                .contains("[WARNING] houses: new.csv line 3, column 'size': found 4000, the schema allows 20 to 400")
                .contains("left out 1 of 2 rows that break the schema");
        assertThat(build.text("target/ml/houses/predicted.csv.quarantine.csv"))
                .isEqualTo("row,file,line,column,value,reason\n1,new.csv,3,size,4000,value-out-of-range\n");
    }
}
