package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.data.ResultColumn.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of a database whose columns may hold what is not of their type, as those of SQLite do. */
class ResultRowTest {

    private static final List<ResultColumn> COLUMNS =
            List.of(new ResultColumn("house", Kind.WHOLE), new ResultColumn("price", Kind.REAL));

    @Test
    void a_text_among_numbers_is_told_with_its_row_and_what_tells_that() throws SQLException {
        String problem =
                "Row 1 of the query's result%s, column 'price': found \"n/a\", and the column is of type double.";
        String remedy =
                " Correct it in the database, leave the row out by 'where', or change the query: nullif(price, 'n/a') takes it"
                        + " for a missing one; cast(price as varchar(100)) takes all of the column for texts.";

        refuses("n/a", List.of(), problem.formatted(" (house = 17)") + remedy);
        refuses("n/a", List.of("house"), problem.formatted(" (house = 17)") + remedy);
        refuses("n/a", List.of("price"), problem.formatted("") + remedy);
    }

    @Test
    void a_quote_in_the_value_is_doubled_where_the_query_has_it() throws SQLException {
        refuses(
                "12'0",
                List.of(),
                "Row 1 of the query's result (house = 17), column 'price': found \"12'0\", and the column is of type double."
                        + " Correct it in the database, leave the row out by 'where', or change the query: nullif(price, '12''0')"
                        + " takes it for a missing one; cast(price as varchar(100)) takes all of the column for texts.");
    }

    private static void refuses(String price, List<String> ids, String message) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select 17 as house, '%s' as price".formatted(price.replace("'", "''")))) {
            assertThat(result.next()).isTrue();
            ResultRow row = new ResultRow(result, COLUMNS, ids);
            assertThat(row.value(0)).isEqualTo(17L);
            assertThatThrownBy(() -> row.value(1)).hasMessage(message);
        }
    }
}
