package io.github.mlmaven.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.SpecFile;
import io.github.mlmaven.step.DataProfile;
import io.github.mlmaven.step.DataProfile.TypedColumn;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.DraftRequest;
import io.github.mlmaven.worker.DraftRequest.Wanted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model.yaml whose rows a query makes of several files. */
class DraftedQueryTest {

    private static final String FILES = "houses=houses.csv,towns=towns.csv";

    private static final String QUERY = """
            select h.*, t.inhabitants, -- "the" town's
                   size / 4 as quarter
            from houses h join towns t using (town)

            where size > 0 order by house""";

    @TempDir
    Path folder;

    /** Written with semicolons, decimal commas and NA, if it is to be. */
    private Drafts joined(boolean german) throws IOException {
        StringBuilder houses = new StringBuilder("house;town;size;zip;price\n");
        for (int row = 0; row < 200; row++) {
            houses.append(String.format(
                    german ? Locale.GERMANY : Locale.ROOT,
                    "%d;%s;%s;%05d;%.1f%n",
                    row,
                    row % 2 == 0 ? "Köln" : "Bonn",
                    row % 19 == 0 ? "NA" : String.format(german ? Locale.GERMANY : Locale.ROOT, "%.1f", 30.5 + row),
                    1000 + row % 7,
                    100 + 2.5 * row + row % 3));
        }
        String text = houses.toString().replace("\r", "");
        String towns = "town;inhabitants\nKöln;1087863\nBonn;335975\n";
        if (german) {
            Files.write(folder.resolve("houses.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
            Files.write(folder.resolve("towns.csv"), towns.getBytes(StandardCharsets.ISO_8859_1));
            return new Drafts(folder);
        }
        return new Drafts(folder).file("houses.csv", text.replace(';', ',')).file("towns.csv", towns.replace(';', ','));
    }

    @Test
    void a_query_without_rows_is_told_with_the_rows_of_its_tables() throws IOException {
        Drafts drafts = joined(false).file("towns.csv", "town,inhabitants\nKOELN,1087863\nBONN,335975\n");

        assertThatThrownBy(() -> drafts.draftOfQuery(FILES, QUERY))
                .hasMessageStartingWith("The query of ")
                .hasMessageEndingWith(
                        " gave no row, though its tables have some: 'houses' has 200, 'towns' has 2 rows. Look at its"
                                + " conditions, and at how the keys of its joins are written in each table: upper and lower case, spaces,"
                                + " leading zeros, texts and numbers.");
    }

    @Test
    void a_query_without_rows_over_a_table_without_rows_names_its_files() throws IOException {
        Drafts drafts = joined(false).file("towns.csv", "town,inhabitants\n");

        assertThatThrownBy(() -> drafts.draftOfQuery(FILES, QUERY))
                .hasMessageStartingWith("The query of ")
                .hasMessageEndingWith(
                        " gave no row, and 'towns' (towns.csv) has none itself. Give it rows, or have the query do without it.");
    }

    @Test
    void a_column_of_a_join_that_no_row_has_is_said_to_be_so() throws IOException {
        Drafts drafts = joined(false).file("towns.csv", "town,inhabitants\nKOELN,1087863\nBONN,335975\n");

        assertThat(drafts.draftOfQuery(FILES, QUERY.replace("join", "left join")))
                .containsPattern("inhabitants: +[{]type: text[^}]*[}] +# no row has a value");
    }

    @Test
    void a_query_is_drafted_as_it_is_written_over_the_files_that_it_reads() throws IOException {
        Drafts drafts = joined(false);

        String draft = drafts.draftOfQuery(FILES, QUERY);

        assertThat(draft)
                .startsWith("# Drafted by ml:init from all 189 rows of the query over houses.csv, towns.csv.")
                .contains("""

                        data:
                          files: {houses: houses.csv, towns: towns.csv}
                          query: |-
                            select h.*, t.inhabitants, -- "the" town's
                                   size / 4 as quarter
                            from houses h join towns t using (town)

                            where size > 0 order by house
                          label: price          # by its name
                        """)
                .contains("  missing: [\"\", NA]")
                .contains("zip:         {type: category, values: [\"01000\", \"01001\"");
        SpecFile spec = drafts.spec();
        assertThat(spec.spec().data().from().query()).hasValue(QUERY);
        assertThat(spec.spec().column("quarter").type()).isEqualTo(ColumnType.NUMBER);
        assertThat(spec.spec().column("inhabitants").type()).isEqualTo(ColumnType.INTEGER);
    }

    @Test
    void what_one_table_tells_of_how_numbers_and_letters_are_written_goes_for_all() throws IOException {
        Drafts drafts = joined(true);

        String draft = drafts.draftOfQuery(FILES, QUERY);

        assertThat(draft).contains("""
                          csv:
                            delimiter: ";"            # houses: ';' makes 5 fields of each of the first lines
                            decimal: ","              # houses: 'size' has numbers such as 100,5
                            encoding: windows-1252    # houses: line 2 is no UTF-8; look whether "Köln" is right
                        """).contains("values: [Bonn, \"Köln\"]");
        assertThat(drafts.spec().spec().column("size").type()).isEqualTo(ColumnType.NUMBER);
    }

    @Test
    void tables_that_no_one_format_reads_are_refused() throws IOException {
        Drafts drafts = joined(true).file("towns.csv", "town,inhabitants\nKöln,1087863\nBonn,335975\n");

        assertThatThrownBy(() -> drafts.draftOfQuery(FILES, QUERY))
                .hasMessage(
                        "The tables 'houses' and 'towns' are not written alike: data.csv.delimiter is \";\" for one and what"
                                + " its name says for the other. model.yaml says one way for all files of a query: write"
                                + " them alike, or bring one as Parquet.");
    }

    @Test
    void decimals_with_a_point_are_not_read_with_a_comma() throws IOException {
        Drafts drafts = joined(true).file("towns.csv", "town;share\nBonn;1.5\nKiel;2.25\n");

        assertThatThrownBy(() -> drafts.draftOfQuery(FILES, QUERY))
                .hasMessageStartingWith(
                        "The tables 'houses' and 'towns' are not written alike: data.csv.decimal is \",\" for one and a"
                                + " point for the other.");
    }

    @Test
    void a_text_of_a_query_is_a_text_whatever_it_looks_like() throws IOException {
        joined(false)
                .draftOfQuery(
                        FILES, "select * replace (cast(cast(zip as integer) + 50000 as varchar) as zip) from houses");

        assertThat(new Drafts(folder).spec().spec().column("zip").type()).isEqualTo(ColumnType.CATEGORY);
    }

    @Test
    void a_query_is_profiled() throws IOException {
        Drafts drafts = joined(false);

        drafts.query(FILES, "select town, count(*) as houses from houses group by town", Wanted.PROFILE);

        DataProfile profile = Json.read(DraftRequest.profile(drafts.place()), DataProfile.class);
        assertThat(profile.columns())
                .containsExactly(
                        new TypedColumn("town", ColumnType.CATEGORY), new TypedColumn("houses", ColumnType.INTEGER));
        assertThat(profile.profile().rows()).isEqualTo(2);
        assertThat(DraftRequest.page(drafts.place())).content().contains("the query over houses.csv, towns.csv");
    }

    @Test
    void a_query_that_is_none_is_told_by_the_name_of_its_parameter() throws IOException {
        Drafts drafts = joined(false);

        assertThatThrownBy(() -> drafts.query(FILES, "select size + town as x from houses", Wanted.PROFILE))
                .hasMessageStartingWith("ml.query cannot be evaluated: ")
                .hasMessageContaining("in line 1, column 13 of the query")
                .hasMessageEndingWith(
                        "Correct the query there; there is houses (house bigint, town varchar, size double, zip"
                                + " varchar, price double) and towns (town varchar, inhabitants bigint).");
    }

    @Test
    void a_malformed_row_of_a_table_is_told_with_its_line() throws IOException {
        Drafts drafts = joined(false).file("towns.csv", "town,inhabitants\nKöln,1,2\nBonn,3\n");

        assertThatThrownBy(() -> drafts.query(FILES, "select * from towns", Wanted.PROFILE))
                .hasMessageStartingWith("The data cannot be read:\n  towns.csv line 2");
    }

    @Test
    void a_query_that_no_block_can_have_is_written_on_one_line() {
        assertThat(YamlText.block("  query: ", "select '\t' as a")).containsExactly("  query: \"select '\\t' as a\"");
        assertThat(YamlText.block("  query: ", "select 1\r\nfrom a"))
                .containsExactly("  query: \"select 1\\r\\nfrom a\"");
        assertThat(SourceSpec.of("d.csv").query()).isEmpty();
    }
}
