package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.spec.TextFormat;
import io.github.mlmaven.step.Finding.Offender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that is written in another format has the same cells, lines and checks as the plain file of it. */
class TextFormatTest {

    private static final String SPEC = """
            task: regression
            data: {source: %s, label: y, missing: ['', NA, %s], split: {test: 0.000001}%s}
            columns:
              x: {type: number}
              k: {type: category}
              i: {type: integer}
              y: {type: number}
            """;

    /** A row: a number, a text, and a whole number, as its plain file writes them. */
    private record Row(String number, String text, String whole) {}

    /** How the file is written, and what model.yaml says of it. */
    private record Written(
            char delimiter,
            String quote,
            String decimal,
            String thousands,
            String encoding,
            boolean header,
            boolean comments) {

        String yaml() {
            return ", csv: {delimiter: '%s', quote: %s, decimal: '%s'%s, encoding: %s%s%s}"
                    .formatted(
                            delimiter,
                            quote.equals("'") ? "\"'\"" : "'" + quote + "'",
                            decimal,
                            thousands.isEmpty() ? "" : ", thousands: \"" + thousands + "\"",
                            encoding,
                            header ? "" : ", header: false, names: [k, x, i, y]",
                            comments ? ", comment: '%'" : "");
        }

        String number(String plain) {
            if (!plain.matches("-?[0-9]+([.][0-9]+)?")) {
                return plain.replace(".", decimal);
            }
            String whole = plain.replaceFirst("[.].*", "");
            StringBuilder grouped = new StringBuilder(whole);
            int first = whole.startsWith("-") ? 1 : 0;
            for (int at = whole.length() - 3; at > first && !thousands.isEmpty(); at -= 3) {
                grouped.insert(at, thousands);
            }
            return grouped + plain.substring(whole.length()).replace(".", decimal);
        }

        String field(String text) {
            return quote.isEmpty() ? text : quote + text.replace(quote, quote + quote) + quote;
        }

        String line(String k, String x, String i, String y) {
            return String.join(String.valueOf(delimiter), field(k), field(x), field(i), field(y)) + "\r\n";
        }
    }

    @TempDir
    Path folder;

    @Provide
    Arbitrary<Row> rows() {
        return Combinators.combine(
                        Arbitraries.of(
                                "1.5",
                                "-1234567.25",
                                "0.125",
                                "999",
                                "1000",
                                "-7",
                                "1e3",
                                "NA",
                                "",
                                "44,5x",
                                "12345678",
                                ".5"),
                        Arbitraries.of("a", "größe", "x y", "%z", "NA", "", "it's", "é|;", "50 %"),
                        Arbitraries.of("3", "3.0", "1234567", "-200", "123456789012345678", "1000000.0", "x", ""))
                .as(Row::new);
    }

