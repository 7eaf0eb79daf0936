package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Cells of millions of characters. */
class LongCellsTest extends Validating {

    @Test
    void cells_may_be_long_and_not_endless() throws IOException {
        String spec = "k: {type: text}\n  a: {type: integer}";
        String data = "k,a,y,s\n%s,1,1,train\n,2,2,test\n";
        assertThat(findings(spec, data.formatted("x".repeat(5_000_000)))).isEmpty();
        assertThat(findings(spec, data.formatted("x".repeat(16_000_000)))).isEmpty();
        assertThat(findings(spec, "k,a,y,s\n%s,1,1,train\n,2,2,test\n,3,3,train\n".formatted("x".repeat(17_000_000))))
                .containsExactly(
                        "error row-malformed: d.csv line 2: found a field of more than 16 MB, a row has 4 fields."
                                + " Close its quote if that is what is missing, or shorten the field. [d.csv:2 a field of more than"
                                + " 16 MB]");
    }

    @Test
    void a_last_row_is_read_however_long_it_is_and_however_the_file_is_written() throws IOException {
        String spec = specText("d.csv", "k: {type: text, length: {max: 1}}\n  a: {type: number}");
        String data = "a,y,s,k\n1,1,train,a\n2,2,test,b\n3,3,train,";
        for (int length : new int[] {9_000_000, 17_000_000}) {
            String last = "x".repeat(length);
            String found = length < 16_000_000 ? "length-out-of-range: d.csv" : "row-malformed: d.csv";
            project.file("d.csv", data + last);
            assertThat(validate(spec)).singleElement().asString().contains(found);
            project.file("d.csv", data + last + "\r\n");
            assertThat(validate(spec)).singleElement().asString().contains(found);
            project.file("d.csv", data.replace(',', ';') + last + "\n");
            assertThat(validate(spec.replace("label: y", "label: y\n  csv: {delimiter: ;}")))
                    .singleElement()
                    .asString()
                    .contains(found);
            project.gzipped("d.csv.gz", data + last);
            assertThat(validate(spec.replace("d.csv", "d.csv.gz")))
                    .singleElement()
                    .asString()
                    .contains(found);
        }
    }
}
