/** A real PostgreSQL for tests: {@link PostgresServer}, and {@link NeedsPostgres} for the tests that need one. */
@NullMarked
package io.github.mlmaven.postgres;

import org.jspecify.annotations.NullMarked;
