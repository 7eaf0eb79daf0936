package io.github.mlmaven.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.Progress;
import io.github.mlmaven.data.FoundFormat;
import io.github.mlmaven.spec.SourceSpec;
import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.step.AskedRows;
import io.github.mlmaven.worker.DraftRequest;
import io.github.mlmaven.worker.DraftRequest.Wanted;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are written otherwise than their name says: what is found out, and what is told of it. */
class WrittenOtherwiseTest {

    @TempDir
    Path folder;

    @Test
    void semicolons_and_decimal_commas_are_found() throws IOException {
        FoundFormat found = found("a;b\n" + rows(row -> row + ",5;" + row));

        assertThat(found.format().yaml()).isEqualTo("csv: {delimiter: \";\", decimal: \",\"}");
        assertThat(found.reasons())
                .isEqualTo(Map.of(
                        "delimiter", "';' makes 2 fields of each of the first lines",
                        "decimal", "'a' has numbers such as 10,5"));
        assertThat(found.doubt()).isEmpty();
    }

    @Test
    void decimal_commas_make_no_fields_where_semicolons_do() throws IOException {
        // Each row has as many commas as the others, and none of the names has one.
        assertThat(found("a;b;c\n" + rows(row -> row + ",5;1,25;3,5")).format().yaml())
                .isEqualTo("csv: {delimiter: \";\", decimal: \",\"}");
    }

    @Test
    void names_in_single_quotes_are_read_without_them() throws IOException {
        FoundFormat found = found("'name','age'\n" + rows(row -> "x" + row + "," + row));
        assertThat(found.format().yaml()).isEqualTo("csv: {quote: \"'\"}");
        assertThat(found.reasons()).isEqualTo(Map.of("quote", "single quotes are around fields"));
        assertThat(found("'name','age'\n" + rows(row -> "'x" + row + "'," + row))
                        .format()
                        .yaml())
                .isEqualTo("csv: {quote: \"'\"}");
        assertThat(found("'name','age'\n" + rows(row -> "'tis " + row + "," + row))
                        .doubt())
                .contains(
                        "the names in the first line are in single quotes, which are read as parts of them, since as quotes"
                                + " they would not fit each row: remove them");
    }

    @Test
    void tabs_and_bars_are_found_whatever_the_name_of_the_file() throws IOException {
        assertThat(found("a\tb\n" + rows(row -> row + "\t1.5")).format().yaml()).isEqualTo("csv: {delimiter: \"\\t\"}");
        assertThat(found("a|b\n" + rows(row -> row + "|1.5")).format().yaml()).isEqualTo("csv: {delimiter: \"|\"}");
    }

    @Test
    void what_the_name_says_is_not_said_again() throws IOException {
        assertThat(found("a,b\n" + rows(row -> row + ",x;y"))).isEqualTo(FoundFormat.PLAIN);
        Files.writeString(folder.resolve("d.tsv"), "a\tb\n" + rows(row -> row + "\t1,000"));
        assertThat(found(folder.resolve("d.tsv")).format().fields().delimiter()).isEmpty();
    }

    @Test
    void thousands_are_found_with_either_decimal() throws IOException {
        assertThat(found("a;b\n" + rows(row -> "1.2" + (10 + row % 90) + ",5;x"))
                        .format()
                        .yaml())
                .isEqualTo("csv: {delimiter: \";\", decimal: \",\", thousands: \".\"}");
        assertThat(found("a,b\n" + rows(row -> "\"1,2" + (10 + row % 90) + ".5\",x"))
                        .format()
                        .yaml())
                .isEqualTo("csv: {thousands: \",\"}");
        assertThat(found("a,b\n" + rows(row -> "1 2" + (10 + row % 90) + ",x"))
                        .format()
                        .yaml())
                .isEqualTo("csv: {thousands: \" \"}");
    }

    @Test
    void a_comma_that_may_be_either_is_read_as_its_file_suggests_and_told() throws IOException {
        FoundFormat german = found("a;b\n" + rows(row -> "1,2" + (10 + row % 90) + ";x"));
        FoundFormat english = found("a,b\n" + rows(row -> "\"1,2" + (10 + row % 90) + "\",x"));

        assertThat(german.format().yaml()).isEqualTo("csv: {delimiter: \";\", decimal: \",\"}");
        assertThat(german.doubt()).contains("1,210 is read as 1.21, and would be 1210 with csv: {thousands: \",\"}");
        assertThat(english.format().yaml()).isEqualTo("csv: {thousands: \",\"}");
        assertThat(english.doubt()).contains("1,210 is read as 1210, and would be 1.21 with csv: {decimal: \",\"}");
    }

    @Test
    void a_column_with_points_keeps_commas_from_being_decimals() throws IOException {
        SeenTable table = read("a;b;c\n" + rows(row -> row + ",5;" + row + ".5;x"));

        assertThat(table.found().format().yaml()).isEqualTo("csv: {delimiter: \";\"}");
        assertThat(TypeGuess.of(table.columns().get(0)))
                .isEqualTo(
                        Guess.text(
                                "numbers such as 10,5, and no one way of writing numbers makes some of this and all other columns"));
    }

