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
}
