package io.github.mlmaven.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.JdbcSpec;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.step.BuildState;
import io.github.mlmaven.step.DataProfile;
import io.github.mlmaven.step.DataProfile.TypedColumn;
import io.github.mlmaven.step.ModelFiles;
import io.github.mlmaven.step.Snapshot;
import io.github.mlmaven.step.Steps;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.DraftRequest;
import io.github.mlmaven.worker.DraftRequest.Wanted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model.yaml whose rows a database answers. */
class DraftedDatabaseTest {

    private static final String QUERY = """
            select house_id, town, size, sold, price -- what the "agency" has
            from houses where size > 0
            order by house_id""";

    @TempDir
    Path folder;

    private Drafts drafts;
    private String url;

    @BeforeEach
    void database() throws SQLException {
        drafts = new Drafts(folder);
        url = "jdbc:duckdb:" + folder.resolve("shop.db");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table houses as select i::integer as house_id,
                        case when i % 2 = 0 then 'Köln' else 'Bonn' end as town,
                        case when i % 19 = 0 then null else (30.5 + i * 37 % 200)::decimal(8, 1) end as size,
                        date '2024-01-01' + (i * 53 % 300)::integer as sold,
                        (100 + 2.5 * (i * 37 % 200) + i % 3)::decimal(8, 1) as price
                    from range(200) r(i)""");
        }
    }

    private Optional<Snapshot> snapshot() {
        SourceSpec from = drafts.spec().spec().data().from();
        return Snapshot.whole(ModelFiles.of(folder.resolve("target"), "example"), from);
    }

    @Test
    void a_query_to_a_database_is_drafted_and_its_rows_are_those_of_the_first_model() throws Exception {
        drafts.database(new JdbcSpec(url, Optional.of("shop-db")), QUERY, Wanted.MODEL);

        assertThat(Files.readString(drafts.place().spec()))
                .startsWith("# Drafted by ml:init from all 189 rows of the query to " + url + ".")
                .contains("""

                        data:
                          jdbc: {url: %s, server: shop-db}
                          query: |-
                            select house_id, town, size, sold, price -- what the "agency" has
                            from houses where size > 0
                            order by house_id
                          label: price""".formatted(YamlText.of(url)))
                .contains("  id: [house_id]")
                .containsPattern("town: +\\{type: category, values: \\[Bonn, \"Köln\"], required: true}")
                .containsPattern("sold: +\\{type: date")
                .contains("gates:");
        assertThat(snapshot())
                .hasValueSatisfying(rows -> assertThat(rows.rows()).isEqualTo(189));
        assertThat(BuildState.of(drafts.place(), drafts.spec())
                        .made(Steps.CHECK)
                        .failed())
                .isFalse();
        assertThat(folder.resolve("target/ml/data/asked")).isEmptyDirectory();
    }

    @Test
    void a_profile_of_a_query_to_a_database_has_its_columns() throws Exception {
        drafts.database(new JdbcSpec(url, Optional.empty()), QUERY, Wanted.PROFILE);

        DataProfile profile = Json.read(DraftRequest.profile(drafts.place()), DataProfile.class);
        assertThat(profile.profile().rows()).isEqualTo(189);
        assertThat(profile.columns())
                .containsExactly(
                        new TypedColumn("house_id", ColumnType.INTEGER),
                        new TypedColumn("town", ColumnType.CATEGORY),
                        new TypedColumn("size", ColumnType.NUMBER),
                        new TypedColumn("sold", ColumnType.DATE),
                        new TypedColumn("price", ColumnType.NUMBER));
        assertThat(DraftRequest.page(drafts.place())).content().contains("the query to " + url);
    }

    @Test
    void what_is_wrong_with_the_query_is_told_by_the_name_of_its_parameter() {
        JdbcSpec database = new JdbcSpec(url, Optional.empty());
        assertThatThrownBy(() -> drafts.database(database, "delete from houses", Wanted.MODEL))
                .hasMessageStartingWith("ml.query is none that a database is asked: ");
        assertThatThrownBy(() -> drafts.database(database, "select * from boats", Wanted.MODEL))
                .hasMessageStartingWith("ml.query cannot be evaluated by " + url + ": ");
        assertThatThrownBy(() -> drafts.database(database, "select * from houses where house_id < 5", Wanted.MODEL))
                .hasMessageStartingWith("the query to " + url + " has 5 rows: too few");
        assertThat(drafts.place().spec()).doesNotExist();
    }
}
