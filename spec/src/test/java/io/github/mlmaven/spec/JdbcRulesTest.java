package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs as drivers have them, with and without what must not stand in a file that everybody reads. */
class JdbcRulesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://ann:hunter2@db/shop",
                "jdbc:postgresql://db/shop?user=ann",
                "jdbc:postgresql://db/shop?ssl=true&sslpassword=hunter2",
                "jdbc:mysql://db/shop?Password=hunter2",
                "jdbc:mysql://(host=db,user=ann)/shop",
                "jdbc:sqlserver://db;databaseName=shop;user=sa;password=hunter2",
                "jdbc:sqlserver://db;databaseName=shop;User ID=sa",
                "jdbc:sqlserver://db;accessToken=hunter2",
                "jdbc:oracle:thin:scott/tiger@//db:1521/shop",
                "jdbc:oracle:thin:scott/tiger@db:1521:shop",
                "jdbc:h2:./shop;USER=sa;PWD=hunter2"
            })
    void a_login_in_a_url_is_refused_and_not_repeated(String url) {
        assertThatThrownBy(() -> read(url))
                .isInstanceOf(MlException.class)
                .hasMessageContaining("the database's URL has a user or a password in it.")
                .hasMessageNotContainingAny("hunter2", "tiger");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.org:5432/shop",
                "jdbc:postgresql://db/shop?ssl=true&options=-c%20search_path=users",
                "jdbc:postgresql:shop",
                "jdbc:mysql://db/users?tinyInt1isBit=false",
                "jdbc:sqlserver://db:1433;databaseName=shop;encrypt=true",
                "jdbc:oracle:thin:@//db:1521/shop",
                "jdbc:oracle:thin:@db:1521:shop",
                "jdbc:h2:./data/shop;ACCESS_MODE_DATA=r",
                "jdbc:sqlite:data/shop.db"
            })
    void a_url_without_a_login_is_taken(String url) throws IOException {
        assertThat(read(url).data().from().jdbc()).contains(new JdbcSpec(url, java.util.Optional.empty()));
    }

    private ModelSpec read(String url) throws IOException {
        Path file = folder.resolve("model.yaml");
        Files.writeString(file, """
                task: regression
                data:
                  jdbc: {url: '%s'}
                  query: select * from d
                  label: y
                columns:
                  x: {type: number}
                  y: {type: number}
                """.formatted(url));
        return SpecReader.read(file, "d").spec();
    }
}
