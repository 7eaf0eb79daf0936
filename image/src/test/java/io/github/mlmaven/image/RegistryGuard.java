package io.github.mlmaven.image;

import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** Decides for each test of a {@link NeedsRegistry} class. */
final class RegistryGuard implements BeforeEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RegistryGuard.class);
    private static final String WHY =
            "because " + DockerRegistry.PROGRAM + " does not exist. On Debian: apt-get install docker-registry.";

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!Files.isExecutable(DockerRegistry.PROGRAM)) {
            NeedsRegistry needs = context.getRequiredTestClass().getAnnotation(NeedsRegistry.class);
            // JUnit closes what is in the root's store when all tests of the run have ended.
            context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent(Skipped.class, key -> new Skipped(System.out), Skipped.class)
                    .skip(needs.value(), System.getenv());
        }
    }

    /** What was not tested in this run. */
    static final class Skipped implements AutoCloseable {

        private final PrintStream out;
        private final SortedMap<String, Integer> counts = new TreeMap<>();

        Skipped(PrintStream out) {
            this.out = out;
        }

        /**
         * Ends a test that cannot run.
         *
         * @throws AssertionError in CI
         * @throws TestAbortedException elsewhere
         */
        synchronized void skip(String what, Map<String, String> environment) {
            String ci = environment.getOrDefault("CI", "");
            if (!ci.isEmpty() && !ci.equals("false")) {
                throw new AssertionError("In CI nothing is skipped: " + what + " cannot be tested, " + WHY);
            }
            counts.merge(what, 1, Integer::sum);
            throw new TestAbortedException("Not tested: " + what + ", " + WHY);
        }

        @Override
        public synchronized void close() {
            counts.forEach((what, count) -> out.println("[WARNING] NOT TESTED: " + what + " ("
                    + (count == 1 ? "1 test" : count + " tests") + " skipped), " + WHY));
        }
    }
}
