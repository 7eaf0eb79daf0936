package io.github.mlmaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mlmaven.model.MlModel;
import io.github.mlmaven.text.Mutations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A request changed anywhere is answered or refused, and never the server's fault. {@code -Dml.mutations=100000} tries more,
 * {@code -Dml.mutations.seed} others.
 */
class MutatedRequestTest {

    private static final int MUTATIONS = Integer.getInteger("ml.mutations", 10_000);
    private static final long FIRST = Long.getLong("ml.mutations.seed", 0);
    private static final long LONGEST_NANOS = 10_000_000_000L;

    @TempDir
    Path directory;

    @Test
    void every_mutated_request_is_answered_or_refused() {
        List<Map.Entry<String, Api>> both = List.of(
                Map.entry(TinyBundle.rows(3, 4), new Api(MlModel.read(TinyBundle.diamonds(directory)))),
                Map.entry(
                        "{\"rows\":[{\"flipper\":217},{\"flipper\":null}]}",
                        new Api(MlModel.read(TinyBundle.penguins(directory)))));
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            long seed = FIRST + i;
            Map.Entry<String, Api> asked = both.get(Math.floorMod(seed, both.size()));
            Mutations mutations = new Mutations(new Random(seed));
            byte[] body = mutations.json(asked.getKey().getBytes(StandardCharsets.UTF_8));
            long began = System.nanoTime();
            Reply reply = asked.getValue().serve(new Request("POST", "/v1/predict", header -> null), body);

            assertThat(reply.status())
                    .as("seed %s: %s", seed, new String(body, StandardCharsets.UTF_8))
                    .isIn(200, 400);
            assertThat(System.nanoTime() - began).as("seed %s", seed).isLessThan(LONGEST_NANOS);
            if (reply.status() == 400) {
                refused++;
            } else {
                assertThat(reply.text()).doesNotContain("NaN", "Infinity");
            }
        }
        assertThat(refused).isBetween(MUTATIONS / 4, MUTATIONS - MUTATIONS / 50);
    }
}
