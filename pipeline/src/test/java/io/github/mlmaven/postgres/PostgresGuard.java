package io.github.mlmaven.postgres;

import java.io.PrintStream;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** Decides for each {@link NeedsPostgres} class. */
final class PostgresGuard implements BeforeAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(PostgresGuard.class);
    private static final String WHY =
            "because there is no PostgreSQL server to start. On Debian: apt-get install postgresql.";

    @Override
    public void beforeAll(ExtensionContext context) {
        if (PostgresServer.programs().isEmpty()) {
            NeedsPostgres needs = context.getRequiredTestClass().getAnnotation(NeedsPostgres.class);
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
         * Ends a class of tests that cannot run.
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
                    + (count == 1 ? "1 class" : count + " classes") + " of tests skipped), " + WHY));
        }
    }
}
