package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database, by a goal's parameters. */
class DatabaseParametersTest {

    private static final String URL = "jdbc:postgresql://db.example.org:5432/shop";

    private static Optional<String> some(String text) {
        return Optional.of(text);
    }

    private static Optional<JdbcSpec> of(String url, String server, String data, String files, String query) {
        return new DatabaseParameters(some(url), some(server))
                .of(new SourceParameters(some(data), some(files), some(query)));
    }

    @Test
    void a_url_with_a_query_is_a_database_and_none_is_none() {
        assertThat(of(" " + URL, "shop-db", "", "", "select 1")).hasValue(new JdbcSpec(URL, Optional.of("shop-db")));
        assertThat(of(URL, " ", "", " ", "select 1")).hasValue(new JdbcSpec(URL, Optional.empty()));
        assertThat(of("", "", "houses.csv", "", "")).isEmpty();
        assertThat(of(" ", "", "", "a=a.csv", "select 1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://ann:secret@db.example.org/shop",
                "jdbc:oracle:thin:scott/secret@db",
                "jdbc:mysql://db/shop?useSSL=true&password=secret",
                "jdbc:sqlserver://db;databaseName=shop;user=secret"
            })
    void a_login_in_the_url_is_refused_and_not_repeated(String url) {
        assertThatThrownBy(() -> of(url, "", "", "", "select 1"))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith(
                        "ml.jdbc.url has a user or a password in it, which whoever lists processes can read.")
                .hasMessageContaining("-Dml.jdbc.server=shop-db")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                URL + "|''|a.csv|''|select 1|ml.jdbc.url says where the rows are, and ml.data too.",
                URL + "|''|''|a=a.csv|select 1|ml.jdbc.url says where the rows are, and ml.files too.",
                URL + "|''|''|''|''|No query says which rows of ml.jdbc.url are meant.",
                "''|shop-db|''|''|select 1|ml.jdbc.server names who has a login, and no database wants one.",
                "postgres|''|''|''|select 1|ml.jdbc.url is 'postgres'."
            })
    void what_says_too_much_or_too_little_is_told(
            String url, String server, String data, String files, String query, String problem) {
        assertThatThrownBy(() -> of(url, server, data, files, query))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith(problem);
    }
}
