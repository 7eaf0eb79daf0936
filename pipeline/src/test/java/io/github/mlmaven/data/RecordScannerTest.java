package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordScannerTest {

    @TempDir
    Path directory;

    /** Each record as its line, its fields, and what is wrong with it as one of two fields. */
    private List<String> records(String name, byte[] content) throws IOException {
        Path file = Files.write(directory.resolve(name), content);
        List<String> found = new ArrayList<>();
        try (RecordScanner records = RecordScanner.open(file)) {
            while (records.next()) {
                found.add(records.line() + " " + String.join("|", records.values())
                        + records.problem(2).map(problem -> " ! " + problem).orElse(""));
            }
        }
        return found;
    }

    private List<String> records(String content) throws IOException {
        return records("d.csv", content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fields_are_separated_by_commas_and_records_by_any_line_break() throws IOException {
        assertThat(records("a,b\n1,2\r\n3,4\r5,6")).containsExactly("1 a|b", "2 1|2", "3 3|4", "4 5|6");
        assertThat(records("d.tsv", "a\tb\n1,5\t2\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("1 a|b", "2 1,5|2");
    }

    @Test
    void quotes_hold_separators_line_breaks_and_doubled_quotes() throws IOException {
        assertThat(records("\"a,\"\"b\",\"c\nd\r\ne\"\n\"\",x\n\"y\" ,z\n"))
                .containsExactly("1 a,\"b|c\nd\r\ne", "4 |x", "5 y|z");
        assertThat(records("a\"b,c\"\n")).containsExactly("1 a\"b|c\"");
    }

    @Test
    void the_line_is_that_on_which_a_record_begins() throws IOException {
        assertThat(records("\n\"1\n\n\n\",2\n\n3,4\n")).containsExactly("1  ! 1", "2 1\n\n\n|2", "6  ! 1", "7 3|4");
    }

    @Test
    void a_record_that_is_no_row_says_why() throws IOException {
        assertThat(records("1\n1,2,3\n\"1\"x,2\n1,\"2\n"))
                .containsExactly("1 1 ! 1", "2 1|2|3 ! 3", "3 1x|2 ! text-after-quote", "4 1|2\n ! unclosed-quote");
        assertThat(records("d.csv", new byte[] {'a', ',', (byte) 0xE4, '\n', 'b', ',', 'c'}))
                .containsExactly("1 a|\uFFFD ! not-utf-8", "2 b|c");
    }

    @Test
    void a_separator_behind_the_last_field_makes_no_other() throws IOException {
        assertThat(records("1,2,\n1,2,,\n1,\n")).containsExactly("1 1|2|", "2 1|2|| ! 4", "3 1|");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_field() throws IOException {
        assertThat(records("\uFEFFa,b\n")).containsExactly("1 a|b");
        assertThat(records("\uFEFF")).isEmpty();
        assertThat(records("a")).containsExactly("1 a ! 1");
        try (RecordScanner utf16 = RecordScanner.open(
                Files.write(directory.resolve("u.csv"), "\uFEFFa,b\n".getBytes(StandardCharsets.UTF_16LE)))) {
            assertThat(utf16.isUtf16()).isTrue();
        }
    }

    @Test
    void a_gzipped_file_is_read_as_what_it_holds() throws IOException {
        Path file = directory.resolve("d.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        try (RecordScanner records = RecordScanner.open(file)) {
            assertThat(records.next()).isTrue();
            assertThat(records.next()).isTrue();
            assertThat(records.values()).containsExactly("1", "2");
            assertThat(records.next()).isFalse();
        }
    }

    @Test
    void a_field_is_kept_up_to_a_length_and_an_endless_quote_fills_no_memory() throws IOException {
        byte[] content = new byte[RecordScanner.LONGEST_FIELD + 10];
        Arrays.fill(content, (byte) 'x');
        content[content.length - 3] = ',';
        try (RecordScanner records = RecordScanner.open(Files.write(directory.resolve("l.csv"), content))) {
            assertThat(records.next()).isTrue();
            assertThat(records.problem(2)).contains("too-long");
            assertThat(records.values().get(0)).hasSize(RecordScanner.LONGEST_FIELD);
            assertThat(records.values().get(1)).isEqualTo("xx");
        }
        content[0] = '"';
        try (RecordScanner records = RecordScanner.open(Files.write(directory.resolve("l.csv"), content))) {
            assertThat(records.next()).isTrue();
            assertThat(records.problem(2)).contains("unclosed-quote");
        }
    }
}
