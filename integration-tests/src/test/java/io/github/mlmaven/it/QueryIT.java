package io.github.mlmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.it.MavenBuild.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Builds whose data is a query over two files, or a folder of partitions. */
class QueryIT {

    static Stream<Path> mavens() {
        return MavenBuild.mavens();
    }

    private static MavenBuild joined(Path maven, String behaviour) {
        MavenBuild build = MavenBuild.base(maven, behaviour);
        build.write("data/districts.csv", "district,income\nnorth,41000\neast,28000\nsouth,36500.5\n");
        build.edit("src/main/ml/model.yaml", "  source: data/houses.csv\n", """
                  files: {houses: data/houses.csv, districts: data/districts.csv}
                  query: |
                    select h.*, d.income, size / rooms as room  -- the mean size
                    from houses h join districts d using (district)
                  where: size > 21
                """.indent(0));
        build.edit(
                "src/main/ml/model.yaml",
                "  garden: {type: boolean}\n",
                "  garden: {type: boolean}\n  income: {type: number, min: 0}\n  room: {type: number, min: 0}\n");
        return build;
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_join_of_two_files_is_built_to_green_and_locked(Path maven) {
        MavenBuild build = joined(maven, "joined-files");

        Result first = build.run("verify");
        assertThat(first.succeeded()).as(first.log()).isTrue();
        assertThat(first.log()).contains("PASS  rmse is ");

        // The option would end any worker JVM at its start.
        Result again = build.run("verify", "-Dml.argLine=-XX:NoSuchOption");
        assertThat(again.succeeded()).as(again.log()).isTrue();

        assertThat(build.run("ml:accept").succeeded()).as(build.log()).isTrue();
        assertThat(build.file("src/main/ml/model.lock.json"))
                .content()
                .contains(
                        "\"data.file.data/districts.csv\": \"",
                        "\"data.file.data/houses.csv\": \"",
                        "\"data.files\": \"{districts: data/districts.csv, houses: data/houses.csv}\"",
                        "select h.*, d.income");

        build.write("new.csv", "house,size,rooms,district,garden,income,room\n900,50,2,north,true,41000,25\n");
        Result predicted = build.run("ml:predict", "-Dml.data=new.csv", "-Dml.output=new-prices.csv");
        assertThat(predicted.succeeded()).as(predicted.log()).isTrue();
        assertThat(build.file("new-prices.csv")).content().hasLineCount(2);

        build.edit("data/districts.csv", "41000", "41001");
        Result other = build.run("verify", "-Dml.locked");
        assertThat(other.succeeded()).isFalse();
        assertThat(other.log())
                .contains("data/districts.csv: other content than accepted (300 rows were accepted in all)");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_partitioned_folder_is_built_to_green_and_a_new_partition_is_seen(Path maven) throws IOException {
        MavenBuild build = MavenBuild.base(maven, "partitioned");
        List<String> lines = Files.readAllLines(build.file("data/houses.csv"));
        String header = lines.get(0) + "\n";
        build.write("sales/year=2023/a.csv", header + String.join("\n", lines.subList(1, 150)) + "\n");
        build.write("sales/year=2024/a.csv", header + String.join("\n", lines.subList(150, lines.size())) + "\n");
        build.edit("src/main/ml/model.yaml", "source: data/houses.csv", "source: sales");
        build.edit(
                "src/main/ml/model.yaml",
                "  garden: {type: boolean}\n",
                "  garden: {type: boolean}\n  year: {type: integer, min: 2023, max: 2024}\n");

        Result first = build.run("verify");
        assertThat(first.succeeded()).as(first.log()).isTrue();
        assertThat(first.log()).contains("validated 300 rows", "PASS  rmse is ");
        // The option would end any worker JVM at its start.
        Result again = build.run("verify", "-Dml.argLine=-XX:NoSuchOption");
        assertThat(again.succeeded()).as(again.log()).isTrue();

        build.write("sales/year=2025/a.csv", header + "301,100,4,north,false,300\n");
        Result more = build.run("ml:validate");
        assertThat(more.succeeded()).isFalse();
        assertThat(more.log())
                .contains("sales/year=2025/a.csv line 2, column 'year': found 2025, the schema allows 2023 to 2024");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void a_query_that_reads_what_it_does_not_declare_fails_at_its_place(Path maven) {
        MavenBuild build = joined(maven, "query-reads-elsewhere");
        build.edit("src/main/ml/model.yaml", "join districts d", "join read_csv('/etc/passwd') d");

        Result result = build.run("verify");

        assertThat(result.succeeded()).isFalse();
        assertThat(result.log())
                .contains(
                        "data.query cannot be evaluated (model.yaml line 4): it reads with read_csv, and a query reads the"
                                + " files of data.files alone.");
        assertThat(build.file("target/ml/houses/validation.json")).doesNotExist();
    }
}
