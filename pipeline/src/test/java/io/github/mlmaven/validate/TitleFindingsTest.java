package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is said of files whose first line is no header. */
class TitleFindingsTest extends Validating {

    private static final String ROWS = "a,y,s\n1,1,train\n2,2,test\n";

    @Test
    void a_title_is_suspected_rather_than_every_other_line() throws IOException {
        assertThat(findings("a: {type: number}", "Report of 2024\n" + ROWS))
                .last()
                .asString()
                .startsWith(
                        "error row-malformed: d.csv line 1 has 1 field, and nearly all lines below have 3: it is probably no"
                                + " header, but a title or a comment; 3 rows are malformed. Remove it, so that the first line names the"
                                + " columns; if it has to stay, begin it with '#' and say so below data in model.yaml: csv: {comment:"
                                + " \"#\"}; if it has the names, give it one for each field. [d.csv:2 3 fields, ");
        assertThat(findings("a: {type: number}", "Report,of,y,2,0,2,4\n" + ROWS))
                .last()
                .asString()
                .startsWith(
                        "error row-malformed: d.csv line 1 has 7 fields, and nearly all lines below have 3: it is probably");
    }

    @Test
    void some_malformed_rows_say_nothing_of_the_first_line() throws IOException {
        assertThat(findings("a: {type: number}", ROWS + "1,2,3,4,5\n1,2,3,4,5\n"))
                .singleElement()
                .asString()
                .startsWith(
                        "error row-malformed: d.csv line 4: found 5 fields, a row has 3 fields; 2 rows are malformed.");
    }
}