    @Test
    void letters_that_are_no_utf_8_are_shown_as_they_are_read() throws IOException {
        Charset windows = Charset.forName("windows-1252");

        FoundFormat below = found(("a,ort\n" + rows(row -> row + ",Köln")).getBytes(windows));
        FoundFormat above = found(("größe,b\n" + rows(row -> row + ",1")).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(below.format().yaml()).isEqualTo("csv: {encoding: windows-1252}");
        assertThat(below.reasons()).containsValue("line 2 is no UTF-8; look whether \"Köln\" is right");
        assertThat(above.reasons()).containsValue("the first line is no UTF-8; look whether \"größe\" is right");
    }

    @Test
    void single_quotes_around_fields_are_quotes() throws IOException {
        assertThat(found("'a','b'\n" + rows(row -> row + ",'x, y'")).format().yaml())
                .isEqualTo("csv: {quote: \"'\"}");
        assertThat(found("a,b\n" + rows(row -> row + ",it's")).format().isPlain())
                .isTrue();
    }

    @Test
    void double_quotes_within_fields_are_letters_where_they_close_nothing() throws IOException {
        assertThat(found("a,b\n" + rows(row -> row + ",\"tall\" one")).format().yaml())
                .isEqualTo("csv: {quote: \"\"}");
    }

    @Test
    void a_quote_that_is_never_closed_is_told_where_others_are() {
        String quoted = rows(row -> row + ",\"x\"");

        assertThatThrownBy(() -> found("a,b\n" + quoted + "7,\"x\n" + quoted))
                .hasMessageStartingWith("The data cannot be read:\n  d.csv line ");
    }

    @Test
    void lines_that_are_no_rows_are_comments_at_the_top_and_further_down() throws IOException {
        FoundFormat top = found("# made today\na,b\n" + rows(row -> row + ",1"));
        FoundFormat below = found("a,b\n" + rows(row -> row + ",1") + "# the end\n");

        assertThat(top.reasons()).isEqualTo(Map.of("comment", "the first line begins so, and is no row"));
        assertThat(below.format()).isEqualTo(top.format());
        assertThat(below.reasons()).isEqualTo(Map.of("comment", "line 102 begins so, and is no row"));
    }

    @Test
    void a_first_line_that_may_be_names_or_a_comment_is_asked_about() {
        assertThatThrownBy(() -> found("#a,b\n" + rows(row -> row + ",1")))
                .hasMessage(
                        "d.csv begins with '#', and its first line has 2 fields, as its rows have: it may be a comment,"
                                + " or the names of the columns. Remove the line if it is a comment, or the '#' if it has the names.");
    }

    @Test
    void a_first_line_of_numbers_over_numbers_is_a_row() throws IOException {
        SeenTable table = read(rows(row -> row + ".5,x" + row % 3));

        assertThat(table.rows()).isEqualTo(100);
        assertThat(table.found().format().yaml()).isEqualTo("csv: {header: false, names: [column1, column2]}");
        assertThat(table.found().reasons())
                .isEqualTo(Map.of(
                        "header", "the first line is a row, with 0.5: if it has the names, remove header and names"));
    }

    @Test
    void a_first_line_of_words_that_come_again_is_a_row() throws IOException {
        assertThat(found(rows(row -> (row % 3 == 0 ? "red" : "blue") + "," + (row % 2 == 0 ? "big" : "small")))
                        .reasons())
                .isEqualTo(Map.of(
                        "header",
                        "the first line is a row, with red, big, which come again below: if it has the names, remove header"
                                + " and names"));
    }

    @Test
    void numbers_that_count_are_names() throws IOException {
        assertThat(found("0,1,2\n" + rows(row -> row + ",5,7")).format().isPlain())
                .isTrue();
        assertThatThrownBy(() -> found(",0,1,2\n" + rows(row -> row + ",3,5,7")))
                .hasMessageStartingWith("Column 1 of d.csv has no name.");
        assertThat(found("town,1990,2000,2010\n" + rows(row -> "t" + row + ",5,7,8"))
                        .format()
                        .isPlain())
                .isTrue();
    }

    @Test
    void two_separators_that_fit_are_told() throws IOException {
        assertThat(found("a;b,c;d\n" + rows(row -> "1;2,3;" + row))).satisfies(found -> {
            assertThat(found.format().fields().delimiter()).contains(";");
            assertThat(found.doubt()).contains("',' would fit too, and make 2 columns in the place of 3");
        });
    }

    @Test
    void what_is_found_is_what_the_draft_says() throws IOException {
        String text = new Drafts(folder)
                .file("d.csv", "a;b;price\n" + rows(row -> row + ",5;x" + row % 3 + ";" + 2 * row + ",25"))
                .draft("d.csv");

        assertThat(text).contains("""
                data:
                  source: d.csv
                  csv:
                    delimiter: ";"      # ';' makes 3 fields of each of the first lines
                    decimal: ","        # 'a' has numbers such as 10,5
                  label: price          # by its name
                """);
        assertThat(new Drafts(folder).spec().spec().data().csv())
                .isEqualTo(TextFormat.of("csv: {delimiter: \";\", decimal: \",\"}"));
    }

    private FoundFormat found(String csv) throws IOException {
        return found(csv.getBytes(StandardCharsets.UTF_8));
    }

    private FoundFormat found(byte[] csv) throws IOException {
        return found(Files.write(folder.resolve("d.csv"), csv));
    }

    private FoundFormat found(Path file) {
        return read(file).found();
    }

    private SeenTable read(String csv) throws IOException {
        return read(Files.writeString(folder.resolve("d.csv"), csv));
    }

    private SeenTable read(Path file) {
        return Reading.of(
                new DraftRequest(
                        new AskedRows(SourceSpec.of(file.getFileName().toString())),
                        Optional.empty(),
                        Optional.empty(),
                        Wanted.PROFILE,
                        new Drafts(folder).place(),
                        new BuildLimits(1, 512)),
                Progress.SILENT);
    }

    /** A hundred rows. */
    private static String rows(IntFunction<String> row) {
        return IntStream.range(0, 100).mapToObj(i -> row.apply(i) + "\n").collect(Collectors.joining());
    }
}
