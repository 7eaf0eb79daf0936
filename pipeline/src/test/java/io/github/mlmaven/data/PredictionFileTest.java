package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model says of rows, as a Parquet file. */
class PredictionFileTest {

    @TempDir
    Path directory;

    @Test
    void predictions_are_the_same_bytes_again_and_with_other_threads() throws IOException, SQLException {
        Project project = new Project(directory)
                .spec("""
                        task: regression
                        data: {source: d.csv, label: y, id: [id, n], split: {test: 0.25, validation: 0.25}}
                        columns:
                          id: {type: text}
                          n: {type: integer}
                          y: {type: integer}
                          x: {type: number}
                        """)
                .file(
                        "d.csv",
                        IntStream.range(0, 200_000)
                                .mapToObj(i -> "r" + i + "," + i + "," + i + ",1\n")
                                .collect(Collectors.joining("", "id,n,y,x\n", "")));
        Path file = project.path("target/ml/example/predictions.parquet");
        List<byte[]> written = new ArrayList<>();
        for (int threads : new int[] {1, 2, 2}) {
            try (Table table = project.open(threads)) {
                double[] predicted = Reads.numbers(table, Part.TEST, "y").stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                predicted[3] = Double.NaN;
                table.writePredictions(file, Part.TEST, List.of(PredictionColumn.numbers("prediction", predicted)));
                written.add(Files.readAllBytes(file));
            }
        }
        assertThat(written.get(1)).isEqualTo(written.get(0));
        assertThat(written.get(2)).isEqualTo(written.get(0));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery(
                        "select count(*), count(prediction), count(*) filter (prediction <> y or 'r' || \"row\" <> id) from '"
                                + file + "'")) {
            counts.next();
            assertThat(counts.getLong(1)).isBetween(45_000L, 55_000L);
            assertThat(counts.getLong(2)).isEqualTo(counts.getLong(1) - 1);
            assertThat(counts.getLong(3)).isZero();
        }
    }

    @Test
    void columns_of_the_data_keep_their_names_among_the_predictions() throws IOException, SQLException {
        Project project =
                new Project(directory).spec("""
                        task: regression
                        data: {source: d.csv, label: prediction, id: [Row], split: {column: k}}
                        columns:
                          Row: {type: integer}
                          k: {type: category}
                          a: {type: number}
                          prediction: {type: number}
                        gates: [{metric: rmse, max: 1}]
                        """).file("d.csv", "Row,k,a,prediction\n7,train,1,10\n8,test,2,20\n");
        Path file = project.path("target/ml/example/predictions.parquet");
        try (Table table = project.open()) {
            table.writePredictions(
                    file, Part.TEST, List.of(PredictionColumn.numbers("prediction", new double[] {19.5})));
        }

        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select row_, \"Row\", prediction, prediction_ from '" + file + "'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getLong(1)).isEqualTo(1);
            assertThat(row.getLong(2)).isEqualTo(8);
            assertThat(row.getDouble(3)).isEqualTo(20);
            assertThat(row.getDouble(4)).isEqualTo(19.5);
        }
    }
}
