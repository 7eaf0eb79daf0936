package io.github.mlmaven.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that no model can be drafted of: what is wrong, where, and what to do. */
class RefusedDataTest {

    @TempDir
    Path folder;

    @Test
    void two_rows_are_too_few() {
        refuses(
                "a,price\n1,2\n2,3\n",
                "d.csv has 2 rows: too few to train a model and to test it. Bring at least 20; some hundreds make a test that"
                        + " says something.");
    }

    @Test
    void one_column_predicts_nothing() {
        refuses(
                "price\n" + rows("%s"),
                "d.csv has one column, 'price': nothing to predict it from. Bring a label and at least one input.");
    }

    @Test
    void a_column_without_a_name_is_counted() {
        refuses(
                ",a,price\n" + rows("%s,1,2"),
                "Column 1 of d.csv has no name. Give it one in the header, such as 'id' if it counts the rows; pandas leaves it"
                        + " out with index=False.");
    }

    @Test
    void two_columns_of_one_name_are_told() {
        refuses(
                "a,price,a\n" + rows("%s,1,2"),
                "d.csv has two columns 'a', the 1. and the 3. Rename or remove one in the header.");
    }

    @Test
    void a_long_name_is_shortened() {
        refuses(
                "a".repeat(257) + ",price\n" + rows("%s,1"),
                "The name of column 1 of d.csv has 257 letters: " + "a".repeat(40)
                        + "... Write names of at most 256 letters into the header.");
    }

    @Test
    void more_columns_than_a_model_yaml_can_have_are_refused() {
        String names = IntStream.range(0, 10_001).mapToObj(i -> "c" + i).collect(Collectors.joining(","));

        refuses(
                names + "\n",
                "d.csv has 10,001 columns; a model.yaml describes at most 10,000. Leave out columns that nobody needs, or reduce"
                        + " them in a step before.");
    }

    @Test
    void texts_alone_teach_nothing() {
        refuses(
                "name,price\n" + rows("name number %1$s,%1$s.5").replace("name number", "n"),
                "d.csv has no column that 'price' could be predicted from: 'name': every row has another value: a name or"
                        + " a key. Bring numbers, categories or booleans, or derive some from the texts.");
    }

    @Test
    void bytes_that_no_encoding_knows_are_told_with_their_line() throws IOException {
        Files.write(
                folder.resolve("d.csv"),
                ("a,town,price\n" + rows("%s,K\u0081ln,1")).getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> new Drafts(folder).draft("d.csv"))
                .hasMessageStartingWith("The data cannot be read:\n  d.csv line 2: ")
                .hasMessageContaining("Windows-1252");
        assertThat(folder.resolve("target/ml-init/model.lock.json")).doesNotExist();
    }

    @Test
    void a_title_above_the_table_is_told_to_be_none_of_it() {
        String remedy =
                " or a comment. Remove it, or begin it with '#', by which comments are known; the first line below"
                        + " names the columns.";
        refuses(
                "Report of 2024\na,town,price\n" + rows("%s,Ulm,1"),
                "d.csv line 1 has 1 field, and the lines below have 3: it is probably no header, but a title" + remedy);
        refuses(
                "Report of 2024, by Ann\na;town;size;price\n" + rows("%s;Ulm;3;1"),
                "d.csv line 1 has 1 field, and the lines below have 4: it is probably no header, but a title" + remedy);
        refuses(
                "Report of 2024\n\nMade by Ann\na,town,price\n" + rows("%s,Ulm,1"),
                "The first 2 lines of d.csv have fewer fields than the lines below, which have 3: they are probably no header,"
                        + " but a title or comments. Remove them, or begin them with '#', by which comments are known; the first"
                        + " line below names the columns.");
    }

    @Test
    void a_header_that_lacks_one_name_is_no_title_and_what_is_told_of_rows_ends_in_a_full_stop() {
        assertThatThrownBy(() -> new Drafts(folder)
                        .file("d.csv", "town,price\n" + rows("%s,Ulm,1"))
                        .draft("d.csv"))
                .hasMessageContaining("No record has as many fields as there are names")
                .hasMessageContaining(" more. Then run the goal again;");
    }

    @Test
    void an_empty_file_and_one_of_names_alone_have_no_rows() {
        refuses(
                "",
                "The data cannot be read:\n  d.csv is empty: it has no header. Write the names of the columns into its first line"
                        + " and the rows below, or remove the file. [data-empty] Then run the goal again; where the data has"
                        + " to stay as it is, write model.yaml yourself.");
        refuses(
                "a,price\n",
                "d.csv has 0 rows: too few to train a model and to test it. Bring at least 20; some hundreds make a"
                        + " test that says something.");
    }

    @Test
    void a_label_in_few_rows_is_too_few_to_learn_from() {
        assertThatThrownBy(() -> new Drafts(folder)
                        .file("d.csv", "a,price\n" + rows("%s,") + "1,2\n2,3\n")
                        .draft("d.csv", "price"))
                .hasMessage(
                        "d.csv has 2 rows with a value of 'price': too few to train a model and to test it. Bring at least"
                                + " 20; some hundreds make a test that says something.");
    }

    @Test
    void a_file_that_is_not_there_is_looked_for() {
        assertThatThrownBy(() -> new Drafts(folder).draft("e.csv"))
                .hasMessageContaining("ml.data 'e.csv' does not exist: looked for " + folder.resolve("e.csv"));
    }

    private void refuses(String csv, String message) {
        assertThatThrownBy(() -> new Drafts(folder).file("d.csv", csv).draft("d.csv"))
                .hasMessage(message);
        assertThat(folder.resolve("target/ml-init/model.yaml")).doesNotExist();
    }

    /** A hundred rows. */
    private static String rows(String format) {
        return IntStream.range(0, 100)
                .mapToObj(row -> format.formatted(row) + "\n")
                .collect(Collectors.joining());
    }
}
