package io.github.mlmaven.train;

import io.github.mlmaven.worker.Progress;
import io.github.mlmaven.worker.Supply;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Does for all tests what the plugin does for a worker: gives XGBoost a libgomp where the machine lacks it. */
public final class LoadXgboost implements BeforeAllCallback {

    private static final Path CACHE = Path.of("target", "cache");

    @Override
    public void beforeAll(ExtensionContext context) {
        NativeXgboost.load(new Progress() {
            @Override
            public Supply lacking(String library) {
                return archive()
                        .<Supply>map(file -> new Supply.Archive(file, CACHE))
                        .orElse(new Supply.None());
            }
        });
    }

    /** The artifact with libgomp that is among the test dependencies where it is of use. */
    static Optional<Path> archive() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(file -> file.getFileName().toString().matches("dnnl-.*-linux-x86_64\\.jar"))
                .findFirst();
    }
}