    @Provide
    Arbitrary<Written> formats() {
        return Combinators.combine(
                        Arbitraries.of(';', '\t', '|', ','),
                        Arbitraries.of("\"", "'"),
                        Arbitraries.of(".", ","),
                        Arbitraries.of("", ".", ",", " ", "_", "\u00a0"),
                        Arbitraries.of("utf-8", "latin-1", "windows-1252"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Written::new)
                .filter(format -> !format.thousands().equals(format.decimal()));
    }

    @Property(tries = 20)
    void a_table_is_the_same_in_every_format(
            @ForAll("formats") Written format,
            @ForAll("rows") Row first,
            @ForAll @Size(max = 12) List<@From("rows") Row> more)
            throws IOException {
        List<Row> rows = new ArrayList<>(List.of(first));
        rows.addAll(more);
        try (TryFolder folder = TryFolder.create()) {
            Project plain = new Project(folder.path())
                    .spec(SPEC.formatted("d.csv", "'-7'", ""))
                    .file("d.csv", plain(rows));
            List<String> expected = told(plain, 0);
            plain.spec(SPEC.formatted("f.csv", "'-7'", format.yaml())).bytes("f.csv", written(format, rows));

            assertThat(told(plain, (format.header() ? 0 : -1) + (format.comments() ? 1 : 0)))
                    .isEqualTo(expected);
        }
    }

    private static String plain(List<Row> rows) {
        Written csv = new Written(',', "\"", ".", "", "utf-8", true, false);
        return csv.line("k", "x", "i", "y")
                + rows.stream()
                        .map(row -> csv.line(row.text(), row.number(), row.whole(), "1.5"))
                        .collect(Collectors.joining());
    }

    private static byte[] written(Written format, List<Row> rows) {
        StringBuilder text = new StringBuilder(format.comments() ? "%a comment; with \" and ' and |,\n" : "");
        text.append(format.header() ? format.line("k", "x", "i", "y") : "");
        for (Row row : rows) {
            text.append(format.line(
                    row.text(), format.number(row.number()), format.number(row.whole()), format.number("1.5")));
        }
        text.append(format.comments() ? "% the end" : "");
        return text.toString().getBytes(Charset.forName(format.encoding().replace("latin-1", "ISO-8859-1")));
    }

    /** Cells, clashes, lines and checks. */
    private static List<String> told(Project project, int shift) {
        List<String> told = new ArrayList<>();
        try (Table table = project.openUnkept(1)) {
            assertThat(table.findings())
                    .filteredOn(finding -> finding.isError())
                    .isEmpty();
            for (String column : List.of("x", "k", "i", "y")) {
                told.add(column + Reads.texts(table, Part.TRAIN, column));
                told.add(column + Reads.clashes(table, Part.TRAIN, column).size());
            }
            told.add(table.check(List.of("x > 1", "i is not null", "k <> 'a'")).toString());
            for (Offender row : table.locate(new TreeMap<>(Map.of(table.count() - 1, "v")))) {
                told.add("line " + (row.line() - shift));
            }
        }
        return told;
    }

    @Test
    void a_file_without_quotes_has_none() throws IOException {
        Project project = new Project(folder)
                .spec(SPEC.formatted("d.tsv", "'-'", ", csv: {quote: ''}"))
                .file("d.tsv", "k\tx\ti\ty\n5\" pipe\t1\t2\t3\n\"open\t2\t3\t4\n");

        try (Table table = project.open()) {
            assertThat(table.findings())
                    .filteredOn(finding -> finding.isError())
                    .isEmpty();
            assertThat(Reads.texts(table, Part.TRAIN, "k")).containsExactly("5\" pipe", "\"open");
        }
    }

    @Test
    void names_of_a_file_without_a_header_are_those_of_the_schema() throws IOException {
        Project project = new Project(folder)
                .spec(SPEC.formatted("d.csv", "'-'", ", csv: {header: false}"))
                .file("d.csv", "1.5,a,3,7\n2,b,4,8\n");

        try (Table table = project.open()) {
            assertThat(Reads.numbers(table, Part.TRAIN, "x")).containsExactly(1.5, 2.0);
            assertThat(Reads.numbers(table, Part.TRAIN, "y")).containsExactly(7.0, 8.0);
            assertThat(table.locate(new TreeMap<>(Map.of(1L, "v")))).containsExactly(new Offender("d.csv", 2, "v"));
        }
    }

    @Test
    void a_gzipped_file_may_have_any_format() throws IOException {
        Written format = new Written(';', "'", ",", ".", "latin-1", false, true);
        List<Row> rows = List.of(new Row("-1234567.25", "größe", "1234567"), new Row("0.5", "b", "x"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(written(format, rows));
        }
        Project project = new Project(folder)
                .spec(SPEC.formatted("d.csv.gz", "'-'", format.yaml()))
                .bytes("d.csv.gz", bytes.toByteArray());

        try (Table table = project.open()) {
            assertThat(Reads.numbers(table, Part.TRAIN, "x")).containsExactly(-1234567.25, 0.5);
            assertThat(Reads.texts(table, Part.TRAIN, "k")).containsExactly("größe", "b");
            assertThat(Reads.clashes(table, Part.TRAIN, "i")).containsExactly("x");
        }
    }

    @Test
    void only_a_file_of_which_nothing_is_said_is_plain() throws IOException {
        Project project = new Project(folder);

        assertThat(format(project, "")).isEqualTo(TextFormat.PLAIN);
        assertThat(format(project, ", csv: {decimal: '.', header: true}").isPlain())
                .isTrue();
        for (String option : List.of(
                "delimiter: ';'",
                "quote: \"'\"",
                "decimal: ','",
                "thousands: ','",
                "encoding: latin-1",
                "header: false",
                "comment: '#'")) {
            TextFormat format = format(project, ", csv: {" + option + "}");
            assertThat(format.isPlain()).as(option).isFalse();
            assertThat(format(project, ", " + format.yaml())).as(option).isEqualTo(format);
        }
    }

    private static TextFormat format(Project project, String csv) throws IOException {
        return project.spec(SPEC.formatted("d.csv", "'-'", csv))
                .spec()
                .spec()
                .data()
                .csv();
    }
}
