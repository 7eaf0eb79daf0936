package io.github.mlmaven.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.data.Table;
import io.github.mlmaven.text.Json;
import io.github.mlmaven.worker.PipelineRequest.BuildLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found in a table of several batches is the same however many threads read it, and in however little memory. */
class ValidationThreadsTest extends Validating {

    @Test
    void findings_and_profile_depend_neither_on_threads_nor_on_memory() throws IOException {
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
        // With the last of them, what is kept of each row does not fit into memory.
        for (BuildLimits limits : List.of(new BuildLimits(1, 512), new BuildLimits(2, 512), new BuildLimits(2, 24))) {
            try (Table table = Table.open(project.place(), project.spec(), limits)) {
                DataValidation validation = DataValidation.of(table, project.spec());
                results.add(Json.text(validation) + Json.text(table.split()));
            }
        }
        assertThat(results.get(1)).isEqualTo(results.get(0)).contains("\"count\": 300");
        assertThat(results.get(2)).isEqualTo(results.get(0));
    }
}
