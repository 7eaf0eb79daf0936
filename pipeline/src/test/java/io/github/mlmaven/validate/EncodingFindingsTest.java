package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.data.Table;
import io.github.mlmaven.step.Predicted;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is said of files that are in another encoding than model.yaml says. */
class EncodingFindingsTest extends Validating {

    private static final String COLUMNS = "größe: {type: number}\n  b: {type: number}";
    private static final String DATA = "größe,b,y,s\n1,1,1,train\n2,2,2,test\n";

    @Test
    void names_in_utf_8_that_are_read_otherwise_are_told_to_be_so() throws IOException {
        project.file("d.csv", DATA);

        for (String declared : new String[] {"windows-1252", "latin-1"}) {
            assertThat(validate(in(declared)))
                    .singleElement()
                    .asString()
                    .startsWith(
                            "error column-missing: d.csv looks like UTF-8, and model.yaml says that it is " + declared
                                    + " (model.yaml line 5). Read so, it has no column 'größe', which the schema declares (model.yaml"
                                    + " line 10); it has '")
                    .endsWith(
                            "', which the schema lacks. Write encoding: utf-8 below data.csv in model.yaml, or save the file"
                                    + " as " + declared + ". []");
        }
        assertThat(validate(in("utf-8"))).isEmpty();
    }

    @Test
    void values_in_utf_8_that_are_read_otherwise_are_told_with_the_first_line() throws IOException {
        project.file("d.csv", "a,b,y,s\nx,1,1,train\nKöln,1,1,train\n\"Gruß,\",2,2,test\n");
        String columns = "a: {type: category}\n  b: {type: number}";

        assertThat(validate(in("latin-1").replace(COLUMNS, columns)))
                .containsExactly(
                        "warning encoding-unexpected: d.csv line 3: found \"KÃ¶ln\", which is \"Köln\" in UTF-8: the whole file is"
                                + " UTF-8, and model.yaml says that it is latin-1. Write encoding: utf-8 below data.csv in"
                                + " model.yaml, or save the file as latin-1. [d.csv:3 KÃ¶ln]");
        assertThat(validate(in("utf-8").replace(COLUMNS, columns))).isEmpty();
    }

    @Test
    void a_letter_that_is_no_utf_8_shows_that_the_declared_encoding_is_right() throws IOException {
        project.bytes("d.csv", "a,b,y,s\nÃ¤,1,1,train\nKöln,2,2,test\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(validate(in("latin-1").replace(COLUMNS, "a: {type: category}\n  b: {type: number}")))
                .isEmpty();
    }

    @Test
    void names_that_no_encoding_makes_ones_of_the_schema_are_misspelt() throws IOException {
        project.bytes("d.csv", DATA.replace("größe", "gröse").getBytes(Charset.forName("windows-1252")));

        assertThat(validate(in("windows-1252")))
                .containsExactly(
                        "error column-missing: d.csv has no column 'größe', which the schema declares (model.yaml line 10); it"
                                + " has 'gröse', which the schema lacks. Is 'gröse' meant to be 'größe'? Give the header and the"
                                + " columns of model.yaml the same names. []");
    }

    @Test
    void names_of_windows_that_are_read_as_utf_8_are_told_to_be_so() throws IOException {
        project.bytes("d.csv", DATA.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(validate(in("utf-8")))
                .singleElement()
                .asString()
                .startsWith(
                        "error header-malformed: d.csv line 1: found bytes that are not UTF-8, most likely text in Latin-1 or"
                                + " Windows-1252. What is no UTF-8 is mostly Windows-1252, or latin-1: say so below data in");
    }

    @Test
    void rows_to_be_predicted_are_told_to_be_saved_as_the_model_reads_them() throws IOException {
        project.file("d.csv", DATA);
        project.spec(in("windows-1252"));

        try (Table table = project.open()) {
            assertThat(DataValidation.ofCells(table, project.spec()))
                    .extracting(finding -> text(finding.with(Predicted.ASKED, "prediction")))
                    .singleElement()
                    .asString()
                    .startsWith(
                            "error column-missing: d.csv looks like UTF-8, and model.yaml says that it is windows-1252"
                                    + " (model.yaml line 5). Read so, it has no column 'größe', which the model needs")
                    .endsWith(", which the model does not take. Save the file as windows-1252, as 'iconv -f UTF-8 -t"
                            + " windows-1252' does; where all rows are UTF-8, write encoding: utf-8 in model.yaml and build"
                            + " the model anew. []");
        }
    }

    private static String in(String encoding) {
        return specText("d.csv", COLUMNS).replace("label: y", "label: y\n  csv: {encoding: " + encoding + "}");
    }
}
