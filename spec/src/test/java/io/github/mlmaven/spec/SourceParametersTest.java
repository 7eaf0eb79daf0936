package io.github.mlmaven.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.MlException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where rows come from, by a goal's parameters. */
class SourceParametersTest {

    @Test
    void data_names_files_that_are_read_as_they_stand() {
        SourceSpec from = source("d.csv", "", "");

        assertThat(from).isEqualTo(SourceSpec.of("d.csv"));
        assertThat(from.origins(SourceKeys.PARAMETERS)).isEqualTo(Map.of("ml.data", new FilePattern("d.csv")));
    }

    @Test
    void files_are_the_tables_of_a_query() {
        SourceSpec from = source("", "houses=data/houses.csv, towns=data/{a,b}[,1].csv", "\n select 1 \n");

        assertThat(from.query()).hasValue("select 1");
        assertThat(from.origins(SourceKeys.PARAMETERS))
                .isEqualTo(Map.of(
                        "ml.files.houses", new FilePattern("data/houses.csv"),
                        "ml.files.towns", new FilePattern("data/{a,b}[,1].csv")));
        assertThat(from.words()).isEqualTo("the query over data/houses.csv, data/{a,b}[,1].csv");
        assertThat(from.table("towns").words()).isEqualTo("data/{a,b}[,1].csv");
    }

    @Test
    void each_path_is_made_what_data_source_would_have() {
        SourceParameters named =
                new SourceParameters(Optional.empty(), Optional.of("a=/p/a.csv"), Optional.of("select * from a"));

        assertThat(named.source(path -> path.replace("/p/", "")).files()).isEqualTo(Map.of("a", FilesSpec.of("a.csv")));
    }

    @Test
    void files_without_a_query_have_that_of_the_model() {
        SourceParameters files = new SourceParameters(Optional.empty(), Optional.of("a=a.csv"), Optional.empty());

        assertThat(files.orQuery(Optional.of("select 1")).query()).hasValue("select 1");
        assertThat(files.orQuery(Optional.empty()).query()).isEmpty();
        assertThat(new SourceParameters(Optional.of("d.csv"), Optional.empty(), Optional.empty())
                        .orQuery(Optional.of("select 1"))
                        .query())
                .isEmpty();
    }

    @Test
    void a_query_without_files_is_put_to_the_database_that_there_is() {
        JdbcSpec shop = new JdbcSpec("jdbc:postgresql://db/shop", Optional.of("shop-db"));
        SourceParameters asked =
                new SourceParameters(Optional.empty(), Optional.empty(), Optional.of("select * from houses"));

        SourceSpec from = asked.source(path -> path, Optional.of(shop));

        assertThat(from.jdbc()).hasValue(shop);
        assertThat(from.query()).hasValue("select * from houses");
        assertThat(from.words()).isEqualTo("the query to jdbc:postgresql://db/shop");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d.csv | a=a.csv | select 1 | ml.data says where the rows are, and ml.query too. Remove one of them: a query reads the tables of -Dml.files=houses=data/houses.csv,towns=data/towns.csv.
            d.csv | a=a.csv | ''       | ml.data says where the rows are, and ml.files too. Remove one of them: a query reads the tables of -Dml.files=houses=data/houses.csv,towns=data/towns.csv.
            ''    | ''      | select 1 | ml.query has no files to read. Name them, and the tables that they are: -Dml.files=houses=data/houses.csv,towns=data/towns.csv
            ''    | a=a.csv | ''       | No query reads ml.files. Write what it selects of them, -Dml.query="select ...", or name one file with -Dml.data in their place.
            ''    | a.csv   | select 1 | ml.files has 'a.csv', which is no table with its file. Write each as name=file, with commas between them: -Dml.files=houses=data/houses.csv,towns=data/towns.csv
            ''    | a=a.csv,, | select 1 | ml.files has '', which is no table with its file. Write each as name=file, with commas between them: -Dml.files=houses=data/houses.csv,towns=data/towns.csv
            ''    | a=      | select 1 | ml.files has 'a=', which is no table with its file. Write each as name=file, with commas between them: -Dml.files=houses=data/houses.csv,towns=data/towns.csv
            ''    | a b=a.csv | select 1 | ml.files: no table can be named 'a b'. Use letters from a to z, digits and '_', beginning with a letter.
            ''    | a=a.csv,A=b.csv | select 1 | ml.files: to SQL the tables 'a' and 'A' are one. Give them names that differ by more than small and capital letters; several files of one table are a folder or a pattern: houses=data/houses-*.csv.
            """)
    void what_is_too_much_too_little_or_unreadable_is_told(String data, String files, String query, String message) {
        assertThatThrownBy(() -> source(data, files, query))
                .isInstanceOf(MlException.class)
                .hasMessage(message);
    }

    private static SourceSpec source(String data, String files, String query) {
        return new SourceParameters(Optional.of(data), Optional.of(files), Optional.of(query)).source(path -> path);
    }
}
