package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Data that is the result of a query over two files. */
abstract class Querying {

    static final String HOUSES = "house,town,price\n3,Ulm,300\n1,Bonn,100.5\n2,Ulm,200\n4,Kiel,50\n";
    static final String TOWNS = "town,inhabitants,zip\nUlm,126000,07001\nBonn,330000,53111\n";
    static final String COLUMNS = """
            columns:
              house: {type: integer}
              town: {type: category}
              price: {type: number}
              inhabitants: {type: integer}
            """;
    static final String JOIN = "select house, town, price, inhabitants from houses join towns using (town)";

    @TempDir
    Path directory;

    Project project;

    @BeforeEach
    void files() throws IOException {
        project = new Project(directory);
        project.file("data/houses.csv", HOUSES);
        project.file("data/towns.csv", TOWNS);
    }

    static String spec(String query) {
        return spec("houses: data/houses.csv, towns: data/towns.csv", query, "");
    }

    static String spec(String files, String query, String more) {
        return """
                task: regression
                data:
                  files: {%s}
                  query: "%s"
                  label: price
                  id: [house]
                  split: {test: 0.000001}
                %s
                """.formatted(files, query, more) + COLUMNS;
    }

    /** The rows of the result as lines, in their order. */
    final List<String> rows(String spec) throws IOException {
        return rows(spec, 1);
    }

    final List<String> rows(String spec, int threads) throws IOException {
        project.spec(spec);
        List<String> lines = new ArrayList<>();
        try (Table table = project.openUnkept(threads)) {
            assertThat(table.findings()).isEmpty();
            table.readAll(List.of("house", "town", "price", "inhabitants"), batch -> {
                for (int row = 0; row < batch.rows(); row++) {
                    int at = row;
                    lines.add(Stream.of("house", "town", "price", "inhabitants")
                            .map(name -> batch.column(name))
                            .map(column -> column.isMissing(at) ? "-" : column.text(at))
                            .collect(Collectors.joining(" ")));
                }
            });
        }
        return lines;
    }

    final MlException refused(String spec) throws IOException {
        project.spec(spec);
        return catchThrowableOfType(
                MlException.class, () -> project.openUnkept(1).close());
    }
}
