package io.github.mlmaven.plugin;

import io.github.mlmaven.plugin.Replay.Line;
import java.util.Set;
import org.apache.maven.plugin.logging.Log;

/**
 * Lines in Maven's log.
 *
 * @param said what must not be said a second time in the module's build; shared by all goals of it
 */
record LogLines(Log log, Set<String> said) {

    void show(Line line) {
        switch (line.level()) {
            case INFO -> log.info(line.text());
            case WARNING -> log.warn(line.text());
            case WARNING_ONCE -> {
                if (said.add(line.text())) {
                    log.warn(line.text());
                }
            }
        }
    }
}
