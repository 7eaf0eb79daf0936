package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.data.Table;
import io.github.mlmaven.text.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found in a table of several batches is the same however many threads read it. */
class ValidationThreadsTest extends Validating {

    @Test
    void findings_and_profile_do_not_depend_on_threads() throws IOException {
        StringBuilder data = new StringBuilder("a,k,y,s\n");
        for (int i = 0; i < 300_000; i++) {
            String value = i % 1000 == 7 ? "x" + i : Double.toString(i * 0.1 + 1e-7 * (i % 13));
            data.append(value)
                    .append(",k")
                    .append(i % 2000)
                    .append(',')
                    .append(i % 7)
                    .append(i % 5 == 0 ? ",test\n" : ",train\n");
        }
        project.spec(specText("d.csv", "a: {type: number, max: 20000}\n  k: {type: category}"))
                .file("d.csv", data.toString());
        List<String> results = new ArrayList<>();
        for (int threads : new int[] {1, 2, 2}) {
            try (Table table = project.open(threads)) {
                DataValidation validation = DataValidation.of(table, project.spec());
                results.add(Json.text(validation) + Json.text(table.split()));
            }
        }
        assertThat(results.get(1)).isEqualTo(results.get(0)).contains("\"count\": 300");
        assertThat(results.get(2)).isEqualTo(results.get(0));
    }
}
